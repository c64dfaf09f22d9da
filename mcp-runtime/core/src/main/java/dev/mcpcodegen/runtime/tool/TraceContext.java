package dev.mcpcodegen.runtime.tool;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a call stands in a distributed trace (W3C Trace Context, section 3). Only ever holds what is well formed.
 *
 * @param parent the value of {@code traceparent}
 * @param state the value of {@code tracestate}; null for none
 */
public record TraceContext(String parent, @Nullable String state) {

    private static final int MAX_STATE_CHARS = 512;
    private static final int MAX_MEMBERS = 32;

    private static final Pattern PARENT = Pattern.compile(
            "(?!ff)([0-9a-f]{2})-((?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16})-([0-9a-f]{2})(-.{0,256})?");
    private static final Pattern MEMBER =
            Pattern.compile("([a-z0-9][a-z0-9_\\-*/]{0,255}|[a-z0-9][a-z0-9_\\-*/]{0,240}@[a-z][a-z0-9_\\-*/]{0,13})"
                    + "=[ -+\\--<>-~]{0,255}[!-+\\--<>-~]");

    /** Reads what a caller sent; empty when {@code parent} is malformed, without a state when {@code state} is. */
    public static Optional<TraceContext> of(@Nullable String parent, @Nullable String state) {
        return normal(parent).map(known -> new TraceContext(known, isState(state) ? state : null));
    }

    /** Section 3.2.4: of a version that is not known yet, what this version knows is taken, as this version has it. */
    private static Optional<String> normal(@Nullable String parent) {
        Matcher matcher = PARENT.matcher(parent == null ? "" : parent);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(1).equals("00")) {
            return matcher.group(4) == null ? Optional.ofNullable(parent) : Optional.empty();
        }
        boolean isSampled = (Integer.parseInt(matcher.group(3), 16) & 1) == 1;
        return Optional.of("00-" + matcher.group(2) + (isSampled ? "-01" : "-00"));
    }

    private static boolean isState(@Nullable String state) {
        if (state == null || state.isBlank() || state.length() > MAX_STATE_CHARS) {
            return false;
        }
        Set<String> keys = new HashSet<>();
        for (String item : state.split(",", -1)) {
            String member = trimBlanks(item);
            if (member.isEmpty()) {
                continue;
            }
            Matcher matcher = MEMBER.matcher(member);
            if (!matcher.matches() || !keys.add(matcher.group(1))) {
                return false;
            }
        }
        return !keys.isEmpty() && keys.size() <= MAX_MEMBERS;
    }

    /** Blanks and tabs only: anything else that Java strips is no whitespace of HTTP. */
    private static String trimBlanks(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
