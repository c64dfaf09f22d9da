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
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one operation with everything that belongs to it. */
final class OperationReader {

    private final DocumentTree tree;
    private final @Nullable Components components;
    private final SchemaReader schemas;
    private final DocumentScope problems;

    OperationReader(DocumentTree tree, @Nullable Components components, SchemaReader schemas, DocumentScope problems) {
        this.tree = tree;
        this.components = components;
        this.schemas = schemas;
        this.problems = problems;
    }

    ApiOperation read(String path, PathItem item, PathItem.HttpMethod method, Operation operation) {
        Place pathPlace = tree.at("/paths/" + DocumentTree.escape(path));
        Place place = pathPlace.child(method.name().toLowerCase(Locale.ROOT));
        return new ApiOperation(
                method.name(),
                path,
                place.pointer(),
                operation.getOperationId(),
                place.node().path("summary").asText(""),
                place.node().path("description").asText(""),
                operation.getTags() == null ? List.of() : List.copyOf(operation.getTags()),
                Boolean.TRUE.equals(operation.getDeprecated()),
                parameters(pathPlace, item, place, operation),
                body(place),
                response(place),
                DirectivesReader.tool(place));
    }

    /** An operation's own parameter takes the place of one of its path with the same name and location. */
    private List<ApiParameter> parameters(Place pathPlace, PathItem item, Place place, Operation operation) {
        Map<String, ApiParameter> parameters = new LinkedHashMap<>();
        collect(parameters, pathPlace.child("parameters"), item.getParameters());
        collect(parameters, place.child("parameters"), operation.getParameters());
        return List.copyOf(parameters.values());
    }

    private void collect(Map<String, ApiParameter> target, Place list, @Nullable List<Parameter> parameters) {
        if (parameters == null) {
            return;
        }
        for (int i = 0; i < parameters.size(); i++) {
            Place place = list.child(i);
            Optional<Parameter> parameter = resolve(parameters.get(i));
            if (parameter.isEmpty()
                    || parameter.get().getIn() == null
                    || parameter.get().getName() == null) {
                // A reference to nothing has been told by whoever followed the document's references.
                if (tree.follow(place).exists()) {
                    problems.at(place.pointer())
                            .error(
                                    "This is no parameter: it has no `in` or no `name`.",
                                    "Add what is missing, or point its $ref at an entry of components/parameters.");
                }
                continue;
            }
            ApiParameter read = parameter(tree.follow(place), parameter.get());
            target.put(read.location() + " " + read.property().name(), read);
        }
    }

    private Optional<Parameter> resolve(Parameter parameter) {
        Parameter current = parameter;
        for (int i = 0; i < 32 && current != null && current.get$ref() != null; i++) {
            String name = current.get$ref().substring(current.get$ref().lastIndexOf('/') + 1);
            Map<String, Parameter> known = components == null ? null : components.getParameters();
            current = known == null ? null : known.get(name);
        }
        return Optional.ofNullable(current);
    }

    private ApiParameter parameter(Place place, Parameter parameter) {
        Location location = Location.valueOf(parameter.getIn().toUpperCase(Locale.ROOT));
        boolean required = location == Location.PATH || Boolean.TRUE.equals(parameter.getRequired());
        Place schema = place.child("schema");
        if (!schema.exists()) {
            Place content = place.child("content");
            Optional<String> mediaType = MediaTypes.preferred(content.node());
            schema = mediaType
                    .map(content::child)
                    .map(entry -> entry.child("schema"))
                    .orElse(schema);
        }
        return new ApiParameter(
                schemas.property(parameter.getName(), schema, required, place), location, style(parameter));
    }

    private static Style style(Parameter parameter) {
        Parameter.StyleEnum style = Objects.requireNonNullElse(parameter.getStyle(), Parameter.StyleEnum.FORM);
        boolean explode = parameter.getExplode() == null ? style == Parameter.StyleEnum.FORM : parameter.getExplode();
        return switch (style) {
            case DEEPOBJECT -> Style.DEEP_OBJECT;
            case SPACEDELIMITED -> explode ? Style.EXPLODED : Style.SPACE;
            case PIPEDELIMITED -> explode ? Style.EXPLODED : Style.PIPE;
            case FORM, SIMPLE, LABEL, MATRIX -> explode ? Style.EXPLODED : Style.COMMA;
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
                body.node().path("description").asText(""));
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
