package dev.mcpcodegen.it.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM's log of its heap: how full it was before each collection and at the end. */
final class HeapLog {

    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");
    private static final Pattern AT_END = Pattern.compile("total \\d+K, used (\\d+)K");

    private HeapLog() {}

    static String option(Path log) {
        return "-Xlog:gc,gc+heap+exit:file=" + log;
    }

    /** Returns the most bytes that the heap held; zero when there is no log. */
    static long fullest(Path log) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        long fullest = 0;
        long atEnd = 0;
        for (String line : Files.readAllLines(log)) {
            Matcher collection = COLLECTION.matcher(line);
            if (collection.find()) {
                fullest = Math.max(fullest, Long.parseLong(collection.group(1)) << 20);
            }
            atEnd += AT_END.matcher(line).results().mapToLong(HeapLog::bytes).sum();
        }
        return Math.max(fullest, atEnd);
    }

    private static long bytes(MatchResult kilobytes) {
        return Long.parseLong(kilobytes.group(1)) << 10;
    }
}
