package dev.mcpcodegen.it.benchmarks.serving;

import dev.mcpcodegen.it.benchmarks.Folders;
import dev.mcpcodegen.it.benchmarks.OwnGeneration;
import dev.mcpcodegen.it.benchmarks.ToolCompilation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What generated tools add to the start of a Jetty with nothing to serve, each time in a fresh JVM. */
final class StartBenchmark {

    private static final int[] TOOLS = {3, 102, 1_200};

    private final ServingSettings settings;
    private final PrintStream out;

    StartBenchmark(ServingSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    String run() throws IOException {
        Map<String, List<String>> classPaths = new LinkedHashMap<>();
        classPaths.put("no runtime, no tools", List.of());
        for (int tools : TOOLS) {
            classPaths.put(tools + " tools", generated(tools));
        }
        Map<String, List<Start>> starts = new LinkedHashMap<>();
        for (int round = 0; round < settings.rounds(); round++) {
            for (Map.Entry<String, List<String>> each : classPaths.entrySet()) {
                Start start = start(each.getValue());
                out.println(each.getKey() + ": " + start);
                starts.computeIfAbsent(each.getKey(), ignored -> new ArrayList<>())
                        .add(start);
            }
        }
        StringBuilder table = new StringBuilder(
                "Generated tools, compiled, on the class path of an embedded Jetty; from the first line of its main to"
                        + " serving, and the heap after a collection.\n\n"
                        + "| served | ready after ms (min-max) | adds ms | heap MB | adds MB |\n|---|---|---|---|---|\n");
        List<Start> base = starts.values().iterator().next();
        starts.forEach((what, own) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %d (%d-%d) | %d | %.1f | %.1f |%n",
                what,
                millis(own, own.size() / 2),
                millis(own, 0),
                millis(own, own.size() - 1),
                millis(own, own.size() / 2) - millis(base, base.size() / 2),
                heap(own) / 1e6,
                (heap(own) - heap(base)) / 1e6)));
        return table.toString();
    }

    /** Generates and compiles tools; returns what they add to a class path. */
    private List<String> generated(int tools) throws IOException {
        Path folder = settings.target().resolve("start").resolve(String.valueOf(tools));
        Folders.delete(folder);
        ManyOperations.write(
                folder.resolve("specs").resolve(ServedTools.INTEGRATION).resolve("openapi.json"), tools);
        Path output = folder.resolve("generated");
        Path classes = folder.resolve("classes");
        OwnGeneration.main(new String[] {folder.resolve("specs").toString(), output.toString()});
        ToolCompilation.main(new String[] {output.resolve("sources").toString(), classes.toString()});
        return List.of(classes.toString(), output.resolve("resources").toString());
    }

    private Start start(List<String> classPath) throws IOException {
        try (Servers servers = new Servers(settings.target().resolve("start"))) {
            Properties stats = servers.started(classPath).stats("?gc=1");
            return new Start(
                    Long.parseLong(stats.getProperty("startMillis")), Long.parseLong(stats.getProperty("heap")));
        }
    }

    private static long millis(List<Start> starts, int index) {
        return starts.stream().mapToLong(Start::millis).sorted().toArray()[index];
    }

    private static long heap(List<Start> starts) {
        return starts.stream().mapToLong(Start::heapBytes).sorted().toArray()[starts.size() / 2];
    }

    /** One start of a JVM. */
    private record Start(long millis, long heapBytes) {}
}
