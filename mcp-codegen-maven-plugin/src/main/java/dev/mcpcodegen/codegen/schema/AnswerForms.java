package dev.mcpcodegen.codegen.schema;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drops from descriptions the forms of an answer that no call can have: a vendor lists a media type of its own for each (RFC 6838, section
 * 3.2), to be chosen by the Accept header, which is no argument of any tool. What the vendor calls the default stays: it is what comes.
 */
final class AnswerForms {

    /** A list of media types of answers, all of them, and the sentence that announces it. Never the whole of a description. */
    private static final Pattern LIST = Pattern.compile(
            "(?:(?<=[.!?])[ \\t]+|\\n)[^.!?\\n]{0,120}\\bmedia types?[.:][ \\t]*"
                    + "((?:\\n[ \\t]*[-*+][ \\t]+application/vnd\\.[\\w.-]{1,80}\\+json:[^\\n]{0,1000}(?=\\n|$))+)(?!\\n[ \\t]*[-*+])");

    private static final Pattern DEFAULT = Pattern.compile("\\n[^\\n]*\\bdefault\\b[^\\n]*");

    private AnswerForms() {}

    static String onlyDefault(String plain) {
        return plain.contains("application/vnd.")
                ? LIST.matcher(plain).replaceAll(match -> Matcher.quoteReplacement(onlyDefault(match)))
                : plain;
    }

    private static String onlyDefault(MatchResult list) {
        Matcher item = DEFAULT.matcher(list.group(1));
        String announcement = list.group().substring(0, list.start(1) - list.start());
        return item.find() ? announcement + item.group() : "";
    }
}
