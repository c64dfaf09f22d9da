package dev.mcpcodegen.it.corpus.call;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Texts that fit a schema of type string. */
final class SampleTexts {

    private static final int LONGEST = 20_000;
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private SampleTexts() {}

    /** Returns a text, another one for each variant where the schema leaves room. */
    static String of(JsonNode schema, int variant) {
        int min = Math.min(LONGEST, schema.path("minLength").asInt(0));
        int max = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        String pattern = schema.path("pattern").asString("");
        String formatted = formatted(schema.path("format").asString(""), variant);
        if (formatted != null
                && formatted.length() >= min
                && formatted.length() <= max
                && (pattern.isEmpty() || PatternExample.matches(pattern, formatted))) {
            return formatted;
        }
        if (!pattern.isEmpty() && formatted != null) {
            Matcher year = YEAR.matcher(pattern);
            String then = year.find() ? formatted.replaceFirst("^\\d{4}", year.group()) : formatted;
            if (PatternExample.matches(pattern, then) && then.length() >= min && then.length() <= max) {
                return then;
            }
        }
        if (!pattern.isEmpty()) {
            for (JsonNode told : schema.path("examples")) {
                if (told.isString() && PatternExample.matches(pattern, told.asString())) {
                    return told.asString();
                }
            }
            return PatternExample.of(pattern, min, max, variant).orElse("sample");
        }
        String text = "sample" + (variant == 0 ? "" : String.valueOf(variant));
        if (text.length() > max) {
            text = max < 1 ? "" : Character.toString('a' + variant % 26).repeat(Math.max(1, Math.min(max, min)));
        }
        return text.length() < min ? text + "x".repeat(min - text.length()) : text;
    }

    private static @Nullable String formatted(String format, int variant) {
        int digit = variant % 10;
        return switch (format) {
            case "date-time" -> "2026-01-3" + digit % 2 + "T09:30:0" + digit + "Z";
            case "date" -> "2026-01-1" + digit;
            case "time" -> "09:30:0" + digit + "Z";
            case "duration" -> "P" + (1 + digit) + "D";
            case "uuid" -> "123e4567-e89b-12d3-a456-42661417400" + digit;
            case "email", "idn-email" -> "sample" + digit + "@example.com";
            case "hostname", "idn-hostname" -> "host" + digit + ".example.com";
            case "ipv4", "ip" -> "192.0.2." + (1 + digit);
            case "ipv6" -> "2001:db8::" + (1 + digit);
            case "uri", "url", "iri", "uri-reference", "iri-reference" -> "https://example.com/" + digit;
            case "uri-template" -> "https://example.com/{id}";
            case "json-pointer" -> "/a" + digit;
            case "relative-json-pointer" -> "0";
            case "regex" -> "a" + digit;
            case "byte", "base64", "base64url", "binary" -> "c2FtcGxl";
            default -> null;
        };
    }
}
