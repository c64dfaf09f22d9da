package dev.mcpcodegen.it.corpus;

import java.nio.file.Path;
import java.util.Locale;

/**
 * One API description to run over.
 *
 * @param name its path below the folder, separated by slashes
 * @param file its entry file
 */
record CorpusDocument(String name, Path file) {

    private static final int LONGEST = 20;

    /** A name for its integration, as short as people choose them. */
    String integration() {
        String stem = stem(file);
        Path folder = file.getParent();
        if (stem.toLowerCase(Locale.ROOT).matches("openapi|swagger") && folder != null) {
            stem = String.valueOf(folder.getFileName());
        }
        String vendor = stem.contains("--") ? stem.substring(0, stem.indexOf("--")) : stem;
        String clean =
                vendor.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[_0-9]+", "");
        String cut = (clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean).replaceAll("_+$", "");
        return cut.isEmpty() ? "vendor" : cut;
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
