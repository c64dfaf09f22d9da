package dev.mcpcodegen.it.benchmarks.serving;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Lines of Markdown about costs: the median of all rounds, with the least and the most. */
final class CostTable {

    static final String HEADER = """
            | request | server | CPU us (min-max) | times bare | times SDK | allocated KB | answer bytes |
            |---|---|---|---|---|---|---|
            """;

    private CostTable() {}

    static String row(
            String request, String server, List<Subject.Cost> costs, String timesBare, String timesSdk, int bytes) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %.1f | %d |%n",
                request,
                server,
                micros(costs),
                timesBare,
                timesSdk,
                median(costs, Subject.Cost::allocatedBytes) / 1024,
                bytes);
    }

    static String micros(List<Subject.Cost> costs) {
        double[] sorted = sorted(costs, Subject.Cost::cpuNanos);
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f-%.1f)",
                sorted[sorted.length / 2] / 1e3,
                sorted[0] / 1e3,
                sorted[sorted.length - 1] / 1e3);
    }

    /** How many times as much one costs as another, by their medians. */
    static String ratio(List<Subject.Cost> costs, List<Subject.Cost> others) {
        return String.format(
                Locale.ROOT, "%.2f", median(costs, Subject.Cost::cpuNanos) / median(others, Subject.Cost::cpuNanos));
    }

    static double median(List<Subject.Cost> costs, ToDoubleFunction<Subject.Cost> of) {
        double[] sorted = sorted(costs, of);
        return sorted[sorted.length / 2];
    }

    private static double[] sorted(List<Subject.Cost> costs, ToDoubleFunction<Subject.Cost> of) {
        double[] values = costs.stream().mapToDouble(of).toArray();
        Arrays.sort(values);
        return values;
    }
}
