package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads objects, maps and lists. */
final class ObjectReader {

    /** A string constant of a class file holds 65,535 bytes; a name is one (JVMS, section 4.4.7). */
    private static final int MAX_NAME = 20_000;

    private final SchemaReader schemas;

    ObjectReader(SchemaReader schemas) {
        this.schemas = schemas;
    }

    TypeModel list(Place place) {
        JsonNode node = place.node();
        return new TypeModel.ListType(
                items(place),
                ScalarTypes.integer(node, "minItems"),
                ScalarTypes.integer(node, "maxItems"),
                node.path("uniqueItems").asBoolean(false));
    }

    /** What is said of single positions holds for any of them: few clients know tuples. */
    private TypeModel items(Place place) {
        Place items = place.child("items");
        Place positions = items.node().isArray() ? items : place.child("prefixItems");
        if (!positions.node().isArray()) {
            return schemas.type(items);
        }
        Set<TypeModel> types = new LinkedHashSet<>();
        for (int i = 0; i < positions.node().size(); i++) {
            types.add(schemas.type(positions.child(i)));
        }
        if (items.node().isObject()) {
            types.add(schemas.type(items));
        }
        return Unions.any(types);
    }

    TypeModel object(Place place) {
        boolean hasProperties = !place.node().path("properties").isEmpty();
        if (hasProperties || !required(place).isEmpty()) {
            // Without properties it is a map, of which only some names are known.
            TypeModel unsaid = hasProperties ? null : new TypeModel.AnyType();
            return schemas.declare(
                    place,
                    () -> new ObjectDefinition(properties(place), further(place).orElse(unsaid)),
                    new ObjectDefinition(List.of(), null));
        }
        JsonNode names = place.node().path("propertyNames").path("enum");
        if (names.isArray() && !names.isEmpty() && names.size() <= ObjectDefinition.MAX_COMPONENTS) {
            return schemas.declare(
                    place,
                    () -> new ObjectDefinition(named(names, place), null),
                    new ObjectDefinition(List.of(), null));
        }
        return new TypeModel.MapType(further(place).orElse(new TypeModel.AnyType()));
    }

    /** What properties hold that have no schema of their own; empty where the document does not say that there are any. */
    private Optional<TypeModel> further(Place place) {
        Set<TypeModel> types = new LinkedHashSet<>();
        Place patterns = place.child("patternProperties");
        patterns.node().fieldNames().forEachRemaining(pattern -> types.add(schemas.type(patterns.child(pattern))));
        Place additional = place.child("additionalProperties");
        if (additional.node().isObject()) {
            types.add(schemas.type(additional));
        } else if (additional.node().asBoolean(false)) {
            types.add(new TypeModel.AnyType());
        }
        return types.isEmpty() ? Optional.empty() : Optional.of(Unions.any(types));
    }

    private List<PropertyModel> properties(Place place) {
        Set<String> required = required(place);
        List<PropertyModel> properties = new ArrayList<>();
        Place parent = place.child("properties");
        parent.node().fieldNames().forEachRemaining(name -> {
            Place property = parent.child(name);
            boolean forbidden = property.node().isBoolean() && !property.node().asBoolean();
            // In JSON Schema's third draft a property said of itself that it is required.
            boolean saysSo = property.node().path("required").isBoolean()
                    && property.node().path("required").asBoolean();
            if (!forbidden && name.length() <= MAX_NAME) {
                properties.add(schemas.property(name, property, saysSo || required.contains(name), property));
            }
        });
        for (String name : required) {
            Place property = parent.child(name);
            if (property.node().isMissingNode()) {
                properties.add(schemas.property(name, property, true, property));
            }
        }
        // What one of several alternatives asks for can be sent, even where nothing else is said of it.
        ObjectRulesReader.read(place.node()).needs().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(name -> !required.contains(name) && name.length() <= MAX_NAME)
                .filter(name -> parent.child(name).node().isMissingNode())
                .forEach(name -> properties.add(schemas.property(name, parent.child(name), false, parent.child(name))));
        return List.copyOf(properties);
    }

    /**
     * What must be there, also what each of several alternatives asks for; a name may be listed that nothing else is said of, and then it
     * holds anything.
     */
    private static Set<String> required(Place place) {
        Set<String> names = listed(place.node());
        for (String combinator : List.of("oneOf", "anyOf")) {
            Iterator<JsonNode> alternatives = place.node().path(combinator).elements();
            if (alternatives.hasNext()) {
                Set<String> common = listed(alternatives.next());
                alternatives.forEachRemaining(alternative -> common.retainAll(listed(alternative)));
                names.addAll(common);
            }
        }
        return names;
    }

    private static Set<String> listed(JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode name : schema.path("required")) {
            if (name.isTextual() && name.asText().length() <= MAX_NAME) {
                names.add(name.asText());
            }
        }
        return names;
    }

    /** An object of which only the names are listed: each holds what any holds. */
    private List<PropertyModel> named(JsonNode names, Place place) {
        Place value = place.child("additionalProperties");
        List<PropertyModel> properties = new ArrayList<>();
        for (JsonNode name : names) {
            properties.add(schemas.property(name.asText(), value, false, value));
        }
        return List.copyOf(properties);
    }
}
