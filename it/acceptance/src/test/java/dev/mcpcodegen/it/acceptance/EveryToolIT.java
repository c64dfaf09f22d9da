package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.acceptance.wire.WireCheck;
import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every tool of every integration is called, and what reaches the vendor is held against the vendor's description. */
@OnEachContainer
final class EveryToolIT {

    private final Deployment deployment;
    private final Deviations deviations = Deviations.read();

    EveryToolIT(Deployment deployment) {
        this.deployment = deployment;
    }

    static List<String> integrations() {
        return ToolReport.integrations();
    }

    @ParameterizedTest
    @MethodSource("integrations")
    void sendsWhatTheVendorDescribes(String integration) {
        TestGrant grant = TestGrant.everything(integration);
        ToolReport report = ToolReport.of(integration);
        WireCheck check = new WireCheck(
                Artifacts.specs().resolve(integration).resolve("openapi.yaml"),
                grant.account().basePath());
        ToolCalls calls = new ToolCalls(ModernClient.of(deployment, grant));
        Vendor vendor = deployment.resetVendor(grant.account());
        List<String> problems = new ArrayList<>();
        int requests = 0;
        int accepted = 0;

        for (ToolCalls.Call call : calls.all()) {
            vendor.forgetRequests();
            JsonNode answer = calls.answer(call);

            List<RecordedRequest> received = vendor.requests();
            requests += received.size();
            accepted += (int) received.stream().filter(ToolCalls::isAccepted).count();
            received.forEach(request -> check.problems(request).stream()
                    .filter(problem -> !isDeliberate(call, problem))
                    .forEach(problem -> problems.add(call + " sent " + request.rawPath() + ": " + problem)));
            if (received.stream()
                    .noneMatch(request -> check.operation(request).orElse("").equals(report.line(call.name())))) {
                problems.add(call + " did not reach " + report.line(call.name()) + ": " + answer);
            }
        }

        System.out.printf(
                "%s on %s: %d tools, %d calls, %d requests reached the vendor, %d accepted by the stand-in, %d problems%n",
                integration,
                deployment,
                report.names().size(),
                calls.all().size(),
                requests,
                accepted,
                problems.size());
        assertThat(calls.names()).hasSameElementsAs(Artifacts.toolNames(integration));
        assertThat(problems).isEmpty();
    }

    /** What the tool does not ask for although the vendor requires it, it does not send. */
    private boolean isDeliberate(ToolCalls.Call call, String problem) {
        String[] words = problem.split(" ", -1);
        return words.length == 3
                && words[0].equals("missing-required:")
                && deviations.includes(call.name(), words[1], words[2]);
    }
}
