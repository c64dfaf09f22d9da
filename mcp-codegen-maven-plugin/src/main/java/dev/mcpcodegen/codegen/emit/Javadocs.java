package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Javadoc comment, and the one encoder for the text of others in comments. Whatever goes in, what comes out ends no comment, holds no
 * backslash (a compiler decodes Unicode escapes before it sees comments: Java Language Specification, 3.3), no tag and no HTML but ours.
 */
final class Javadocs {

    /** Where lines are wrapped. */
    private static final int WIDTH = 120;

    /** Markup of the vendor's page: breaks, emphasis, and links to what no reader of Java follows. Bounded: the text is the vendor's. */
    private static final Pattern BREAK = Pattern.compile("<(?:br|BR|p|/p)\\s{0,9}/?>");

    private static final Pattern TAG = Pattern.compile(
            "</?(?:a|b|i|u|em|strong|code|pre|span|div|ul|ol|li|h[1-6]|sup|sub|small)" + "(?:\\s[^<>]{0,500})?/?>");
    private static final Pattern STRONG = Pattern.compile("\\*\\*(?=\\S)([^*\\n]{1,500})(?<=\\S)\\*\\*");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]\\n]{1,500})]\\([^()\\s]{0,1000}\\)");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern BULLET = Pattern.compile("[-*]\\s+(.*)");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n\\s*\n");

    /** What stays on one line: a word, or a short piece of code with what touches it. */
    private static final Pattern WORD = Pattern.compile("\\S*\\{@code [^{}]{1,60}}\\S*|\\S+");

    private final int width;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param depth how many types the comment's type is nested in
     */
    Javadocs(int depth) {
        this.width = WIDTH - 4 * depth - " * ".length();
    }

    /** Adds paragraphs of text; lines that begin with a dash or an asterisk become lists. */
    Javadocs text(String text) {
        for (String paragraph :
                EMPTY_LINES.splitAsStream(unmarked(visible(text)).strip()).toList()) {
            if (!paragraph.isBlank()) {
                paragraph(paragraph);
            }
        }
        return this;
    }

    /** Adds a block tag with a text of one paragraph, encoded by {@link #inline} or made of our own words. */
    Javadocs tag(String tag, String encoded) {
        boolean firstTag = lines.stream().noneMatch(line -> line.startsWith("@"));
        if (firstTag && !lines.isEmpty()) {
            lines.add("");
        }
        wrap(tag + " ", "    ", encoded);
        return this;
    }

    CodeBlock code() {
        return CodeBlock.of("$L\n", String.join("\n", lines));
    }

    private void paragraph(String paragraph) {
        String open = lines.isEmpty() ? "" : "<p>";
        if (!lines.isEmpty()) {
            lines.add("");
        }
        boolean inList = false;
        StringBuilder prose = new StringBuilder();
        for (String line : paragraph.lines().map(String::strip).toList()) {
            Matcher bullet = BULLET.matcher(line);
            if (bullet.matches()) {
                flush(inList ? "  <li>" : open, inList ? "      " : "", prose);
                if (!inList) {
                    lines.add("<ul>");
                    inList = true;
                }
                prose.append(bullet.group(1));
            } else {
                prose.append(' ').append(line);
            }
        }
        flush(inList ? "  <li>" : open, inList ? "      " : "", prose);
        if (inList) {
            lines.add("</ul>");
        }
    }

    private void flush(String firstPrefix, String nextPrefix, StringBuilder prose) {
        if (!prose.isEmpty()) {
            wrap(firstPrefix, nextPrefix, inline(prose.toString()));
            prose.setLength(0);
        }
    }

    private void wrap(String firstPrefix, String nextPrefix, String encoded) {
        StringBuilder line = new StringBuilder(firstPrefix);
        boolean atStart = true;
        for (String word :
                WORD.matcher(encoded).results().map(MatchResult::group).toList()) {
            if (!atStart && line.length() + 1 + word.length() > width) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(nextPrefix);
                atStart = true;
            }
            line.append(atStart ? "" : " ").append(word);
            atStart = false;
        }
        lines.add(line.toString().stripTrailing());
    }

    /** Text in a sentence of ours: encoded, on one line, words in backticks as code. */
    static String inline(String text) {
        String visible = unmarked(visible(text)).replace('\n', ' ').strip();
        StringBuilder encoded = new StringBuilder();
        Matcher code = CODE.matcher(visible);
        int end = 0;
        while (code.find()) {
            encoded.append(escaped(visible.substring(end, code.start()))).append(code(code.group(1)));
            end = code.end();
        }
        return encoded.append(escaped(visible.substring(end))).toString();
    }

    /** A word as code. Entities mean nothing within an inline code tag, so what needs one becomes an element. */
    static String code(String text) {
        String visible = visible(text).replace('\n', ' ').strip();
        String escaped = escaped(visible);
        return escaped.equals(visible) && hasBalancedBraces(visible) && !visible.isEmpty()
                ? "{@code " + visible + "}"
                : "<code>" + escaped + "</code>";
    }

    /** Text in a line comment. */
    static String lineComment(String text) {
        return visible(text).replace('\n', ' ').replace('\\', '/').strip();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;");
    }

    /** Leaves the words of the markup that vendors use most; nothing is encoded by this. */
    private static String unmarked(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('[') < 0 && !text.contains("**")) {
            return text;
        }
        String plain = BREAK.matcher(text).replaceAll("\n\n");
        plain = TAG.matcher(plain).replaceAll("");
        plain = LINK.matcher(plain).replaceAll("$1");
        return STRONG.matcher(plain).replaceAll("$1");
    }

    /** Drops what nobody can see; line ends become line feeds, other white space becomes blanks. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
                visible.append('\n');
            } else if (Character.isWhitespace(c)) {
                visible.append(' ');
            } else if (!Invisible.is(c)) {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    private static boolean hasBalancedBraces(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
