package dev.mcpcodegen.runtime.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A header name such as {@code X-RateLimit-Limit-User-Remaining}, understood. Pure.
 *
 * @param prefix what stands before the words, such as {@code x-}
 * @param policy the words of the name that are no role: {@code user}, {@code daily}; else {@value #DEFAULT}
 * @param inMillis whether a time is told in milliseconds
 */
record RateLimitName(String prefix, String policy, Role role, boolean inMillis) {

    static final String DEFAULT = "default";

    /** What the value is. */
    enum Role {
        LIMIT,
        REMAINING,
        RESET
    }

    private static final Pattern FORM = Pattern.compile("((?:[a-z0-9]+-)*?)rate-?limit(?:-([a-z0-9_-]*))?");
    private static final Set<String> RESET_WORDS = Set.of("reset", "resettime");
    private static final Set<String> FILLERS = Set.of(
            "limit", "max", "total", "quota", "capacity", "remaining", "left", "after", "at", "in", "time", "ms");
    private static final Set<String> REMAINING_WORDS = Set.of("remaining", "left");
    // Other facts than a limit, what is left of it, and when it ends.
    private static final Set<String> OTHER_WORDS = Set.of(
            "retry",
            "used",
            "resource",
            "policy",
            "interval",
            "window",
            "scope",
            "bucket",
            "global",
            "cost",
            "observed",
            "period",
            "delay",
            "requested",
            "replenish",
            "name",
            "rule",
            "nearlimit");

    /** Returns what the name says; null when it is no rate limit header, or the structured field {@code RateLimit}. */
    static @Nullable RateLimitName parse(String header) {
        Matcher matcher = FORM.matcher(header.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || header.equalsIgnoreCase("ratelimit")) {
            return null;
        }
        String[] words =
                matcher.group(2) == null ? new String[0] : matcher.group(2).split("-");
        List<String> policy = new ArrayList<>();
        Role role = Role.LIMIT;
        for (String word : words) {
            if (OTHER_WORDS.contains(word)) {
                return null;
            }
            if (RESET_WORDS.contains(word)) {
                role = Role.RESET;
            } else if (REMAINING_WORDS.contains(word) || word.endsWith("remaining")) {
                role = Role.REMAINING;
            }
            if (!RESET_WORDS.contains(word) && !FILLERS.contains(word)) {
                policy.add(stem(word));
            }
        }
        String name = policy.isEmpty() ? DEFAULT : String.join("-", policy);
        return new RateLimitName(matcher.group(1), name, role, List.of(words).contains("ms"));
    }

    /** Of {@code concurrentlimit} and {@code concurrentremaining}, what they have in common. */
    private static String stem(String word) {
        for (String role : List.of("limit", "remaining")) {
            if (word.endsWith(role) && word.length() > role.length()) {
                return word.substring(0, word.length() - role.length());
            }
        }
        return word;
    }

    /** The same for headers that speak of one policy. */
    String group() {
        return prefix + policy;
    }
}
