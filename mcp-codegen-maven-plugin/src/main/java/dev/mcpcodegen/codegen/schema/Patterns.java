package dev.mcpcodegen.codegen.schema;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which patterns may be shown: JSON Schema's are regular expressions of ECMA-262, and clients fail on those of other languages. */
final class Patterns {

    private static final int MAX_LENGTH = 400;

    /** Modifiers, anchors, classes and quantifiers that other languages have and ECMA-262 has not, or reads otherwise. */
    private static final Pattern FOREIGN =
            Pattern.compile("\\(\\?(?:[a-zA-Z>#^-]|P[<=>])|\\\\[AZzGQEhRX]|\\\\[pP]|\\[\\[:|[*+?}]\\+");

    /** A pattern within slashes is a literal of a programming language; as a pattern it would refuse everything. */
    private static final Pattern LITERAL = Pattern.compile("/.*/[a-z]*", Pattern.DOTALL);

    private Patterns() {}

    static boolean isPortable(String pattern) {
        if (pattern.length() > MAX_LENGTH
                || FOREIGN.matcher(pattern).find()
                || LITERAL.matcher(pattern).matches()) {
            return false;
        }
        try {
            return !Pattern.compile(pattern).pattern().matches("\\^?(?:\\.\\*)?\\$?");
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
