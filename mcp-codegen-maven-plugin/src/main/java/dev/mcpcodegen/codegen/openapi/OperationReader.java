package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiBody;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiParameter;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiResponse;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one operation with everything that belongs to it. */
final class OperationReader {

    private final DocumentTree tree;
    private final Credentials credentials;
    private final SchemaReader schemas;
    private final DocumentScope problems;

    OperationReader(DocumentTree tree, SchemaReader schemas, DocumentScope problems) {
        this.tree = tree;
        this.credentials = new Credentials(tree);
        this.schemas = schemas;
        this.problems = problems;
    }

    ApiOperation read(String path, PathItem.HttpMethod method, Operation operation) {
        Place pathPlace = tree.at("/paths/" + DocumentTree.escape(path));
        Place place = pathPlace.child(method.name().toLowerCase(Locale.ROOT));
        return new ApiOperation(
                method.name(),
                path,
                place.pointer(),
                "",
                operation.getOperationId(),
                place.words("summary"),
                place.words("description"),
                operation.getTags() == null ? List.of() : List.copyOf(operation.getTags()),
                Boolean.TRUE.equals(operation.getDeprecated()),
                parameters(pathPlace, place),
                body(place),
                response(place),
                DirectivesReader.tool(pathPlace, place, problems));
    }

    /** An operation's own parameter takes the place of one of its path with the same name and location. */
    private List<ApiParameter> parameters(Place pathPlace, Place place) {
        Map<String, ApiParameter> parameters = new LinkedHashMap<>();
        collect(parameters, pathPlace.child("parameters"));
        collect(parameters, place.child("parameters"));
        return List.copyOf(parameters.values());
    }

    private void collect(Map<String, ApiParameter> target, Place list) {
        for (int i = 0; i < list.node().size(); i++) {
            Place place = tree.follow(list.child(i));
            Optional<Location> location = location(place.node());
            if (!place.exists()) {
                // A reference to nothing has been told by whoever followed the document's references.
                continue;
            }
            if (location.isEmpty() || !place.node().path("name").isTextual()) {
                problems.at(list.child(i).pointer())
                        .error(
                                "This is no parameter: it has no `name`, or its `in` is none of path, query, header and"
                                        + " cookie.",
                                "Correct it, or point its $ref at an entry of components/parameters.");
            } else if (!credentials.include(place.node())) {
                ApiParameter read = parameter(place, location.get());
                target.put(read.location() + " " + read.property().name(), read);
            }
        }
    }

    private static Optional<Location> location(JsonNode parameter) {
        return switch (parameter.path("in").asText()) {
            case "path" -> Optional.of(Location.PATH);
            case "query" -> Optional.of(Location.QUERY);
            case "header" -> Optional.of(Location.HEADER);
            case "cookie" -> Optional.of(Location.COOKIE);
            default -> Optional.empty();
        };
    }

    private ApiParameter parameter(Place place, Location location) {
        boolean required =
                location == Location.PATH || place.node().path("required").asBoolean(false);
        Place schema = place.child("schema");
        if (!schema.exists()) {
            Place content = place.child("content");
            Optional<String> mediaType = MediaTypes.preferred(content.node());
            schema = mediaType
                    .map(content::child)
                    .map(entry -> entry.child("schema"))
                    .orElse(schema);
        }
        String name = place.node().path("name").asText();
        return new ApiParameter(
                schemas.property(name, schema, required, place), location, style(place.node(), location));
    }

    /** The defaults depend on the location (OpenAPI, Parameter Object). */
    private static Style style(JsonNode parameter, Location location) {
        boolean form = location == Location.QUERY || location == Location.COOKIE;
        String style = parameter.path("style").asText(form ? "form" : "simple");
        boolean exploded = parameter.path("explode").asBoolean(style.equals("form"));
        if (style.equals("deepObject")) {
            return Style.DEEP_OBJECT;
        }
        if (exploded) {
            return Style.EXPLODED;
        }
        return switch (style) {
            case "spaceDelimited" -> Style.SPACE;
            case "pipeDelimited" -> Style.PIPE;
            default -> Style.COMMA;
        };
    }

    private @Nullable ApiBody body(Place operation) {
        Place body = tree.follow(operation.child("requestBody"));
        Place content = body.child("content");
        Optional<String> mediaType = MediaTypes.preferred(content.node());
        if (mediaType.isEmpty()) {
            return null;
        }
        Place schema = content.child(mediaType.get()).child("schema");
        return new ApiBody(
                mediaType.get(),
                schemas.type(schema),
                body.node().path("required").asBoolean(false),
                body.words("description"));
    }

    private ApiResponse response(Place operation) {
        Place responses = operation.child("responses");
        for (String status : successes(responses.node())) {
            Place content = tree.follow(responses.child(status)).child("content");
            Optional<String> mediaType = MediaTypes.preferred(content.node());
            if (mediaType.isPresent()) {
                return new ApiResponse(
                        mediaType.get(),
                        schemas.type(content.child(mediaType.get()).child("schema")));
            }
        }
        return new ApiResponse("", new TypeModel.AnyType());
    }

    /** Success statuses, lowest first; {@code 2XX} and {@code default} after the exact ones. */
    private static List<String> successes(JsonNode responses) {
        List<String> exact = new ArrayList<>();
        responses.fieldNames().forEachRemaining(status -> {
            if (status.matches("2\\d\\d")) {
                exact.add(status);
            }
        });
        exact.sort(null);
        for (String general : List.of("2XX", "2xx", "default")) {
            if (responses.has(general)) {
                exact.add(general);
            }
        }
        return exact;
    }
}
