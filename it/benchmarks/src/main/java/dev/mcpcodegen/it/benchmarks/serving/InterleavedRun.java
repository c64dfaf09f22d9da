package dev.mcpcodegen.it.benchmarks.serving;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Asks all subjects in turns, so that a busy machine is busy for all of them, after each has had time to warm up. */
final class InterleavedRun {

    private static final int FIRST = 200;

    /** By then everything on the way of a request has been compiled for good, and the compilers have caught up. */
    private static final int WARM = 20_000;

    private final ServingSettings settings;
    private final PrintStream out;

    InterleavedRun(ServingSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Returns the costs of every subject, one a round. */
    Map<Subject, List<Subject.Cost>> measure(List<Subject> subjects)
            throws IOException, InterruptedException, ExecutionException {
        Map<Subject, Long> counts = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            counts.put(subject, warmed(subject));
        }
        Map<Subject, List<Subject.Cost>> costs = new LinkedHashMap<>();
        for (int round = 0; round < settings.rounds(); round++) {
            for (Subject subject : subjects) {
                Subject.Cost cost = subject.ask(counts.getOrDefault(subject, 1L));
                costs.computeIfAbsent(subject, ignored -> new ArrayList<>()).add(cost);
                out.printf("%s: %.1f us CPU%n", subject.label(), cost.cpuNanos() / 1e3);
            }
        }
        return costs;
    }

    /** Asks until the server is warm, and tells how many requests make one measurement. */
    private long warmed(Subject subject) throws IOException, InterruptedException, ExecutionException {
        double wanted = settings.cpuMillis() * 1e6;
        double each = wanted;
        long asked = 0;
        long count = FIRST;
        while (asked < WARM) {
            each = Math.max(1_000, subject.ask(count).cpuNanos());
            asked += count;
            count = 2 * asked;
        }
        return (long) (wanted / each) + 1;
    }
}
