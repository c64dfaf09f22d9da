package dev.mcpcodegen.it.corpus.confirm;

import dev.mcpcodegen.it.corpus.generated.LoadedTools;
import dev.mcpcodegen.it.corpus.generated.LoadedTools.LoadedTool;
import dev.mcpcodegen.it.corpus.raw.RawApi;
import dev.mcpcodegen.it.corpus.raw.RawOperation;
import dev.mcpcodegen.it.corpus.schema.ClientSafety;
import dev.mcpcodegen.it.corpus.schema.SchemaJudge;
import dev.mcpcodegen.it.corpus.schema.SchemaJudge.Violation;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Every tool of a document, tried and confirmed. */
public final class ToolTrials {

    private final RawApi api;
    private final LoadedTools tools;
    private final JsonNode report;
    private final BiConsumer<String, String> problems;
    private final SchemaJudge judge = new SchemaJudge();
    private final Map<String, ToolReport> claims = new HashMap<>();
    private final ClientSafety safety = new ClientSafety();

    /**
     * @param report the generated report's part on the integration
     * @param problems takes a tool and what is wrong with it: the class of the finding, a colon, the details
     */
    public ToolTrials(RawApi api, LoadedTools tools, JsonNode report, BiConsumer<String, String> problems) {
        this.api = api;
        this.tools = tools;
        this.report = report;
        this.problems = problems;
        report.path("tools").forEach(tool -> claims.put(tool.path("name").asString(""), ToolReport.of(tool)));
    }

    /** Returns how many calls led to a request. */
    public int run() {
        int calls = 0;
        for (LoadedTool tool : tools.tools()) {
            Consumer<String> toolProblems = problem -> problems.accept(tool.name(), problem);
            safety.check(tool.definition()).forEach(toolProblems);
            List<Violation> invalid = judge.invalidSchema(tool.inputSchema());
            invalid.forEach(line -> toolProblems.accept("invalid-schema: " + line));
            if (!invalid.isEmpty()) {
                continue;
            }
            try {
                List<ToolTrial.Call> made = new ToolTrial(judge, tool, toolProblems).calls();
                calls += made.size();
                confirm(tool, made, toolProblems);
            } catch (RuntimeException | StackOverflowError e) {
                toolProblems.accept("harness: " + e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
        lostOperations();
        return calls;
    }

    private void confirm(LoadedTool tool, List<ToolTrial.Call> calls, Consumer<String> toolProblems) {
        ToolReport claimed = claims.get(tool.name());
        if (claimed == null) {
            toolProblems.accept("report: the tool is not in it");
            return;
        }
        Optional<RawOperation> operation =
                api.operationAt(claimed.pointer()).or(() -> api.operation(claimed.method(), claimed.path()));
        if (operation.isEmpty()) {
            toolProblems.accept("operation: the document has no " + claimed.method() + " " + claimed.path());
            return;
        }
        RequestConfirmer confirmer = new RequestConfirmer(
                operation.get(),
                claimed,
                address(tools.integration(), tool.tool().descriptor()),
                tools.integration().securitySchemes(),
                judge,
                toolProblems);
        confirmer.confirmTool();
        calls.forEach(confirmer::confirm);
    }

    /** Where the tool's requests go: to a server of its own, which may be a path on the host of the others, or to the base URL. */
    private static String address(Integration integration, ToolDescriptor tool) {
        String base = integration.baseUrl();
        String own = tool.server().map(integration.servers()::get).orElse(base);
        int path = base.indexOf('/', base.indexOf("://") + 3);
        String origin = path < 0 ? base : base.substring(0, path);
        return own.startsWith("/") ? origin + (own.equals("/") ? "" : own) : own;
    }

    /** Every operation is a tool, or it is told why not. */
    private void lostOperations() {
        Set<String> told = new HashSet<>();
        claims.values().forEach(claim -> {
            told.add(claim.method() + " " + claim.path());
            api.operationAt(claim.pointer()).ifPresent(operation -> told.add(operation.toString()));
        });
        report.path("notTools").forEach(notATool -> {
            told.add(notATool.path("operation").asString(""));
            api.operationAt(notATool.path("pointer").asString(""))
                    .ifPresent(operation -> told.add(operation.toString()));
        });
        for (RawOperation operation : api.operations()) {
            if (!told.contains(operation.toString())) {
                problems.accept("", "lost-operation: " + operation + " is no tool, and nothing says why");
            }
        }
    }
}
