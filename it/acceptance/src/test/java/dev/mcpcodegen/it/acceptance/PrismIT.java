package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.acceptance.wire.PrismProxy;
import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.launch.WarServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every tool of every integration is called, and Prism finds nothing wrong with what is sent for it. */
final class PrismIT {

    private static final Pattern MISSING = Pattern.compile(
            "\\[(\\{[^{}]*\"code\":\"required\",\"message\":\"Request query must have required property '\\w+'\"},?)+]");
    private static final Pattern NOT_A_TEXT = Pattern.compile(
            "\\[\\{\"location\":\\[\"request\",\"body\",\"[^\"]+\"],\"severity\":\"Error\",\"code\":\"type\","
                    + "\"message\":\"Request body property [^ ]+ must be (array|object)\"}]");

    private final Deviations deviations = Deviations.read();

    @BeforeAll
    static void needsNode() {
        Node.require();
    }

    static List<String> integrations() {
        return ToolReport.integrations();
    }

    @ParameterizedTest
    @MethodSource("integrations")
    void findsNothingWrong(String integration) throws IOException {
        TestGrant grant = TestGrant.everything(integration);
        String basePath = grant.account().basePath();
        try (Sandbox sandbox = Sandbox.start(0);
                Prism prism = Prism.serve(Artifacts.specs().resolve(integration).resolve("openapi.yaml"));
                PrismProxy proxy = PrismProxy.start(sandbox.url(), basePath, prism.url());
                WarServer server = serve(integration, proxy.origin())) {
            ToolCalls calls = new ToolCalls(new ModernClient(server.url() + "/mcp/" + grant.token()));
            List<String> problems = new ArrayList<>();
            for (ToolCalls.Call call : calls.all()) {
                int before = proxy.verdicts().size();
                calls.answer(call);
                List<PrismProxy.Verdict> verdicts = proxy.verdicts();
                if (verdicts.size() == before) {
                    problems.add(call + " did not reach the vendor");
                }
                verdicts.subList(before, verdicts.size()).stream()
                        .filter(verdict -> !verdict.violation().isEmpty()
                                && !isDeliberate(call, verdict)
                                && !isPartTakenAsText(verdict))
                        .forEach(verdict -> problems.add(call + ": " + verdict));
            }
            System.out.printf(
                    "%s by Prism %s: %d tools, %d calls, %d requests judged, %d problems%n",
                    integration,
                    Node.version("@stoplight/prism-cli"),
                    calls.names().size(),
                    calls.all().size(),
                    proxy.verdicts().size(),
                    problems.size());
            assertThat(problems).isEmpty();
        }
    }

    /** What a tool does not ask for although the vendor requires it, it does not send; Prism is right to miss it. */
    private boolean isDeliberate(ToolCalls.Call call, PrismProxy.Verdict verdict) {
        return deviations.includes(call) && MISSING.matcher(verdict.violation()).matches();
    }

    /** A list of one element is one part of a form, and an object is a part of JSON (OpenAPI, Encoding Object); Prism takes both as texts. */
    private static boolean isPartTakenAsText(PrismProxy.Verdict verdict) {
        return verdict.mediaType().startsWith("multipart/form-data")
                && NOT_A_TEXT.matcher(verdict.violation()).matches();
    }

    private static WarServer serve(String integration, String origin) throws IOException {
        Path folder = Files.createDirectories(Artifacts.target().resolve("mcp-prism-" + integration));
        Path configuration =
                Files.writeString(folder.resolve("mcp.yaml"), TestGrant.configuration(origin, integration));
        return WarServer.start(Artifacts.war(), 0, Map.of("mcp.config", configuration.toString()));
    }
}
