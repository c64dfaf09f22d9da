package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.RateLimit.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields {@code RateLimit: "name";r=50;t=30} and {@code RateLimit-Policy: "name";q=100;w=60}
 * (draft-ietf-httpapi-ratelimit-headers-08 and later), and the one-field form {@code limit=100, remaining=50, reset=30} of version 07.
 * Pure; a malformed field is ignored, as the draft demands.
 */
final class StructuredRateLimit {

    // A string or token with parameters (RFC 9651, section 3.1.2); the lists are short, and so is what may stand
    // between quotes.
    private static final Pattern ITEM =
            Pattern.compile("\\s*+(?:\"([^\"\\\\]{1,100})\"|([A-Za-z*][\\w.*-]{0,99}+))\\s*+"
                    + "((?:;[^;,\"]*+(?:\"[^\"]*+\"\\s*+)?+)*+)(?:,|$)");
    private static final Pattern PARAMETER = Pattern.compile(";\\s*([a-z]+)\\s*=\\s*(\\d{1,10})\\b");
    private static final Pattern MEMBER = Pattern.compile("(?:^|,)\\s*(limit|remaining|reset)\\s*=\\s*(\\d{1,10})\\b");
    private static final int MAX_LENGTH = 2_000;

    private StructuredRateLimit() {}

    static List<Policy> read(ResponseHeaders headers) {
        String limits = joined(headers, "ratelimit");
        if (limits == null) {
            return List.of();
        }
        if (limits.stripLeading().toLowerCase(Locale.ROOT).matches("(?:limit|remaining|reset)\\s*=.*")) {
            return version07(limits);
        }
        Map<String, Map<String, Long>> quotas = items(joined(headers, "ratelimit-policy"));
        List<Policy> policies = new ArrayList<>();
        items(limits)
                .forEach((name, parameters) -> policies.add(new Policy(
                        name,
                        quotas.getOrDefault(name, Map.of()).get("q"),
                        parameters.get("r"),
                        time(parameters.get("t")))));
        policies.removeIf(policy -> policy.remaining() == null);
        return policies;
    }

    private static List<Policy> version07(String field) {
        Map<String, Long> members = new LinkedHashMap<>();
        Matcher member = MEMBER.matcher(field);
        while (member.find()) {
            members.putIfAbsent(member.group(1), Long.valueOf(member.group(2)));
        }
        return members.containsKey("remaining")
                ? List.of(new Policy(
                        RateLimitName.DEFAULT,
                        members.get("limit"),
                        members.get("remaining"),
                        time(members.get("reset"))))
                : List.of();
    }

    private static Map<String, Map<String, Long>> items(@Nullable String field) {
        Map<String, Map<String, Long>> items = new LinkedHashMap<>();
        if (field == null) {
            return items;
        }
        Matcher item = ITEM.matcher(field);
        int end = 0;
        while (item.find() && item.start() == end && end < field.length()) {
            String name = item.group(1) != null ? item.group(1) : item.group(2);
            Map<String, Long> parameters = new LinkedHashMap<>();
            Matcher parameter = PARAMETER.matcher(item.group(3));
            while (parameter.find()) {
                parameters.put(parameter.group(1), Long.valueOf(parameter.group(2)));
            }
            items.put(CleanText.of(name), parameters);
            end = item.end();
        }
        return end == field.length() ? items : Map.of();
    }

    private static @Nullable Long time(@Nullable Long seconds) {
        return seconds == null ? null : ResetTime.bounded(seconds);
    }

    private static @Nullable String joined(ResponseHeaders headers, String name) {
        List<String> values = headers.fields().stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(NameValue::value)
                .toList();
        String joined = String.join(", ", values);
        return joined.isEmpty() || joined.length() > MAX_LENGTH ? null : joined;
    }
}
