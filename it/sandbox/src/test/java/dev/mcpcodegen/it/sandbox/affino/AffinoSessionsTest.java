package dev.mcpcodegen.it.sandbox.affino;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import dev.mcpcodegen.it.sandbox.vendor.VendorRequest;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AffinoSessionsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** A clock that a test moves on. */
    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T17:00:00Z");

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

    private final MovingClock clock = new MovingClock();
    private final AffinoSandbox affino = new AffinoSandbox(clock);

    @Test
    void beginsASessionForTheRightPassword() {
        JsonNode session = json(login(AffinoPerson.EDITOR.email(), AffinoPerson.EDITOR.password()));
        String token = session.path("AccessToken").asString();
        assertThat(UUID.fromString(token)).hasToString(token);
        assertThat(session.path("Expires").asString()).isEqualTo("2026-12-05T17:00:00Z");
        assertThat(accounts(token).status()).isEqualTo(200);
    }

    @Test
    void endsASessionWhenItsTimeIsOver() {
        String token = json(login(AffinoPerson.EDITOR.email(), AffinoPerson.EDITOR.password()))
                .path("AccessToken")
                .asString();
        clock.now = clock.now.plus(Sessions.LIFETIME).minusSeconds(1);
        assertThat(accounts(token).status()).isEqualTo(200);
        clock.now = clock.now.plusSeconds(1);
        VendorResponse answer = accounts(token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(json(answer).path("Message").asString()).isEqualTo("The session has expired.");
    }

    @Test
    void continuesASessionOnceWithItsRefreshToken() {
        String refresh = json(login(AffinoPerson.EDITOR.email(), AffinoPerson.EDITOR.password()))
                .path("RefreshToken")
                .asString();
        VendorResponse next = refresh(refresh);
        assertThat(accounts(json(next).path("AccessToken").asString()).status()).isEqualTo(200);
        assertThat(refresh(refresh).status()).isEqualTo(401);
    }

    @Test
    void refusesAWrongSignatureDigestOrMoment() {
        String body = body(AffinoPerson.EDITOR.email(), AffinoPerson.EDITOR.password());
        Map<String, List<String>> wrongSignature = new HashMap<>(signed(body));
        wrongSignature.put("signature", List.of("0".repeat(128)));
        assertThat(send("/login", wrongSignature, body).status()).isEqualTo(401);
        assertThat(send("/login", signed(body + " "), body).status()).isEqualTo(401);
        Map<String, List<String>> before = signed(body);
        clock.now = clock.now.plus(Duration.ofMinutes(6));
        assertThat(send("/login", before, body).status()).isEqualTo(401);
        assertThat(send("/login", Map.of(), body).status()).isEqualTo(401);
    }

    @Test
    void blocksRepeatedWrongLoginsButNeverRightOnes() {
        for (int i = 0; i < 5; i++) {
            assertThat(login(AffinoPerson.EDITOR.email(), "wrong").status()).isEqualTo(401);
        }
        assertThat(login(AffinoPerson.EDITOR.email(), "wrong").status()).isEqualTo(429);
        assertThat(login(AffinoPerson.EDITOR.email(), AffinoPerson.EDITOR.password())
                        .status())
                .isEqualTo(200);
        assertThat(login(AffinoPerson.EDITOR.email(), "wrong").status()).isEqualTo(401);
    }

    @Test
    void forgetsWrongLoginsAfterAWhile() {
        for (int i = 0; i < 6; i++) {
            login(AffinoPerson.EDITOR.email(), "wrong");
        }
        clock.now = clock.now.plus(Duration.ofMinutes(2));
        assertThat(login(AffinoPerson.EDITOR.email(), "wrong").status()).isEqualTo(401);
    }

    @Test
    void wantsKeySecretAndSession() {
        String token = AffinoPerson.EDITOR.accessToken();
        Map<String, List<String>> good = headers(token);
        assertThat(get(good).status()).isEqualTo(200);
        good.forEach((name, value) -> {
            Map<String, List<String>> others = new HashMap<>(good);
            others.remove(name);
            assertThat(get(others).status()).as(name).isEqualTo(401);
            others.put(name, List.of("Bearer wrong"));
            assertThat(get(others).status()).as(name).isEqualTo(401);
        });
        assertThat(get(headers("Basic " + token)).status()).isEqualTo(401);
    }

    @Test
    void keepsSessionsThroughAReset() {
        String token = json(login(AffinoPerson.EDITOR.email(), AffinoPerson.EDITOR.password()))
                .path("AccessToken")
                .asString();
        affino.reset();
        assertThat(accounts(token).status()).isEqualTo(200);
    }

    @Test
    void failsAsAffinoDoes() {
        VendorResponse limit = affino.failure(429);
        assertThat(limit.headers()).containsEntry("Retry-After", "30");
        assertThat(json(limit).path("StatusCode").asInt()).isEqualTo(429);
        assertThat(json(affino.failure(403)).path("Errors")).hasSize(1);
    }

    private VendorResponse login(String email, String password) {
        String body = body(email, password);
        return send("/login", signed(body), body);
    }

    private static String body(String email, String password) {
        return "{\"Email\": \"" + email + "\", \"Password\": \"" + password + "\"}";
    }

    private Map<String, List<String>> signed(String body) {
        String moment = MOMENT.format(clock.now);
        String digest = LoginSignature.hex("MD5", body);
        String signature =
                LoginSignature.hex("SHA-512", AffinoSandbox.API_KEY + AffinoSandbox.API_SECRET + moment + digest);
        return Map.of(
                "apikey", List.of(AffinoSandbox.API_KEY),
                "timestamp", List.of(moment),
                "md5", List.of(digest),
                "signature", List.of(signature));
    }

    private VendorResponse refresh(String token) {
        return send("/refresh", headers("none"), "{\"RefreshToken\": \"" + token + "\"}");
    }

    private VendorResponse accounts(String token) {
        return get(headers(token));
    }

    private VendorResponse get(Map<String, List<String>> headers) {
        return affino.answer(new VendorRequest(
                "GET", AffinoSandbox.BASE_PATH + "/accounts", null, 0, headers, new ReceivedBody.None(), ""));
    }

    private VendorResponse send(String path, Map<String, List<String>> headers, String body) {
        return affino.answer(new VendorRequest(
                "POST",
                AffinoSandbox.BASE_PATH + path,
                null,
                0,
                headers,
                new ReceivedBody.Json(JSON.readTree(body)),
                body));
    }

    private static Map<String, List<String>> headers(String token) {
        return Map.of(
                "authorization", List.of("Bearer " + token),
                "x-api-key", List.of(AffinoSandbox.API_KEY),
                "x-api-secret", List.of(AffinoSandbox.API_SECRET));
    }

    private static JsonNode json(VendorResponse answer) {
        return JSON.readTree(answer.body());
    }
}
