package dev.mcpcodegen.it.corpus;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to run over, and how.
 *
 * @param folder holds the documents; null for none
 * @param target where reports and generated files go
 * @param synthetic how many operations a made-up document has that runs along; 0 for none
 * @param parallel documents at a time
 * @param limit the most time that one document may take
 * @param heap the most heap of one document's process, as {@code -Xmx} takes it
 * @param only a regular expression that a document's path must contain; empty for all
 * @param fail whether a failed document fails the run
 */
record CorpusOptions(
        @Nullable Path folder,
        Path target,
        int synthetic,
        int parallel,
        Duration limit,
        String heap,
        String only,
        boolean fail) {

    /** Reads the system properties {@code corpus.*}. */
    static CorpusOptions fromSystemProperties() {
        String folder = System.getProperty("corpus.dir", "");
        return new CorpusOptions(
                folder.isBlank() ? null : Path.of(folder).toAbsolutePath().normalize(),
                Path.of(System.getProperty("corpus.target", "target")).toAbsolutePath(),
                Integer.getInteger("corpus.synthetic", 0),
                Math.max(1, Integer.getInteger("corpus.parallel", 2)),
                Duration.ofSeconds(Long.getLong("corpus.seconds", 180)),
                System.getProperty("corpus.heap", "768m"),
                System.getProperty("corpus.only", ""),
                Boolean.parseBoolean(System.getProperty("corpus.fail", "true")));
    }
}
