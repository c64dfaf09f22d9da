package dev.mcpcodegen.codegen.output;

/**
 * A file to be written.
 *
 * @param kind which root it belongs to
 * @param path relative to that root, segments separated by {@code /}
 * @param content the whole text, written as UTF-8
 */
public record GeneratedFile(Kind kind, String path, String content) {

    /** The roots a build has. */
    public enum Kind {
        SOURCE,
        RESOURCE
    }
}
