package dev.mcpcodegen.runtime.arguments;

import dev.mcpcodegen.runtime.arguments.ArgumentReading.Violation;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes what a model sent as it was meant, where nothing is lost: {@code "5"} for 5, a single value for a list, an object as JSON
 * text. What cannot be taken so is left as it is, for validation to tell. One instance reads one call.
 */
final class LenientReading {

    /** RFC 8259, section 6. Possessive, and every alternative begins differently: linear time. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+");

    /** Beyond every double; above all, {@code 1e999999999} is short to write and expensive to compute with. */
    private static final int MAX_DIGITS = 400;

    /** JSON text within the arguments must not be nested deeper than a request may be: what follows is recursive. */
    private static final int MAX_DEPTH = 64;

    private final List<Violation> unreadable = new ArrayList<>();

    /** Reads a whole argument object into a new tree. */
    ObjectNode read(ObjectNode arguments, InputSchema schema) {
        return readObject(arguments, schema, ArgumentPath.ROOT);
    }

    /** What nothing further should compute with. */
    List<Violation> unreadable() {
        return unreadable;
    }

    private JsonNode read(JsonNode sent, InputSchema schema, ArgumentPath path) {
        if (isExcessive(sent)) {
            return refuse(path, "is a number with more than " + MAX_DIGITS + " digits. Send a smaller one.");
        }
        if (path.depth() > MAX_DEPTH && sent.isContainer()) {
            return refuse(path, "is nested more than " + MAX_DEPTH + " levels deep. Send less.");
        }
        JsonNode value = meant(sent, schema, path);
        if (value instanceof ObjectNode object) {
            return readObject(object, schema.whenOf("object"), path);
        }
        return value instanceof ArrayNode array ? readArray(array, schema.whenOf("array"), path) : value;
    }

    private ObjectNode readObject(ObjectNode object, InputSchema schema, ArgumentPath path) {
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        object.forEachEntry((name, value) -> {
            InputSchema property = schema.property(name);
            boolean isLeftOut = value.isNull() && !property.admitsNull() && !schema.requires(name);
            if (!isLeftOut) {
                read.set(name, read(value, property, path.child(name)));
            }
        });
        return read;
    }

    private ArrayNode readArray(ArrayNode array, InputSchema schema, ArgumentPath path) {
        InputSchema items = schema.items();
        ArrayNode read = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < array.size(); i++) {
            read.add(read(array.get(i), items, path.child(i)));
        }
        return read;
    }

    private JsonNode meant(JsonNode sent, InputSchema schema, ArgumentPath path) {
        Set<String> types = schema.types();
        if (JsonTypes.isOneOf(sent, types) || sent.isNull()) {
            return sent;
        }
        return types.stream()
                .flatMap(type -> as(type, sent, schema, path).stream())
                .findFirst()
                .orElse(sent);
    }

    private Optional<JsonNode> as(String type, JsonNode sent, InputSchema schema, ArgumentPath path) {
        return switch (type) {
            case "integer" -> number(sent).flatMap(LenientReading::integral);
            case "number" -> number(sent).map(JsonNodeFactory.instance::numberNode);
            case "boolean" -> bool(sent);
            case "string" ->
                Optional.of(sent)
                        .filter(value -> value.isNumber() || value.isBoolean())
                        .map(value -> JsonNodeFactory.instance.stringNode(value.asString()));
            case "object" -> parsed(sent).filter(JsonNode::isObject);
            case "array" -> parsed(sent).filter(JsonNode::isArray).or(() -> wrapped(sent, schema, path));
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> number(JsonNode sent) {
        if (sent.isNumber()) {
            return Optional.of(sent.decimalValue());
        }
        String text = sent.asString("").strip();
        return sent.isString()
                        && text.length() <= MAX_DIGITS
                        && NUMBER.matcher(text).matches()
                ? Optional.of(text).map(LenientReading::decimal)
                : Optional.empty();
    }

    /** The digits of an exponent may be too many even for {@link BigDecimal}; such text stays text. */
    private static @Nullable BigDecimal decimal(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return isExcessive(number) ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Optional<JsonNode> integral(BigDecimal number) {
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
            return Optional.empty();
        }
        BigInteger integer = number.toBigInteger();
        if (integer.bitLength() < Integer.SIZE) {
            return Optional.of(JsonNodeFactory.instance.numberNode(integer.intValue()));
        }
        return Optional.of(
                integer.bitLength() < Long.SIZE
                        ? JsonNodeFactory.instance.numberNode(integer.longValue())
                        : JsonNodeFactory.instance.numberNode(integer));
    }

    private static Optional<JsonNode> bool(JsonNode sent) {
        return Stream.of(true, false)
                .filter(value -> sent.isString()
                        && value.toString().equalsIgnoreCase(sent.asString().strip()))
                .findFirst()
                .map(JsonNodeFactory.instance::booleanNode);
    }

    private static Optional<JsonNode> parsed(JsonNode sent) {
        String text = sent.asString("").strip();
        if (!sent.isString() || !(text.startsWith("{") || text.startsWith("["))) {
            return Optional.empty();
        }
        try {
            return Optional.of(ToolJson.MAPPER.readTree(text));
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<JsonNode> wrapped(JsonNode sent, InputSchema schema, ArgumentPath path) {
        InputSchema items = schema.whenOf("array").items();
        if (!JsonTypes.isOneOf(meant(sent, items, path), items.types())) {
            return Optional.empty();
        }
        return Optional.of(JsonNodeFactory.instance.arrayNode().add(sent));
    }

    private JsonNode refuse(ArgumentPath path, String why) {
        unreadable.add(new Violation(path.text(), path.quoted() + " " + why));
        return JsonNodeFactory.instance.nullNode();
    }

    private static boolean isExcessive(JsonNode sent) {
        return (sent.isBigDecimal() || sent.isBigInteger()) && isExcessive(sent.decimalValue());
    }

    private static boolean isExcessive(BigDecimal number) {
        return number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS;
    }
}
