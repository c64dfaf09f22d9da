package dev.mcpcodegen.it.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** All measurements as a Markdown table: the median of each, and what the files amount to. */
final class ComparisonTable {

    private static final String HEADER = """
            | what | wall s | CPU s | memory MB | heap MB | files | MB | lines | tools/list |
            |---|---|---|---|---|---|---|---|---|
            """;

    private ComparisonTable() {}

    static String of(Path document, Map<Contender, List<Measurement>> measured)
            throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder(introduction(document, measured)).append(HEADER);
        for (Map.Entry<Contender, List<Measurement>> row : measured.entrySet()) {
            table.append(row(row.getKey(), row.getValue())).append('\n');
        }
        return table.append(ratio(measured, Contenders.PARSER))
                .append(ratio(measured, Contenders.TYPED_CLIENT))
                .toString();
    }

    private static String introduction(Path document, Map<Contender, List<Measurement>> measured) throws IOException {
        return String.format(
                Locale.ROOT,
                "%s, %.1f MB; medians of %d rounds; %d cores, load %.1f at the end; Java %s%n%n",
                document.getFileName(),
                Files.size(document) / 1e6,
                measured.values().iterator().next().size(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version());
    }

    private static String row(Contender contender, List<Measurement> runs) throws IOException, InterruptedException {
        List<String> cells = new ArrayList<>();
        boolean failed = runs.stream().anyMatch(run -> run.exit() != 0);
        cells.add(contender.name() + (failed ? " (failed)" : ""));
        cells.add(seconds(median(runs, run -> run.wall().toMillis())));
        cells.add(seconds(median(runs, run -> run.cpu().toMillis())));
        cells.add(megabytes(median(runs, Measurement::residentBytes)));
        cells.add(megabytes(median(runs, Measurement::heapBytes)));
        if (contender.output().isPresent()) {
            Folders.Size size = Folders.size(contender.output().get());
            cells.add(String.valueOf(size.files()));
            cells.add(String.format(Locale.ROOT, "%.1f", size.bytes() / 1e6));
            cells.add(String.valueOf(size.lines()));
        } else {
            cells.addAll(List.of("", "", ""));
        }
        cells.add(
                contender.toolList().isPresent() && !failed
                        ? contender.toolList().get().size()
                        : "");
        return "| " + String.join(" | ", cells) + " |";
    }

    /** How long we took against another. */
    private static String ratio(Map<Contender, List<Measurement>> measured, String other) {
        return String.format(
                Locale.ROOT,
                "%n%s : %s = %.2f%n",
                Contenders.OURS,
                other,
                (double) wall(measured, Contenders.OURS) / wall(measured, other));
    }

    private static long wall(Map<Contender, List<Measurement>> measured, String name) {
        return measured.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .mapToLong(entry -> median(entry.getValue(), run -> run.wall().toMillis()))
                .findFirst()
                .orElseThrow();
    }

    private static long median(List<Measurement> runs, ToLongFunction<Measurement> of) {
        long[] sorted = runs.stream().mapToLong(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.2f", millis / 1000.0);
    }

    private static String megabytes(long bytes) {
        return bytes == 0 ? "" : String.valueOf(bytes >> 20);
    }
}
