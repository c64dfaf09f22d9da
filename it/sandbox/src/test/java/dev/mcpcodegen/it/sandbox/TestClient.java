package dev.mcpcodegen.it.sandbox;

import dev.mcpcodegen.it.sandbox.affino.AffinoPerson;
import dev.mcpcodegen.it.sandbox.affino.AffinoSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP as a client of the vendor does, without following redirects. */
public final class TestClient {

    /** An answer with its body as text. */
    public record Answer(int status, HttpResponse<String> response) {

        /** Returns the body as JSON. */
        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** Returns a header of the answer, empty when it is absent. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String baseUrl;
    private final Map<String, String> headers;

    private TestClient(String baseUrl, Map<String, String> headers) {
        this.baseUrl = baseUrl;
        this.headers = headers;
    }

    /** Returns a client that sends these headers with everything. */
    public static TestClient with(String baseUrl, Map<String, String> headers) {
        return new TestClient(baseUrl, headers);
    }

    /** Returns a client of Affinity with the demo's key. */
    public static TestClient affinity(Sandbox sandbox) {
        String credential = Base64.getEncoder().encodeToString(":affinity-demo-key".getBytes(StandardCharsets.UTF_8));
        return with(sandbox.url("affinity"), Map.of("Authorization", "Basic " + credential));
    }

    /** Returns a client of Attio with the demo's token. */
    public static TestClient attio(Sandbox sandbox) {
        return with(sandbox.url("attio"), Map.of("Authorization", "Bearer attio-demo-token"));
    }

    /** Returns a client of Octapipe with the token that never ends. */
    public static TestClient octapipe(Sandbox sandbox) {
        return with(sandbox.url("octapipe"), Map.of("Authorization", "Bearer octapipe-demo-token"));
    }

    /** Returns a client of Affino in the session of a person. */
    public static TestClient affino(Sandbox sandbox, AffinoPerson person) {
        return with(
                sandbox.url("affino") + AffinoSandbox.BASE_PATH,
                Map.of(
                        "Authorization", "Bearer " + person.accessToken(),
                        "X-API-Key", AffinoSandbox.API_KEY,
                        "X-API-Secret", AffinoSandbox.API_SECRET));
    }

    public Answer get(String path) {
        return send("GET", path, null, "");
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, "");
    }

    /** Sends JSON, written with single quotes for legibility. */
    public Answer post(String path, String json) {
        return send("POST", path, "application/json", json.replace('\'', '"'));
    }

    /** Sends JSON, written with single quotes for legibility. */
    public Answer put(String path, String json) {
        return send("PUT", path, "application/json", json.replace('\'', '"'));
    }

    /** Sends JSON, written with single quotes for legibility. */
    public Answer patch(String path, String json) {
        return send("PATCH", path, "application/json", json.replace('\'', '"'));
    }

    /** Sends a multipart body with the boundary {@code b}, written with bare line feeds for legibility. */
    public Answer multipart(String path, String body) {
        return send("POST", path, "multipart/form-data; boundary=b", body.replace("\n", "\r\n"));
    }

    public Answer send(String method, String path, @Nullable String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
