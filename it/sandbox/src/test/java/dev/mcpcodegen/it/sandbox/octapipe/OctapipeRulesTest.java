package dev.mcpcodegen.it.sandbox.octapipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.TestClient;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import dev.mcpcodegen.it.sandbox.vendor.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OctapipeRulesTest {

    private static final String LOGIN =
            "{'domain': 'meridian', 'email': 'agent@meridian.example', 'password': 'octapipe-demo-password'}";

    private final Sandbox sandbox = Sandbox.start(0);
    private final TestClient octapipe = TestClient.octapipe(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void issuesATokenForAPassword() {
        TestClient anonymous = TestClient.with(sandbox.url("octapipe"), Map.of());
        assertThat(anonymous.get("/pipelines").status()).isEqualTo(401);
        assertThat(anonymous.get("/pipelines").json().path("message").asString())
                .isEqualTo("Unauthenticated.");

        String token = anonymous
                .post("/login", LOGIN)
                .json()
                .at("/authorization/token")
                .asString();
        assertThat(status(token)).isEqualTo(200);
        assertThat(status(token + "0")).isEqualTo(401);

        assertThat(anonymous.post("/login", LOGIN.replace("demo", "wrong")).status())
                .isEqualTo(401);
        TestClient.Answer incomplete = anonymous.post("/login", "{'email': 'agent@meridian.example', 'remember': 1}");
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.json().path("errors").propertyNames())
                .containsExactlyInAnyOrder("domain", "password", "remember");
    }

    @Test
    void endsEveryTokenWithAReset() {
        TestClient anonymous = TestClient.with(sandbox.url("octapipe"), Map.of());
        String token = anonymous
                .post("/login", LOGIN)
                .json()
                .at("/authorization/token")
                .asString();
        TestClient.with(sandbox.url("_sandbox"), Map.of()).post("/reset", "{}");
        assertThat(status(token)).isEqualTo(401);
        String next = anonymous
                .post("/login", LOGIN)
                .json()
                .at("/authorization/token")
                .asString();
        assertThat(next).isNotEqualTo(token);
        assertThat(status(next)).isEqualTo(200);
    }

    @Test
    void endsATokenAfterAnHour() {
        MovingClock clock = new MovingClock();
        OctapipeSandbox vendor = new OctapipeSandbox(clock);
        ReceivedBody login = new ReceivedBody.Json(JsonMapper.builder().build().readTree(LOGIN.replace('\'', '"')));
        String answer = new String(
                vendor.answer(request("POST", "/login", Map.of(), login)).body(), StandardCharsets.UTF_8);
        String token = answer.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        VendorRequest read =
                request("GET", "/users", Map.of("authorization", List.of("Bearer " + token)), new ReceivedBody.None());

        clock.now = clock.now.plus(Duration.ofMinutes(59));
        assertThat(vendor.answer(read).status()).isEqualTo(200);
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(vendor.answer(read).status()).isEqualTo(401);
    }

    private static VendorRequest request(
            String method, String path, Map<String, List<String>> headers, ReceivedBody body) {
        return new VendorRequest(method, path, null, 0, headers, body, "");
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-21T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private int status(String token) {
        return TestClient.with(sandbox.url("octapipe"), Map.of("Authorization", "Bearer " + token))
                .get("/pipelines")
                .status();
    }

    @Test
    void tellsTheAllowanceOnEveryAnswer() {
        TestClient.Answer first = octapipe.get("/tasks/unknown");
        TestClient.Answer second = octapipe.get("/tasks");
        assertThat(first.status()).isEqualTo(404);
        assertThat(first.header("x-ratelimit-limit")).isEqualTo("600");
        assertThat(Integer.parseInt(second.header("x-ratelimit-remaining")))
                .isEqualTo(Integer.parseInt(first.header("x-ratelimit-remaining")) - 1);
        assertThat(first.header("retry-after")).isEmpty();
    }

    @Test
    void tellsWhenToComeBack() {
        TestClient.with(sandbox.url("_sandbox"), Map.of())
                .post("/faults", "{'vendor': 'octapipe', 'status': 429, 'times': 1}");
        TestClient.Answer refused = octapipe.get("/tasks");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("x-ratelimit-remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 60);
        assertThat(Long.parseLong(refused.header("x-ratelimit-reset"))).isGreaterThan(1_700_000_000L);
        assertThat(octapipe.get("/tasks").status()).isEqualTo(200);
    }

    @Test
    void listsPagesOfFifteen() {
        List<String> uuids = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        JsonNode page;
        do {
            page = octapipe.get("/users?page=" + (sizes.size() + 1)).json();
            page.forEach(user -> uuids.add(user.path("uuid").asString()));
            sizes.add(page.size());
        } while (!page.isEmpty());
        assertThat(sizes).containsExactly(15, 2, 0);
        assertThat(uuids).hasSize(17).doesNotHaveDuplicates();
        assertThat(octapipe.get("/users").json())
                .isEqualTo(octapipe.get("/users?page=1").json());
        assertThat(octapipe.get("/users?page=0").status()).isEqualTo(422);
        assertThat(octapipe.get("/users?page=x").status()).isEqualTo(422);
        assertThat(octapipe.get("/notifications").json().path("data")).hasSize(15);
    }

    @Test
    void refusesWhatIsNotDeclared() {
        assertThat(octapipe.get("/users?per_page=100").json().path("errors").propertyNames())
                .containsExactly("per_page");
        assertThat(octapipe.get("/users?page=1&page=2").status()).isEqualTo(422);
        TestClient.Answer note = octapipe.post(
                "/notes",
                "{'entity': 'user', 'record_uuid': '05e40000-0000-4000-8000-000000000001', 'note': 'x', 'text': 'x'}");
        assertThat(note.status()).isEqualTo(422);
        assertThat(note.json().at("/errors/text/0").asString()).contains("not known");
    }

    @Test
    void answersUnknownPathsMethodsAndBrokenJson() {
        assertThat(octapipe.get("/nothing").status()).isEqualTo(404);
        assertThat(octapipe.delete("/pipelines").status()).isEqualTo(405);
        assertThat(octapipe.post("/tasks", "{").status()).isEqualTo(400);
        assertThat(octapipe.post("/tasks", "[]").status()).isEqualTo(400);
    }

    @Test
    void seedsTheSameRecordsEachTime() {
        try (Sandbox other = Sandbox.start(0)) {
            for (String path : List.of("/databases", "/pipelines", "/tasks", "/users", "/notifications")) {
                assertThat(TestClient.octapipe(other).get(path).json())
                        .isEqualTo(octapipe.get(path).json());
            }
        }
    }
}
