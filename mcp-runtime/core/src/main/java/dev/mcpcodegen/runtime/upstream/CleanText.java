package dev.mcpcodegen.runtime.upstream;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A vendor's text without what a reader cannot see: control, bidirectional, zero-width and tag characters. Pure. */
public final class CleanText {

    private static final Pattern INVISIBLE_ELEMENTS =
            Pattern.compile("<(script|style|head)\\b.*?</\\1\\s*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^<>]*+>");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MAX_HTML_CHARS = 16 * 1024;

    private CleanText() {}

    /** Returns the text; line breaks and tabs stay. */
    public static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                clean.append((char) c);
            } else if (isSeparator(c)) {
                clean.append(' ');
            } else if (!isInvisible(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** Returns clean text of at most {@code maxBytes} in UTF-8, marked with an ellipsis where it was cut. */
    public static String of(String text, int maxBytes) {
        // A character takes a byte or more: what lies beyond is cut in any case.
        String clean = of(text.length() > maxBytes ? text.substring(0, maxBytes + 1) : text)
                .strip();
        if (clean.getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
            return clean;
        }
        int room = maxBytes - "…".getBytes(StandardCharsets.UTF_8).length;
        int end = 0;
        while (end < clean.length()) {
            int c = clean.codePointAt(end);
            room -= Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) {
                break;
            }
            end += Character.charCount(c);
        }
        return clean.substring(0, end) + "…";
    }

    /** Returns the words of an HTML page. */
    static String ofHtml(String html, int maxBytes) {
        String start = html.substring(0, Math.min(html.length(), MAX_HTML_CHARS));
        String words = TAG.matcher(INVISIBLE_ELEMENTS.matcher(start).replaceAll(" "))
                .replaceAll(" ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        return of(BLANKS.matcher(words).replaceAll(" "), maxBytes);
    }

    private static boolean isSeparator(int c) {
        return (Character.isISOControl(c) && c != '\r') || c == 0x2028 || c == 0x2029;
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return c == '\r'
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || (c >= 0xE0000 && c <= 0xE0FFF); // tags and variation selectors, which can spell out hidden text
    }
}
