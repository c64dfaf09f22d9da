package dev.mcpcodegen.codegen.lock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Single values as texts that compare equal when the values are: JSON for comparison, YAML for people. */
final class Scalars {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern PLAIN_OPERATION = Pattern.compile("[A-Z]+ /[A-Za-z0-9_./{}~-]*");

    /** A plain one of these is no text in some version of YAML. */
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private Scalars() {}

    /** JSON text; 1, 1.0 and 1e0 are one number. */
    static String json(JsonNode value) {
        return value.isNumber() ? number(value.asText()) : value.toString();
    }

    /** JSON text of a text. */
    static String json(String text) {
        return TextNode.valueOf(text).toString();
    }

    private static String number(String text) {
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        // 50 and not 5E+1, but never the billion zeros that an exponent may ask for.
        return number.scale() < 0 && number.scale() > -20 ? number.toPlainString() : number.toString();
    }

    /** YAML of a text, quoted where it must be. */
    static String yaml(String text) {
        return PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT)) ? text : quoted(text);
    }

    /** YAML of {@code METHOD /path}. */
    static String yamlOfOperation(String operation) {
        return PLAIN_OPERATION.matcher(operation).matches() ? operation : quoted(operation);
    }

    /** YAML of a value that is given as JSON. */
    static String yamlOfJson(String json) {
        if (!json.startsWith("\"")) {
            return json;
        }
        String inner = json.substring(1, json.length() - 1);
        return inner.indexOf('\\') < 0 ? yaml(inner) : quotedJson(json);
    }

    /** What a reader of YAML may refuse is escaped, which JSON does not demand (YAML 1.2.2, section 5.1). */
    private static String quoted(String text) {
        return quotedJson(json(text));
    }

    private static String quotedJson(String json) {
        StringBuilder quoted = new StringBuilder();
        json.codePoints().forEach(point -> {
            if (isEscaped(point)) {
                quoted.append(String.format(Locale.ROOT, point < 0x10000 ? "\\u%04x" : "\\U%08x", point));
            } else {
                quoted.appendCodePoint(point);
            }
        });
        return quoted.toString();
    }

    /** What a reader of YAML refuses, takes for the end of a line, or a person does not see. */
    private static boolean isEscaped(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> point == 0xFFFE || point == 0xFFFF;
        };
    }
}
