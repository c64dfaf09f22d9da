package dev.mcpcodegen.codegen.spec.jsonpath;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** I-Regexp (RFC 9485) on RE2, which takes linear time whatever the pattern. */
final class IRegexp {

    private static final int MAX_PATTERN_LENGTH = 1000;
    private static final String ESCAPABLE = "()*+-.?[\\]^$nrt{|}";

    private IRegexp() {}

    /** Whether the pattern covers the whole text or occurs in it; what is no I-Regexp matches nothing. */
    static boolean matches(String pattern, String text, boolean whole) {
        Optional<String> translated = translated(pattern);
        if (translated.isEmpty()) {
            return false;
        }
        try {
            Pattern compiled = Pattern.compile(translated.get());
            return whole ? compiled.matches(text) : compiled.matcher(text).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** RE2's form of it: a dot outside a class stands for anything but line ends; of the escapes only I-Regexp's own are let through. */
    private static Optional<String> translated(String pattern) {
        if (pattern.length() > MAX_PATTERN_LENGTH) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder(pattern.length() + 8);
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
                if (i == pattern.length() || !isEscape(pattern, i)) {
                    return Optional.empty();
                }
                out.append(c).append(pattern.charAt(i));
            } else if (c == '.' && !inClass) {
                out.append("[^\\n\\r]");
            } else if (c == '(' && !inClass && i + 1 < pattern.length() && pattern.charAt(i + 1) == '?') {
                return Optional.empty();
            } else {
                inClass = c == '[' || (inClass && c != ']');
                out.append(c);
            }
        }
        return Optional.of(out.toString());
    }

    private static boolean isEscape(String pattern, int at) {
        char c = pattern.charAt(at);
        return ESCAPABLE.indexOf(c) >= 0 || ((c == 'p' || c == 'P') && pattern.startsWith("{", at + 1));
    }
}
