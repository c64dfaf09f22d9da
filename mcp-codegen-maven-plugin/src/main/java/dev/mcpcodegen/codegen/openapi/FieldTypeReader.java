package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is told and sent of fields of each of the vendor's types.
 *
 * <ul>
 *   <li>{@code schema}: the JSON Schema of one value
 *   <li>{@code write}: one rule or several, of which the first that fits counts. {@code when}: a JSON Schema that the value must have, any
 *       value when nothing is said; {@code as}: what is sent, in which <code>{value}</code>, <code>{value/member}</code> and
 *       <code>{key}</code> stand for what the caller gave. Without a rule that fits the value is sent as it is
 *   <li>{@code readOnly}: true when nobody can write such a field
 * </ul>
 */
final class FieldTypeReader {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern KNOWN = Pattern.compile("value(/.*)?|key");

    private final Reports reports;

    FieldTypeReader(Reports reports) {
        this.reports = reports;
    }

    /** Where mistakes are told. */
    @FunctionalInterface
    interface Reports {

        void report(Place place, String message, String cure);
    }

    /** Returns JSON objects as text by type. */
    Map<String, String> read(@Nullable Place types) {
        Map<String, String> read = new LinkedHashMap<>();
        if (types != null) {
            types.node()
                    .fieldNames()
                    .forEachRemaining(
                            name -> read.put(name, type(types.child(name)).toString()));
        }
        return Collections.unmodifiableMap(read);
    }

    private ObjectNode type(Place type) {
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        Place schema = type.child("schema");
        if (schema.exists()) {
            requireObject(schema, "`schema` is no JSON Schema.");
            read.set("schema", schema.node());
        }
        Place write = type.child("write");
        if (write.exists()) {
            ArrayNode rules = read.putArray("write");
            if (write.node().isArray()) {
                for (int i = 0; i < write.node().size(); i++) {
                    rules.add(rule(write.child(i)));
                }
            } else {
                rules.add(rule(write));
            }
        }
        if (type.node().path("readOnly").asBoolean(false)) {
            read.put("readOnly", true);
        }
        return read;
    }

    private ObjectNode rule(Place rule) {
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        Place when = rule.child("when");
        if (when.exists()) {
            requireObject(when, "`when` is no JSON Schema.");
            read.set("when", when.node());
        }
        Place as = rule.child("as");
        if (as.node().isMissingNode()) {
            reports.report(rule, "`as` is missing.", "Say what is sent, such as `as: {id: \"{value}\"}`.");
        }
        checkPlaceholders(as, as.node());
        read.set("as", as.node());
        return read;
    }

    private void checkPlaceholders(Place place, JsonNode template) {
        if (template.isTextual()) {
            Matcher placeholders = PLACEHOLDER.matcher(template.asText());
            while (placeholders.find()) {
                if (!KNOWN.matcher(placeholders.group(1)).matches()) {
                    reports.report(
                            place,
                            "Nothing stands for " + placeholders.group() + ".",
                            "Use {value}, {value/member} or {key}.");
                }
            }
        }
        template.forEach(inner -> checkPlaceholders(place, inner));
    }

    private void requireObject(Place place, String message) {
        if (!place.node().isObject()) {
            reports.report(place, message, "Write its keywords below it, such as `type: string`.");
        }
    }
}
