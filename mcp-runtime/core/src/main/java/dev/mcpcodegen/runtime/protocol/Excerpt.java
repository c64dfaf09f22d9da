package dev.mcpcodegen.runtime.protocol;

/** Repeats a caller's own words in an answer, but not megabytes of them. */
final class Excerpt {

    private static final int MAX_CHARS = 200;

    private Excerpt() {}

    static String of(String text) {
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "…";
    }
}
