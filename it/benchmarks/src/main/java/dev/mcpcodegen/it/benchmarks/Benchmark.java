package dev.mcpcodegen.it.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs all contenders in turns and prints how they compare. */
public final class Benchmark {

    private final BenchmarkSettings settings;
    private final PrintStream out;

    private Benchmark(BenchmarkSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Benchmark(BenchmarkSettings.ofSystemProperties(), System.out).run();
    }

    private void run() throws IOException, InterruptedException {
        Files.createDirectories(settings.target());
        Optional<NodePackages> node = NodePackages.find(settings.target().resolve("npm"));
        Optional<Path> document = document(node);
        if (document.isEmpty()) {
            out.println("Nothing is measured: there is no Node to fetch GitHub's description with."
                    + " Name a description with -Dbenchmark.document=<file>.");
            return;
        }
        Contenders contenders = new Contenders(settings, document.get());
        List<Contender> all = new ArrayList<>(contenders.onTheJvm());
        if (node.isPresent()) {
            all.add(contenders.onNode(node.get()));
        } else {
            out.println("openapi-mcp-generator is left out: there is no Node.");
        }

        Map<Contender, List<Measurement>> measured = new LinkedHashMap<>();
        for (int round = 0; round < settings.rounds(); round++) {
            measure(all, measured);
        }
        measure(contenders.inExcess(), measured);
        String table = ComparisonTable.of(document.get(), measured);
        Path file = settings.target().resolve("comparison.md");
        Files.writeString(file, table);
        out.println();
        out.print(table);
        out.println("Written to " + file);
    }

    private void measure(List<Contender> contenders, Map<Contender, List<Measurement>> measured)
            throws IOException, InterruptedException {
        for (Contender contender : contenders) {
            contender.clean();
            Measurement measurement = MeasuredProcess.run(contender, settings.target());
            out.println(contender.name() + ": " + measurement);
            measured.computeIfAbsent(contender, ignored -> new ArrayList<>()).add(measurement);
        }
    }

    private Optional<Path> document(Optional<NodePackages> node) throws IOException, InterruptedException {
        if (!settings.document().isEmpty()) {
            return Optional.of(Path.of(settings.document()).toRealPath());
        }
        if (node.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(node.get().install(settings.octokit()).resolve("generated/api.github.com.json"));
    }
}
