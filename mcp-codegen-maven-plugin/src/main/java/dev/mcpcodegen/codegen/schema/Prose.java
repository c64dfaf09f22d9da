package dev.mcpcodegen.codegen.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes descriptions short without losing a word: Markdown and HTML markup, link targets and white space go, what they mark stays. A
 * model pays for every byte.
 */
final class Prose {

    /** Text of a link or an image, and where it leads. Bounded repetition: descriptions are the vendor's. */
    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\[\\]]{0,500})]\\(([^()\\s]{0,1000})(?:\\s+\"[^\"]{0,200}\")?\\)");

    /** A sentence that only says where more can be read, which a model cannot open. Never the whole of a description. */
    private static final Pattern POINTER = Pattern.compile(
            "(?:(?<=[.!?])[ \\t]+|\\n\\s*)(?:For (?:more|further|additional) (?:information|details)|Learn more|See also|See)\\b"
                    + "[^.!?\\n\\[]{0,120}\\[[^\\[\\]]{0,300}]\\([^()\\s]{0,1000}\\)[^.!?\\n\\[]{0,60}(?:[.!](?:[\"”](?=\\s|$))?|(?=\\n|$))");

    /** A line that is nothing but a link: navigation of the vendor's page. Never the whole of a description. */
    private static final Pattern LONE_LINK = Pattern.compile(
            "\\n[ \\t]{0,20}(?:[-*][ \\t]{1,9})?\\[[^\\[\\]\\n]{1,100}]\\([^()\\s]{0,1000}\\)[.:]?[ \\t]{0,20}(?=\\n|$)");

    private static final Pattern REFERENCE_LINK = Pattern.compile("\\[([^\\[\\]]{1,500})]\\[[^\\[\\]]{0,200}]");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\\s[^<>]{0,500})?/?>");
    private static final Pattern COMMENT = Pattern.compile("<!--.{0,2000}?-->", Pattern.DOTALL);
    private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)(?=\\S)([^*_]{1,500})(?<=\\S)\\1");
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\w*])\\*(?=[^\\s*])([^*\\n]{1,300})(?<=[^\\s*])\\*(?![\\w*])");
    private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6}[ \\t]+");
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(?:```|~~~)\\w{0,20}[ \\t]*$");
    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*[-=|:*_ \\t]{3,}$");
    private static final Pattern ALERT = Pattern.compile("(?m)^[ \\t]*>[ \\t]*(?:\\[!(\\w{1,20})])?");
    private static final Pattern TRAILING = Pattern.compile("[ \\t]+(?=\\n|$)");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\x0B\\f]{2,}");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n");

    private Prose() {}

    /** What the rules below are about, beside white space; a line separator could put any of it at the beginning of a line. */
    private static final String MARKUP = "<>[]`*#~&\u00a0\u0085\u2028\u2029";

    static String compact(String text) {
        return isPlain(text) ? text.strip() : withoutMarkup(text);
    }

    /** Whether no rule finds anything: most descriptions are one plain line, and there are tens of thousands. */
    private static boolean isPlain(String text) {
        boolean hasWords = false;
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = c == before && (c == ' ' || c == '_');
            if (c < ' ' || doubled || MARKUP.indexOf(c) >= 0) {
                return false;
            }
            hasWords |= Character.isLetterOrDigit(c);
            before = c;
        }
        return hasWords;
    }

    private static String withoutMarkup(String text) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' ');
        plain = COMMENT.matcher(plain).replaceAll("");
        plain = POINTER.matcher(plain).replaceAll("");
        plain = LONE_LINK.matcher(plain).replaceAll("");
        plain = LINK.matcher(plain).replaceAll("$1");
        plain = REFERENCE_LINK.matcher(plain).replaceAll("$1");
        plain = TAG.matcher(plain).replaceAll(match -> isBreak(match.group()) ? "\n" : "");
        plain = entities(plain);
        plain = FENCE.matcher(plain).replaceAll("");
        plain = HEADING.matcher(plain).replaceAll("");
        plain = ALERT.matcher(plain)
                .replaceAll(match -> match.group(1) == null ? "" : Matcher.quoteReplacement(match.group(1)) + ":");
        plain = RULE.matcher(plain).replaceAll("");
        plain = STRONG.matcher(plain).replaceAll("$2");
        plain = EMPHASIS.matcher(plain).replaceAll("$1");
        plain = plain.replace("`", "");
        plain = TRAILING.matcher(plain).replaceAll("");
        plain = SPACES.matcher(plain).replaceAll(" ");
        return AnswerForms.onlyDefault(
                BLANK_LINES.matcher(plain).replaceAll("\n").strip());
    }

    private static boolean isBreak(String tag) {
        return tag.matches("(?i)</?(?:br|p|li|ul|ol|div|tr|h[1-6]|table)\\b.*");
    }

    private static String entities(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&nbsp;", " ")
                        .replace("&amp;", "&");
    }
}
