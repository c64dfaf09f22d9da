package dev.mcpcodegen.it.acceptance;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.affinity.AffinitySandbox;
import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The stand-in behind a deployment, as its own administrator sees it. */
final class Vendor {

    /** What the vendor documents: the key as the password of nobody. */
    static final String AUTHORIZATION = "Basic "
            + Base64.getEncoder().encodeToString((":" + AffinitySandbox.API_KEY).getBytes(StandardCharsets.UTF_8));

    private final Sandbox sandbox;
    private final TestAccount account;

    /** The stand-in of Affinity. */
    Vendor(Sandbox sandbox) {
        this(sandbox, TestAccount.AFFINITY);
    }

    /** The stand-in that an account is at. */
    Vendor(Sandbox sandbox, TestAccount account) {
        this.sandbox = sandbox;
        this.account = account;
    }

    /** Puts the seed records back, drops faults that are still to come, and empties the log. */
    void reset() {
        control("POST", "/reset", "");
        forgetRequests();
    }

    /** Empties the log. */
    void forgetRequests() {
        control("DELETE", "/requests", "");
    }

    /** Lets the next request fail with what the vendor documents for a status. */
    void failNext(int status) {
        failNext(account.integration(), status);
    }

    /** Lets the next request to a vendor fail with what it documents for a status. */
    void failNext(String vendor, int status) {
        control("POST", "/faults", "{\"vendor\": \"%s\", \"status\": %d}".formatted(vendor, status));
    }

    /** What arrived since the log was emptied, oldest first. */
    List<RecordedRequest> requests() {
        return sandbox.requests();
    }

    /** The only request that arrived since the log was emptied. */
    RecordedRequest onlyRequest() {
        List<RecordedRequest> requests = requests();
        if (requests.size() != 1) {
            throw new AssertionError("Expected one request to the vendor, but there were: " + requests);
        }
        return requests.get(0);
    }

    /** What Affinity itself answers to a {@code GET}; leaves the log empty if it was. */
    JsonNode stored(String path) {
        return stored("affinity", AUTHORIZATION, path);
    }

    /** What a vendor itself answers to a {@code GET}; leaves the log empty if it was. */
    JsonNode stored(String vendor, String authorization, String path) {
        HttpRequest request = Http.request(sandbox.url(vendor) + path)
                .header("Authorization", authorization)
                .build();
        List<RecordedRequest> before = requests();
        Http.Answer answer = Http.send(request);
        if (before.isEmpty()) {
            forgetRequests();
        }
        if (answer.status() != 200) {
            throw new IllegalStateException("The stand-in refuses " + path + ": " + answer.body());
        }
        return answer.json();
    }

    private void control(String method, String path, String json) {
        HttpRequest request = Http.request(sandbox.url("_sandbox") + path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        Http.Answer answer = Http.send(request);
        if (answer.status() != 204) {
            throw new IllegalStateException("The stand-in refuses: " + answer.body());
        }
    }
}
