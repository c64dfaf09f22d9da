package dev.mcpcodegen.it.benchmarks.serving;

import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Capability;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.Subject;
import dev.mcpcodegen.runtime.arguments.ArgumentReader;
import dev.mcpcodegen.runtime.arguments.ArgumentReading;
import dev.mcpcodegen.runtime.audit.AuditArguments;
import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.catalog.ToolView;
import dev.mcpcodegen.runtime.protocol.Envelope;
import dev.mcpcodegen.runtime.protocol.EnvelopeReader;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.protocol.McpRequest;
import dev.mcpcodegen.runtime.protocol.ResultWriter;
import dev.mcpcodegen.runtime.protocol.Revision;
import dev.mcpcodegen.runtime.protocol.ServerInfo;
import dev.mcpcodegen.runtime.protocol.ToolResultWriter;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The steps of a request, each by itself, without a container. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RuntimeSteps {

    private static final int TOOLS = 100;

    private final EnvelopeReader envelopes = new EnvelopeReader();
    private final byte[] body = Scenario.READ.body();
    private final ServerInfo info = new ServerInfo(ServedTools.INTEGRATION, "Benchmark", "1", null);
    private final ResultWriter results = new ResultWriter(info);
    private final ToolResultWriter toolResults = new ToolResultWriter(info);
    private final ToolView view = view();
    private final ArgumentReader<?> reader =
            view.find(ServedTools.READ).orElseThrow().arguments();
    private final ObjectNode arguments =
            (ObjectNode) Objects.requireNonNull(request().param("arguments"));
    private final ObjectNode valid = ((ArgumentReading.Valid) reader.read(arguments)).arguments();
    private final JsonNode vendorAnswer = new JsonMapper().readTree(VendorProcess.ITEM);

    public static void main(String[] options) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(RuntimeSteps.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }

    @Benchmark
    public Envelope parsesTheEnvelope() {
        return envelopes.read(body);
    }

    @Benchmark
    public ArgumentReading readsAndValidatesArguments() {
        return reader.read(arguments);
    }

    @Benchmark
    public Object bindsArguments() {
        return reader.bind(valid);
    }

    @Benchmark
    public ObjectNode redactsArgumentsForTheTrail() {
        return AuditArguments.redact(arguments, reader.schema());
    }

    @Benchmark
    public byte[] rendersATextResult() {
        return toolResults.write(Revision.R2026_07_28, ToolResult.text("The quick brown fox jumps over the lazy dog"));
    }

    @Benchmark
    public byte[] rendersAJsonResult() {
        return toolResults.write(Revision.R2026_07_28, ToolResult.json(vendorAnswer));
    }

    @Benchmark
    public McpAnswer answersAList() {
        return list();
    }

    @Benchmark
    public McpAnswer answersAListCompressed() {
        return list().gzipped();
    }

    private McpAnswer list() {
        return view.list(Revision.R2026_07_28, null, results)
                .map(list -> McpAnswer.result("4711", list))
                .orElseThrow();
    }

    private McpRequest request() {
        return (McpRequest) ((Envelope.Single) envelopes.read(body)).message();
    }

    private static ToolView view() {
        ToolCatalog catalog = ToolCatalog.load(List.of(ServedTools.integration(TOOLS)), Map.of(), Integer.MAX_VALUE);
        Account account = new Account("tenant", "account", ServedTools.INTEGRATION, null, false);
        return catalog.view(new Grant("grant", account, new Subject.Server("server"), Capability.ALL, null))
                .orElseThrow();
    }
}
