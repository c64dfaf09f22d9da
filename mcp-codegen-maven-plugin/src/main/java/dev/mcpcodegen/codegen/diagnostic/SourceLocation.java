package dev.mcpcodegen.codegen.diagnostic;

/**
 * Place in an input file.
 *
 * @param file path as the caller displays it, separated by {@code /}
 * @param pointer JSON Pointer (RFC 6901) within the file; empty for the whole file or where the file is no tree
 * @param line counted from 1; 0 when unknown
 */
public record SourceLocation(String file, String pointer, int line) {

    /** Whole file. */
    public static SourceLocation of(String file) {
        return new SourceLocation(file, "", 0);
    }

    /** One line of a file that is no tree. */
    public static SourceLocation of(String file, int line) {
        return new SourceLocation(file, "", line);
    }

    /** {@code specs/x/openapi.yaml#/paths/~1cards (line 12)}; what is unknown is left out. */
    @Override
    public String toString() {
        String place = pointer.isEmpty() ? file : file + "#" + pointer;
        return line > 0 ? place + " (line " + line + ")" : place;
    }
}
