package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.affino.AffinoSandbox;
import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logins by the recipes of the overlays: an account's that is repeated when its token has ended, and a person's that is not. */
@OnEachContainer
final class LoginIT {

    private final Deployment deployment;
    private final Vendor vendor;

    LoginIT(Deployment deployment) {
        this.deployment = deployment;
        this.vendor = deployment.resetVendor();
    }

    @Test
    void anAccountLogsInOnceAndOnceMoreWhenItsTokenHasEnded() {
        try (SdkClient client = SdkClient.of(deployment, TestGrant.OCTAPIPE_LOGIN)) {
            client.answer("list_all_octapipe_pipelines", "{}");
            vendor.forgetRequests();
            client.answer("list_all_octapipe_pipelines", "{}");
            assertThat(lines()).containsExactly("GET /octapipe/pipelines");

            // The stand-in forgets all tokens.
            vendor.reset();
            client.answer("list_all_octapipe_pipelines", "{}");
            assertThat(lines())
                    .containsExactly("GET /octapipe/pipelines", "POST /octapipe/login", "GET /octapipe/pipelines");
        }
    }

    @Test
    void aPersonIsSignedInBySignatureAndNeverAgainUnasked() {
        String path = "/affino" + AffinoSandbox.BASE_PATH;
        try (SdkClient client = SdkClient.of(deployment, TestGrant.AFFINO_EDITOR)) {
            client.answer("list_all_affino_accounts", "{}");
            assertThat(lines()).containsExactly("POST " + path + "/login", "GET " + path + "/accounts");
            vendor.reset();

            CallToolResult refused = client.call("list_all_affino_accounts", "{}");

            assertThat(refused.isError()).isTrue();
            assertThat(SdkClient.text(refused)).contains("sign in to Affino again");
            assertThat(lines()).containsExactly("GET " + path + "/accounts");
        }
    }

    private List<String> lines() {
        return vendor.requests().stream().map(LoginIT::line).toList();
    }

    private static String line(RecordedRequest request) {
        return request.method() + " " + request.rawPath();
    }
}
