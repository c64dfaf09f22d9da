package dev.mcpcodegen.codegen.schema;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which patterns may be shown: JSON Schema's are regular expressions of ECMA-262, and clients fail on those of other languages. */
final class Patterns {

    private static final int MAX_LENGTH = 400;

    /** Modifiers, anchors, classes and quantifiers that other languages have and ECMA-262 has not, or reads otherwise. */
    private static final Pattern FOREIGN =
            Pattern.compile("\\(\\?(?:[a-zA-Z>#^-]|P[<=>])|\\\\[AZzGQEhRX]|\\\\[pP]|\\[\\[:|[*+?}]\\+");

    /** A pattern within slashes is a literal of a programming language; as a pattern it would refuse everything. */
    private static final Pattern LITERAL = Pattern.compile("/(.*)/([a-z]*)", Pattern.DOTALL);

    /** What a literal of a programming language would hold for no other reason than to be a pattern. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\^$.*+?()\\[\\]{}|]");

    private static final String CASELESS = "(?i)";

    private Patterns() {}

    /** Whether a pattern is written as one in a program: such is often a guess, which lengths that are told contradict. */
    static boolean isLiteral(String pattern) {
        return LITERAL.matcher(pattern).matches();
    }

    /** Returns a pattern as clients take it; empty when they would not, or when it says nothing. */
    static Optional<String> portable(String pattern) {
        Matcher literal = LITERAL.matcher(pattern);
        if (literal.matches()) {
            String inner = literal.group(1);
            boolean anchored = inner.startsWith("^") || inner.endsWith("$");
            return switch (literal.group(2)) {
                case "" ->
                    anchored
                            ? plain(inner)
                            : plain(pattern)
                                    .filter(text -> !SPECIAL.matcher(inner).find());
                case "i" -> CaselessPattern.spelledOut(inner).flatMap(Patterns::plain);
                default -> Optional.empty();
            };
        }
        return pattern.startsWith(CASELESS)
                ? CaselessPattern.spelledOut(pattern.substring(CASELESS.length()))
                        .flatMap(Patterns::plain)
                : plain(pattern);
    }

    private static Optional<String> plain(String pattern) {
        if (pattern.length() > MAX_LENGTH || FOREIGN.matcher(pattern).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(pattern)
                    .filter(text -> !Pattern.compile(text).pattern().matches("\\^?(?:\\.\\*)?\\$?"));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
