package dev.mcpcodegen.it.corpus;

import dev.mcpcodegen.it.corpus.DocumentResult.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/** The table over all documents, for people and programs. */
final class CorpusReport {

    private static final List<String> COLUMNS = List.of(
            "file",
            "version",
            "status",
            "operations",
            "tools",
            "undocumented",
            "notTools",
            "javaFiles",
            "generateMs",
            "compileMs",
            "listBytes",
            "heapMb",
            "message");

    private static final int SHOWN_MESSAGE = 110;
    private static final int SHOWN_GROUPS = 60;

    private final Map<String, DocumentResult> results = new TreeMap<>();

    /** Takes the result of a document; from any thread. */
    synchronized void add(CorpusDocument document, DocumentResult result) {
        results.put(document.name(), result);
    }

    synchronized boolean hasFailed() {
        return results.values().stream().anyMatch(result -> result.status.equals("failed"));
    }

    /** Writes {@code corpus-report.tsv} and {@code corpus-problems.tsv}. */
    synchronized void write(Path folder) throws IOException {
        List<String> rows = new ArrayList<>(List.of(String.join("\t", COLUMNS)));
        List<String> problems = new ArrayList<>(List.of("file\ttool\tproblem"));
        results.forEach((name, result) -> {
            rows.add(String.join("\t", cells(name, result)));
            for (Problem problem : result.problems) {
                problems.add(name + "\t" + line(problem.tool()) + "\t" + line(problem.problem()));
            }
        });
        Files.createDirectories(folder);
        Files.write(folder.resolve("corpus-report.tsv"), rows);
        Files.write(folder.resolve("corpus-problems.tsv"), problems);
    }

    synchronized void print(PrintStream out) {
        List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));
        results.forEach((name, result) -> rows.add(cells(name, result)));
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                boolean last = column == row.size() - 1;
                line.append(last ? cut(row.get(column)) : padded(rows, row, column))
                        .append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
        out.println();
        summary().forEach(out::println);
    }

    /** The counts over all documents, a line each. */
    synchronized List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add("documents: " + results.size() + ", ok " + count("ok") + ", refused " + count("refused") + ", failed "
                + count("failed"));
        long operations = sum(result -> result.operations, "");
        long usable = operations - sum(result -> result.operations, "refused");
        long tools = sum(result -> result.tools, "");
        lines.add("operations: " + operations + " (" + usable + " in documents that are not refused), tools: " + tools
                + ", " + percent(tools, operations) + " of all, " + percent(tools, usable) + " of those not refused");
        lines.add("calls confirmed: " + sum(result -> result.calls, "") + ", findings: "
                + sum(result -> result.problems.size(), ""));
        lines.add("schemas that are unsafe or invalid: "
                + findings("unsafe-|invalid-schema|duplicate-name|array-without-items") + ", dangling refs: "
                + findings("dangling-ref"));
        Map<String, Integer> reasons = new TreeMap<>();
        results.values()
                .forEach(
                        result -> result.notToolReasons.forEach((reason, n) -> reasons.merge(reason, n, Integer::sum)));
        reasons.forEach((reason, n) -> lines.add("no tool: " + n + " x " + line(reason)));
        lines.addAll(groups());
        return lines;
    }

    /** Findings by their class, which is what stands before the colon. */
    private List<String> groups() {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Map<String, Integer>> documents = new TreeMap<>();
        results.forEach((name, result) -> result.problems.forEach(problem -> {
            String group = problem.problem().split(":", 2)[0];
            counts.merge(group, 1, Integer::sum);
            documents.computeIfAbsent(group, key -> new TreeMap<>()).merge(name, 1, Integer::sum);
        }));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(SHOWN_GROUPS)
                .map(group -> "finding: " + group.getValue() + " x " + group.getKey() + " in "
                        + documents.getOrDefault(group.getKey(), Map.of()))
                .toList();
    }

    private long findings(String beginnings) {
        Pattern beginning = Pattern.compile(beginnings);
        return sum(
                result -> result.problems.stream()
                        .filter(problem -> beginning.matcher(problem.problem()).lookingAt())
                        .count(),
                "");
    }

    private long count(String status) {
        return results.values().stream()
                .filter(result -> result.status.equals(status))
                .count();
    }

    /** Over the documents of a status; over all when it is empty. */
    private long sum(ToLongFunction<DocumentResult> of, String status) {
        return results.values().stream()
                .filter(result -> status.isEmpty() || result.status.equals(status))
                .mapToLong(of)
                .sum();
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static List<String> cells(String name, DocumentResult result) {
        return List.of(
                name,
                result.version,
                result.status,
                String.valueOf(result.operations),
                String.valueOf(result.tools),
                String.valueOf(result.undocumented),
                String.valueOf(result.notTools),
                String.valueOf(result.javaFiles),
                String.valueOf(result.generateMs),
                String.valueOf(result.compileMs),
                String.valueOf(result.listBytes),
                String.valueOf(result.heapMb),
                line(result.message));
    }

    private static String padded(List<List<String>> rows, List<String> row, int column) {
        int width = rows.stream()
                .map(other -> other.get(column).length())
                .max(Comparator.naturalOrder())
                .orElse(0);
        String space = " ".repeat(width - row.get(column).length());
        return column >= 3 ? space + row.get(column) : row.get(column) + space;
    }

    private static String cut(String text) {
        return text.length() > SHOWN_MESSAGE ? text.substring(0, SHOWN_MESSAGE) + "..." : text;
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
