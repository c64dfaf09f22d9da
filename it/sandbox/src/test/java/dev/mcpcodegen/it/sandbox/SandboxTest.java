package dev.mcpcodegen.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SandboxTest {

    private final Sandbox sandbox = Sandbox.start(0);
    private final TestClient affinity = TestClient.affinity(sandbox);
    private final TestClient control = TestClient.with(sandbox.url("_sandbox"), Map.of());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void recordsWhatArrivedAsItWasSent() {
        affinity.get("/persons?term=a%20b&x=%2F");
        affinity.post("/persons/a%2Fb%20c", "{'first_name':'A'}");
        JsonNode requests = control.get("/requests").json();
        assertThat(requests.size()).isEqualTo(2);
        JsonNode first = requests.path(0);
        assertThat(first.path("vendor").asString()).isEqualTo("affinity");
        assertThat(first.path("method").asString()).isEqualTo("GET");
        assertThat(first.path("rawPath").asString()).isEqualTo("/affinity/persons");
        assertThat(first.path("rawQuery").asString()).isEqualTo("term=a%20b&x=%2F");
        assertThat(first.at("/headers/authorization/0").asString()).startsWith("Basic ");
        assertThat(first.path("status").asInt()).isEqualTo(200);
        assertThat(requests.path(1).path("rawPath").asString()).isEqualTo("/affinity/persons/a%2Fb%20c");
        assertThat(requests.at("/1/body/json/first_name").asString()).isEqualTo("A");
        assertThat(requests.path(1).path("status").asInt()).isEqualTo(405);
        assertThat(sandbox.requests()).hasSize(2);
        assertThat(control.delete("/requests").status()).isEqualTo(204);
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void recordsMultipartPartByPart() {
        affinity.multipart("/entity-files", """
                --b
                Content-Disposition: form-data; name="organization_id"

                98765
                --b
                Content-Disposition: form-data; name="file"; filename="abc.txt"
                Content-Type: text/plain

                abc
                --b--
                """);
        JsonNode parts = control.get("/requests").json().at("/0/body/parts");
        assertThat(parts.size()).isEqualTo(2);
        assertThat(parts.at("/0/text").asString()).isEqualTo("98765");
        assertThat(parts.at("/0/filename").isNull()).isTrue();
        assertThat(parts.at("/1/name").asString()).isEqualTo("file");
        assertThat(parts.at("/1/filename").asString()).isEqualTo("abc.txt");
        assertThat(parts.at("/1/mediaType").asString()).isEqualTo("text/plain");
        assertThat(parts.at("/1/size").asInt()).isEqualTo(3);
        // FIPS 180-4, the one-block example.
        assertThat(parts.at("/1/sha256").asString())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void keepsBrokenBodiesAsText() {
        affinity.multipart("/entity-files", "not multipart");
        affinity.post("/persons", "{");
        JsonNode requests = control.get("/requests").json();
        assertThat(requests.at("/0/body/text").asString()).isEqualTo("not multipart");
        assertThat(requests.at("/1/body/text").asString()).isEqualTo("{");
    }

    @Test
    void failsTheNextRequestsAsTheVendorDocuments() {
        fault("{'vendor':'affinity','status':429,'times':2}");
        TestClient.Answer refused = affinity.get("/persons");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("x-ratelimit-limit-user")).isEqualTo("900");
        assertThat(refused.header("x-ratelimit-limit-user-remaining")).isEqualTo("0");
        assertThat(refused.json().path(0).asString()).contains("rate limit");
        assertThat(affinity.get("/persons").status()).isEqualTo(429);
        assertThat(affinity.get("/persons").status()).isEqualTo(200);
        assertThat(sandbox.requests()).extracting("status").containsExactly(429, 429, 200);
    }

    @Test
    void failsOnlyBelowAPathWithTheGivenAnswer() {
        fault(
                "{'vendor':'affinity','status':500,'path':'/notes','headers':{'X-Trace':'t1'},'body':{'message':'boom'}}");
        assertThat(affinity.get("/persons").status()).isEqualTo(200);
        TestClient.Answer failed = affinity.get("/notes?page_size=1");
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.header("x-trace")).isEqualTo("t1");
        assertThat(failed.json().toString()).isEqualTo("{\"message\":\"boom\"}");
        fault("{'vendor':'affinity','status':503,'body':'<html>down</html>','headers':{'Content-Type':'text/html'}}");
        TestClient.Answer page = affinity.get("/persons");
        assertThat(page.header("content-type")).isEqualTo("text/html");
        assertThat(page.response().body()).isEqualTo("<html>down</html>");
    }

    @Test
    void delaysWithoutFailing() {
        fault("{'vendor':'affinity','delayMillis':150}");
        long start = System.nanoTime();
        assertThat(affinity.get("/lists").status()).isEqualTo(200);
        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(150);
    }

    @Test
    void refusesFaultsThatNeverHappen() {
        assertThat(control.post("/faults", "{'vendor':'nobody','status':500}").status())
                .isEqualTo(400);
        assertThat(control.post("/faults", "{'vendor':'affinity'}").status()).isEqualTo(400);
        assertThat(control.get("/nothing").status()).isEqualTo(404);
    }

    @Test
    void resetsRecordsAndFaults() {
        affinity.delete("/persons/98765");
        fault("{'vendor':'affinity','status':500,'times':9}");
        assertThat(control.post("/reset", "").status()).isEqualTo(204);
        assertThat(affinity.get("/persons/98765").status()).isEqualTo(200);
    }

    @Test
    void answersUnknownVendorsAndRecordsThem() {
        assertThat(TestClient.with(sandbox.url(), Map.of()).get("/nobody/x").status())
                .isEqualTo(404);
        assertThat(sandbox.requests().get(0).vendor()).isEqualTo("nobody");
    }

    private void fault(String json) {
        assertThat(control.post("/faults", json).status()).isEqualTo(204);
    }
}
