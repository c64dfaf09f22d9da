package dev.mcpcodegen.it.benchmarks.serving;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/** Measures serving and prints how it compares. */
public final class ServingBenchmark {

    private final ServingSettings settings;
    private final PrintStream out;
    private final StringBuilder report = new StringBuilder();

    private ServingBenchmark(ServingSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        new ServingBenchmark(ServingSettings.ofSystemProperties(), System.out).run();
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(settings.target());
        report.append(machine("at the start"));
        if (settings.parts().contains("cost")) {
            section("Cost of a request", new CostBenchmark(settings, out).run());
        }
        if (settings.parts().contains("growth")) {
            section("Growth", new GrowthBenchmark(settings, out).run());
        }
        if (settings.parts().contains("start")) {
            section("Start", new StartBenchmark(settings, out).run());
        }
        if (settings.parts().contains("slow")) {
            section("Slow vendor", new SlowVendorBenchmark(settings, out).run());
        }
        Path file = settings.target().resolveSibling("serving.md");
        report.append('\n').append(machine("at the end"));
        Files.writeString(file, report);
        out.println();
        out.print(report);
        out.println("Written to " + file);
    }

    private void section(String title, String text) {
        report.append("\n### ").append(title).append("\n\n").append(text);
    }

    private String machine(String when) {
        return String.format(
                Locale.ROOT,
                "%d cores, load %.1f %s; Java %s; medians of %d rounds of about %.1f s of CPU each; servers with -Xmx512m%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                when,
                Runtime.version(),
                settings.rounds(),
                settings.cpuMillis() / 1e3);
    }
}
