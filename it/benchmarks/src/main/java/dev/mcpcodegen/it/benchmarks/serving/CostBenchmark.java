package dev.mcpcodegen.it.benchmarks.serving;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** What a request costs the server: a bare servlet, ours, and the MCP Java SDK, all on one kind of Tomcat. */
final class CostBenchmark {

    private static final int TOOLS = 100;

    private final ServingSettings settings;
    private final PrintStream out;

    CostBenchmark(ServingSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    String run() throws IOException, InterruptedException, ExecutionException {
        try (Servers servers = new Servers(settings.target().resolve("cost"))) {
            ChildProcess vendor = servers.vendor();
            ChildProcess ours = servers.ours("tomcat", vendor, TOOLS, List.of());
            ChildProcess sdk = servers.sdk(vendor);
            ChildProcess bare = servers.bare(vendor, recorded(ours));
            StringBuilder table = new StringBuilder("Tomcat: " + TomcatContainer.SETTINGS
                    + ". Requests of 2025-11-25 where nothing else is said, on 4 connections. Proxied: the bare servlet hands on the"
                    + " vendor's bytes; the SDK waits in the container's thread.\n\n"
                    + CostTable.HEADER);
            for (Scenario scenario : Scenario.values()) {
                table.append(measured(scenario, bare, ours, sdk));
            }
            return table.toString();
        }
    }

    /** The bare servlet answers with what ours answered. */
    private Path recorded(ChildProcess ours) throws IOException {
        Path answers = Files.createDirectories(settings.target().resolve("answers"));
        for (Scenario scenario : Scenario.values()) {
            byte[] answer = new Subject(scenario.label(), ours, scenario.legacy("/mcp")).answer();
            Files.write(answers.resolve(scenario.name()), answer);
        }
        return answers;
    }

    private String measured(Scenario scenario, ChildProcess bare, ChildProcess ours, ChildProcess sdk)
            throws IOException, InterruptedException, ExecutionException {
        List<Subject> subjects = new ArrayList<>();
        Subject base = new Subject("bare servlet", bare, scenario.legacy("/" + scenario.name()));
        subjects.add(base);
        subjects.add(new Subject("ours", ours, scenario.legacy("/mcp")));
        subjects.add(new Subject("ours, 2026-07-28", ours, scenario.modern("/mcp")));
        // The SDK has no gzip of its own, and Tomcat's is off.
        Subject peer = scenario.takesGzip() ? null : new Subject("Java SDK", sdk, scenario.legacy("/mcp"));
        if (peer != null) {
            subjects.add(peer);
        }
        out.println(scenario.label());
        Map<Subject, List<Subject.Cost>> costs = new InterleavedRun(settings, out).measure(subjects);
        StringBuilder rows = new StringBuilder();
        costs.forEach((subject, own) -> rows.append(CostTable.row(
                scenario.label(),
                subject.label(),
                own,
                subject == base ? "" : CostTable.ratio(own, costs.getOrDefault(base, own)),
                peer == null || subject == peer ? "" : CostTable.ratio(own, costs.getOrDefault(peer, own)),
                subject.answer().length)));
        return rows.toString();
    }
}
