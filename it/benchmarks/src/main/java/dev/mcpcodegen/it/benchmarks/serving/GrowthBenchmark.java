package dev.mcpcodegen.it.benchmarks.serving;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** What a call costs with ever more tools beside the one that is called. */
final class GrowthBenchmark {

    private static final int[] TOOLS = {10, 100, 1_000, 5_000};

    private final ServingSettings settings;
    private final PrintStream out;

    GrowthBenchmark(ServingSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    String run() throws IOException, InterruptedException, ExecutionException {
        try (Servers servers = new Servers(settings.target().resolve("growth"))) {
            ChildProcess vendor = servers.vendor();
            List<Subject> subjects = new ArrayList<>();
            for (int tools : TOOLS) {
                ChildProcess ours = servers.ours("tomcat", vendor, tools, List.of());
                subjects.add(new Subject(tools + " tools", ours, Scenario.READ.legacy("/mcp")));
            }
            StringBuilder table =
                    new StringBuilder(Scenario.READ.label() + ", ours\n\n| tools | CPU us (min-max) |\n|---|---|\n");
            new InterleavedRun(settings, out)
                    .measure(subjects)
                    .forEach((subject, costs) ->
                            table.append("| " + subject.label() + " | " + CostTable.micros(costs) + " |\n"));
            return table.toString();
        }
    }
}
