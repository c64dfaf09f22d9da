package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account that logs in for its token: when it does so, and what is sent. */
@OnEachContainer
final class OctapipeLoginIT {

    private final Vendor vendor;
    private final SdkClient client;

    OctapipeLoginIT(Deployment deployment) {
        this.vendor = deployment.resetVendor(TestAccount.OCTAPIPE);
        this.client = SdkClient.of(deployment, TestGrant.OCTAPIPE_LOGIN);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void logsInOnceAndAgainWhenTheTokenHasEnded() {
        client.answer("list_all_octapipe_tasks", "{}");
        vendor.reset();
        client.answer("create_a_octapipe_note", """
                {"entity": "user", "record_uuid": "05e40000-0000-4000-8000-000000000001", "note": "Hi"}""");
        client.answer("list_all_octapipe_tasks", "{}");

        // The reset has ended the session: one refusal, one login, and the call once more.
        assertThat(lines())
                .containsExactly(
                        "POST /octapipe/notes 401",
                        "POST /octapipe/login 200",
                        "POST /octapipe/notes 201",
                        "GET /octapipe/tasks 200");
        RecordedRequest login = vendor.requests().get(1);
        assertThat(login.header("authorization")).isNull();
        assertThat(login.body()).isEqualTo(new ReceivedBody.Json(Http.JSON.readTree("""
                {"domain": "meridian", "email": "agent@meridian.example", "password": "octapipe-demo-password"}""")));
        String dead = vendor.requests().get(0).header("authorization");
        String alive = vendor.requests().get(2).header("authorization");
        assertThat(alive).startsWith("Bearer octapipe-session-").isNotEqualTo(dead);
        assertThat(vendor.requests().get(3).header("authorization")).isEqualTo(alive);
    }

    @Test
    void neverShowsPasswordOrToken() {
        client.answer("list_all_octapipe_tasks", "{}");
        vendor.failNext(422);
        CallToolResult refused = client.call("list_all_octapipe_tasks", "{}");

        assertThat(refused.isError()).isTrue();
        assertThat(SdkClient.text(refused)).doesNotContain("octapipe-demo-password", "octapipe-session-");
    }

    private List<String> lines() {
        return vendor.requests().stream()
                .map(request -> request.method() + " " + request.rawPath() + " " + request.status())
                .toList();
    }
}
