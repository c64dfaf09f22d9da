package dev.mcpcodegen.codegen.schema;

import java.util.Optional;

/** Spells out that a pattern takes letters of either case: JSON Schema has no modifier that says it. Letters of ASCII only. */
final class CaselessPattern {

    private final String pattern;
    private final StringBuilder spelled = new StringBuilder();
    private int position;

    private CaselessPattern(String pattern) {
        this.pattern = pattern;
    }

    /** Returns the pattern with both cases of each letter; empty where that is not sure to mean the same. */
    static Optional<String> spelledOut(String pattern) {
        // Groups with a name, classes by property and back references hold letters that are none of the text.
        boolean sure = pattern.chars().allMatch(c -> c < 0x80)
                && !pattern.contains("(?<")
                && !pattern.contains("\\p")
                && !pattern.contains("\\P")
                && !pattern.contains("\\k")
                && !pattern.contains("\\c");
        return sure ? Optional.of(new CaselessPattern(pattern).spell()) : Optional.empty();
    }

    private String spell() {
        boolean inClass = false;
        while (position < pattern.length()) {
            char c = pattern.charAt(position);
            if (c == '\\') {
                copyEscape();
            } else if (inClass) {
                inClass = c != ']';
                copyMember();
            } else {
                inClass = c == '[';
                copyOutside(c);
            }
        }
        return spelled.toString();
    }

    private void copyEscape() {
        int length = pattern.startsWith("\\x", position) ? 4 : pattern.startsWith("\\u", position) ? 6 : 2;
        int end = Math.min(pattern.length(), position + length);
        spelled.append(pattern, position, end);
        position = end;
    }

    private void copyOutside(char c) {
        if (isLetter(c)) {
            spelled.append('[').append(c).append(otherCase(c)).append(']');
        } else {
            spelled.append(c);
        }
        position++;
    }

    /** A letter or a range of letters of one case, followed by the same in the other; all else as it stands. */
    private void copyMember() {
        char c = pattern.charAt(position);
        boolean range = position + 2 < pattern.length()
                && pattern.charAt(position + 1) == '-'
                && pattern.charAt(position + 2) != ']';
        if (!range) {
            spelled.append(c);
            if (isLetter(c)) {
                spelled.append(otherCase(c));
            }
            position++;
            return;
        }
        char end = pattern.charAt(position + 2);
        spelled.append(c).append('-').append(end);
        if (isLetter(c) && isLetter(end) && Character.isUpperCase(c) == Character.isUpperCase(end)) {
            spelled.append(otherCase(c)).append('-').append(otherCase(end));
        }
        position += 3;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static char otherCase(char c) {
        return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
    }
}
