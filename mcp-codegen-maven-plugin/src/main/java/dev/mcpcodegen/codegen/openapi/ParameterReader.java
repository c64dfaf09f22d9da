package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiParameter;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.ToolDirectives.ArgumentDirectives;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the parameters of an operation; an operation's own takes the place of one of its path with the same name and location. */
final class ParameterReader {

    private final DocumentTree tree;
    private final SchemaReader schemas;
    private final Credentials credentials;
    private final DocumentScope problems;

    ParameterReader(DocumentTree tree, SchemaReader schemas, Credentials credentials, DocumentScope problems) {
        this.tree = tree;
        this.schemas = schemas;
        this.credentials = credentials;
        this.problems = problems;
    }

    /**
     * Reads them without those that carry a credential.
     *
     * @param secured whether the operation wants a credential
     * @param directives takes what parameters say of themselves in {@code x-mcp}
     */
    List<ApiParameter> read(OperationPlace found, boolean secured, Map<String, ArgumentDirectives> directives) {
        Map<String, Place> places = new LinkedHashMap<>();
        collect(places, found.pathItem().child("parameters"));
        collect(places, found.operation().child("parameters"));
        List<ApiParameter> parameters = new ArrayList<>();
        for (Place place : places.values()) {
            if (!credentials.include(place, found.path(), secured)) {
                ApiParameter parameter = parameter(place);
                parameters.add(parameter);
                ArgumentDirectives own = DirectivesReader.ofDeclaration(place);
                if (own != null) {
                    directives.putIfAbsent(parameter.property().name(), own);
                }
            }
        }
        return List.copyOf(parameters);
    }

    private void collect(Map<String, Place> target, Place list) {
        for (int i = 0; i < list.node().size(); i++) {
            Place place = tree.follow(list.child(i));
            if (!place.exists()) {
                // A reference to nothing has been told by whoever followed the document's references.
                continue;
            }
            if (location(place.node()).isEmpty() || !place.node().path("name").isTextual()) {
                problems.at(list.child(i).pointer())
                        .error(
                                "This is no parameter: it has no `name`, or its `in` is none of path, query, querystring,"
                                        + " header and cookie.",
                                "Correct it, or point its $ref at an entry of components/parameters.");
            } else {
                target.put(
                        place.node().path("in").asText() + " "
                                + place.node().path("name").asText(),
                        place);
            }
        }
    }

    private static Optional<Location> location(JsonNode parameter) {
        return switch (parameter.path("in").asText()) {
            case "path" -> Optional.of(Location.PATH);
            case "query", "querystring" -> Optional.of(Location.QUERY);
            case "header" -> Optional.of(Location.HEADER);
            case "cookie" -> Optional.of(Location.COOKIE);
            default -> Optional.empty();
        };
    }

    private ApiParameter parameter(Place place) {
        Location location = location(place.node()).orElseThrow();
        boolean required =
                location == Location.PATH || place.node().path("required").asBoolean(false);
        String name = place.node().path("name").asText();
        Place schema = location == Location.PATH ? withoutNothing(schema(place)) : schema(place);
        PropertyModel property = carried(schemas.property(name, schema, required, place));
        Style style = Styles.of(place.node(), location);
        // What an object without properties becomes in a path or a header is nowhere said; a text is what vendors mean.
        if (style != Style.DEEP_OBJECT
                && location != Location.COOKIE
                && !place.node().has("content")
                && BareObjects.isBare(tree.follow(schema).node())) {
            property = property.withType(BareObjects.TYPE);
        }
        return new ApiParameter(
                location == Location.PATH ? filled(property) : property,
                location,
                style,
                location == Location.QUERY && place.node().path("allowReserved").asBoolean(false));
    }

    /** Null has no form outside of JSON: what may only be null is left to the caller. */
    private static PropertyModel carried(PropertyModel property) {
        return property.type().equals(SchemaReader.NULL) ? property.withType(new TypeModel.AnyType()) : property;
    }

    /** Lists of values may offer the empty text, by which a path would become another one. */
    private Place withoutNothing(Place schema) {
        Place followed = tree.follow(schema);
        List<JsonNode> values = new ArrayList<>();
        followed.node().path("enum").forEach(values::add);
        if (values.size() < 2
                || !values.removeIf(value -> value.isTextual() && value.asText().isEmpty())) {
            return schema;
        }
        ObjectNode filled = ((ObjectNode) followed.node()).deepCopy();
        filled.putArray("enum").addAll(values);
        return new Place(schema.pointer(), filled);
    }

    /** Nothing between two slashes is another path, whatever a pattern allows. */
    private static PropertyModel filled(PropertyModel property) {
        return property.type() instanceof TypeModel.StringType text
                        && text.pattern() != null
                        && text.minLength() == null
                ? property.withType(new TypeModel.StringType(text.format(), text.pattern(), 1, text.maxLength()))
                : property;
    }

    /** A parameter has a schema, or content of one media type that has. */
    private Place schema(Place place) {
        Place schema = place.child("schema");
        Place content = place.child("content");
        return schema.exists()
                ? schema
                : MediaTypes.preferred(content.node())
                        .map(mediaType -> tree.follow(content.child(mediaType)).child("schema"))
                        .orElse(schema);
    }
}
