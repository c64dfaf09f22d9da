package dev.mcpcodegen.it.sandbox.vendor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The properties that an operation takes, in a query or in a body. Immutable.
 *
 * <p>What comes out holds only declared properties, each of its declared type; what is not declared is ignored, as
 * vendors do, unless the shape is strict. Everything that is wrong is said in one refusal.
 */
public final class Shape {

    private record Property(String name, ValueType type, boolean isRequired, List<Integer> choices) {}

    private static final int UNPROCESSABLE = 422;

    private final List<Property> properties;
    private final boolean isStrict;
    private final int status;

    private Shape(List<Property> properties, boolean isStrict, int status) {
        this.properties = List.copyOf(properties);
        this.isStrict = isStrict;
        this.status = status;
    }

    /** Returns a shape without properties, which refuses with status 422. */
    public static Shape empty() {
        return new Shape(List.of(), false, UNPROCESSABLE);
    }

    /** Returns a shape without properties, which refuses with this status, and also what is not declared. */
    public static Shape strict(int status) {
        return new Shape(List.of(), true, status);
    }

    /** Returns this shape and a property that must be there; {@code choices} limits an integer to these values. */
    public Shape required(String name, ValueType type, int... choices) {
        return with(new Property(name, type, true, IntStream.of(choices).boxed().toList()));
    }

    /** Returns this shape and a property that may be left out; {@code choices} limits an integer to these values. */
    public Shape optional(String name, ValueType type, int... choices) {
        return with(
                new Property(name, type, false, IntStream.of(choices).boxed().toList()));
    }

    private Shape with(Property property) {
        List<Property> more = new ArrayList<>(properties);
        more.add(property);
        return new Shape(more, isStrict, status);
    }

    /** Checks a JSON body: an object whose values have JSON types. */
    public ObjectNode checkJson(JsonNode given) {
        if (!(given instanceof ObjectNode object)) {
            throw new RefusedException(status, "The body must be a JSON object.");
        }
        return check(object.propertyNames(), property -> object.get(property.name()));
    }

    /** Checks a query or a form, where every value is text and an array is a repeated name or {@code name[]}. */
    public ObjectNode checkTexts(Map<String, List<String>> given) {
        return check(given.keySet(), property -> {
            List<String> texts = given.getOrDefault(property.name(), given.get(property.name() + "[]"));
            return texts == null ? null : property.type().fromTexts(texts);
        });
    }

    private interface Source {
        @Nullable
        JsonNode value(Property property);
    }

    private ObjectNode check(Collection<String> given, Source source) {
        ObjectNode checked = JsonNodeFactory.instance.objectNode();
        List<String> problems = new ArrayList<>(undeclared(given));
        for (Property property : properties) {
            JsonNode value = source.value(property);
            String problem = problem(property, value);
            if (problem != null) {
                problems.add(problem);
            } else if (value != null) {
                checked.set(property.name(), copy(value));
            }
        }
        if (!problems.isEmpty()) {
            throw new RefusedException(status, problems);
        }
        return checked;
    }

    private List<String> undeclared(Collection<String> given) {
        Set<String> declared = properties.stream().map(Property::name).collect(Collectors.toSet());
        return given.stream()
                .filter(name -> isStrict && !declared.contains(name.replaceFirst("\\[]$", "")))
                .map(name -> name + " is not known here.")
                .toList();
    }

    private static @Nullable String problem(Property property, @Nullable JsonNode value) {
        if (value == null) {
            return property.isRequired() ? property.name() + " is required." : null;
        }
        if (value.isNull() && !property.isRequired() && !property.type().isArray()) {
            return null;
        }
        if (!property.type().accepts(value)) {
            return property.name() + " must be " + property.type().title() + ".";
        }
        if (property.isRequired() && value.isString() && value.stringValue().isBlank()) {
            return property.name() + " can't be blank.";
        }
        if (!property.choices().isEmpty() && !property.choices().contains(value.asInt(-1))) {
            return property.name() + " must be one of "
                    + property.choices().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".";
        }
        return null;
    }

    private static JsonNode copy(JsonNode value) {
        return value instanceof ArrayNode || value instanceof ObjectNode ? value.deepCopy() : value;
    }
}
