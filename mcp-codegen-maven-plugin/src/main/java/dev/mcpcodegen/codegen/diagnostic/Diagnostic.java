package dev.mcpcodegen.codegen.diagnostic;

/**
 * One finding.
 *
 * @param message what is wrong
 * @param cure what to do about it; empty when there is nothing to do
 */
public record Diagnostic(Severity severity, SourceLocation location, String message, String cure) {

    private static final String INDENT = "\n        ";

    /** Whether it stops the build. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Place, message and cure on lines of their own, as people read them in a build's log. */
    @Override
    public String toString() {
        return oneLine(location.toString())
                + INDENT
                + oneLine(message)
                + (cure.isEmpty() ? "" : INDENT + oneLine(cure));
    }

    /** Names of a document are quoted in messages; a line feed in one of them must not look like another line of the log. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(c -> isPlain(c) ? c : ' ').forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
