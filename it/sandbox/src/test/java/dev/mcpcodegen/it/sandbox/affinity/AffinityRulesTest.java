package dev.mcpcodegen.it.sandbox.affinity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.TestClient;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AffinityRulesTest {

    private final Sandbox sandbox = Sandbox.start(0);
    private final TestClient affinity = TestClient.affinity(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void takesTheKeyByBasicOrBearerAndNothingElse() {
        assertThat(affinity.get("/auth/whoami").json().at("/user/firstName").asString())
                .isEqualTo("Ava");
        assertThat(status("Bearer affinity-demo-key")).isEqualTo(200);
        assertThat(status("Bearer wrong")).isEqualTo(401);
        assertThat(status("Basic " + Base64.getEncoder().encodeToString("affinity-demo-key:".getBytes(UTF_8))))
                .isEqualTo(401);
        TestClient.Answer anonymous =
                TestClient.with(sandbox.url("affinity"), Map.of()).get("/persons");
        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.json().path(0).asString()).contains("API key");
    }

    private int status(String authorization) {
        return TestClient.with(sandbox.url("affinity"), Map.of("Authorization", authorization))
                .get("/auth/whoami")
                .status();
    }

    @Test
    void tellsTheAllowanceOnEveryAnswer() {
        TestClient.Answer first = affinity.get("/persons/1");
        TestClient.Answer second = affinity.get("/lists");
        assertThat(first.status()).isEqualTo(404);
        assertThat(first.header("x-ratelimit-limit-user")).isEqualTo("900");
        assertThat(Integer.parseInt(second.header("x-ratelimit-limit-user-remaining")))
                .isEqualTo(Integer.parseInt(first.header("x-ratelimit-limit-user-remaining")) - 1);
        assertThat(Integer.parseInt(first.header("x-ratelimit-limit-user-reset")))
                .isBetween(1, 60);
        assertThat(first.header("x-ratelimit-limit-org")).isEqualTo("100000");
    }

    @Test
    void walksAllPages() {
        List<Long> ids = new ArrayList<>();
        String token = "";
        int pages = 0;
        do {
            JsonNode page = affinity.get("/persons?page_size=7" + token).json();
            page.path("persons").forEach(person -> ids.add(person.path("id").asLong()));
            token = page.path("next_page_token").isNull()
                    ? ""
                    : "&page_token=" + page.path("next_page_token").asString();
            pages++;
        } while (!token.isEmpty());
        assertThat(pages).isEqualTo(4);
        assertThat(ids).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void refusesATokenWithOtherParameters() {
        String token = affinity.get("/persons?page_size=7")
                .json()
                .path("next_page_token")
                .asString();
        assertThat(affinity.get("/persons?page_size=7&page_token=" + token).status())
                .isEqualTo(200);
        assertThat(affinity.get("/persons?page_size=7&term=a&page_token=" + token)
                        .status())
                .isEqualTo(422);
        assertThat(affinity.get("/persons?page_size=8&page_token=" + token).status())
                .isEqualTo(422);
        assertThat(affinity.get("/organizations?page_size=7&page_token=" + token)
                        .status())
                .isEqualTo(422);
        assertThat(affinity.get("/persons?page_token=%21%21").status()).isEqualTo(422);
    }

    @Test
    void capsThePageSize() {
        assertThat(affinity.get("/persons?page_size=501").status()).isEqualTo(422);
        assertThat(affinity.get("/persons?page_size=0").status()).isEqualTo(422);
        assertThat(affinity.get("/interactions?person_id=98765&page_size=101").status())
                .isEqualTo(422);
    }

    @Test
    void answersUnknownPathsMethodsAndBrokenJson() {
        assertThat(affinity.get("/nothing").status()).isEqualTo(404);
        assertThat(affinity.get("/persons/not-a-number").status()).isEqualTo(404);
        assertThat(affinity.delete("/lists/501").status()).isEqualTo(405);
        assertThat(affinity.post("/persons", "{").status()).isEqualTo(400);
        assertThat(affinity.post("/persons", "[]").status()).isEqualTo(422);
    }

    @Test
    void seedsTheSameRecordsEachTime() {
        try (Sandbox other = Sandbox.start(0)) {
            for (String path : List.of("/persons", "/organizations", "/opportunities", "/notes", "/fields", "/lists")) {
                assertThat(TestClient.affinity(other).get(path).json())
                        .isEqualTo(affinity.get(path).json());
            }
        }
    }
}
