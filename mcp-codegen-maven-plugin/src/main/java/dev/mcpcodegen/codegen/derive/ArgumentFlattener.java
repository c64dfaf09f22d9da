package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiBody;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiParameter;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.PropertyModel.Notes;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one flat list of arguments from the parameters and the body of an operation, each with the place it goes to. */
final class ArgumentFlattener {

    private static final Set<String> DROPPED_HEADERS =
            Set.of("accept", "authorization", "content-type", "cookie", "host", "content-length", "transfer-encoding");
    private static final Set<String> METHODS_WITH_ID = Set.of("get", "update", "delete");

    private final Types types;
    private final DocumentScope problems;

    ArgumentFlattener(Types types, DocumentScope problems) {
        this.types = types;
        this.problems = problems;
    }

    List<ArgumentModel> flatten(ApiOperation operation, String method, @Nullable PagingModel paging) {
        List<ArgumentModel> arguments = new ArrayList<>();
        for (ApiParameter parameter : operation.parameters()) {
            if (!isDropped(parameter, paging)) {
                arguments.add(argument(parameter, operation, method));
            }
        }
        bodyArguments(operation).stream()
                .filter(argument -> paging == null || !paging.supplies(argument.wireName(), true))
                .forEach(arguments::add);
        ArgumentDirections directions = new ArgumentDirections(operation, problems);
        List<ArgumentModel> ordered = directions.restructure(arguments).stream()
                .sorted(Comparator.comparing(ArgumentModel::location).thenComparing(argument -> !argument.required()))
                .toList();
        Set<String> reserved = paging == null ? Set.of() : Set.of("limit", "next_cursor");
        List<ArgumentModel> separate = ArgumentNames.separate(ordered, reserved, problems.at(operation.pointer()));
        return named(directions.describe(separate));
    }

    BodyModel body(ApiOperation operation) {
        ApiBody body = operation.body();
        if (body == null) {
            return new BodyModel.None();
        }
        String mediaType = body.mediaType().toLowerCase(Locale.ROOT);
        boolean hasProperties = !writable(body).isEmpty();
        if (mediaType.startsWith("multipart/form-data") && hasProperties) {
            return new BodyModel.Multipart();
        }
        if (mediaType.startsWith("application/x-www-form-urlencoded") && hasProperties) {
            return new BodyModel.Form();
        }
        if (mediaType.contains("json")) {
            return hasProperties ? new BodyModel.JsonObject() : new BodyModel.JsonValue();
        }
        return new BodyModel.Raw(body.mediaType());
    }

    private static boolean isDropped(ApiParameter parameter, @Nullable PagingModel paging) {
        String name = parameter.property().name();
        return switch (parameter.location()) {
            case HEADER -> DROPPED_HEADERS.contains(name.toLowerCase(Locale.ROOT));
            case QUERY -> paging != null && paging.supplies(name, false);
            case PATH, COOKIE, BODY -> false;
        };
    }

    private static ArgumentModel argument(ApiParameter parameter, ApiOperation operation, String method) {
        PropertyModel property = parameter.property();
        boolean isId = parameter.location() == Location.PATH
                && METHODS_WITH_ID.contains(method)
                && property.name().equals(PathShape.of(operation.path()).trailingParameter());
        String name = isId ? "id" : ArgumentNames.legal(property.name());
        // A parameter cannot carry null: it is there or it is not.
        return new ArgumentModel(
                property.withName(name, "").withType(Types.plain(property.type())),
                parameter.location(),
                property.name(),
                parameter.style());
    }

    private List<ArgumentModel> bodyArguments(ApiOperation operation) {
        ApiBody body = operation.body();
        if (body == null) {
            return List.of();
        }
        BodyModel form = body(operation);
        if (form instanceof BodyModel.JsonValue) {
            return List.of(inBody(whole(body, body.type())));
        }
        if (form instanceof BodyModel.Raw) {
            return List.of(inBody(whole(body, TypeModel.StringType.PLAIN)));
        }
        return properties(body);
    }

    private List<ArgumentModel> properties(ApiBody body) {
        return writable(body).stream().map(ArgumentFlattener::inBody).toList();
    }

    private static ArgumentModel inBody(PropertyModel property) {
        return new ArgumentModel(
                property.withName(ArgumentNames.legal(property.name()), ""),
                Location.BODY,
                property.name(),
                Style.EXPLODED);
    }

    private List<PropertyModel> writable(ApiBody body) {
        return types.unitedProperties(body.type()).stream()
                .filter(property -> !property.readOnly())
                .toList();
    }

    /** A body that has no properties of its own to make arguments of. */
    static PropertyModel whole(ApiBody body, TypeModel type) {
        return new PropertyModel("body", "", type, body.required(), Notes.of(body.description()));
    }

    private static List<ArgumentModel> named(List<ArgumentModel> arguments) {
        Map<String, String> javaNames =
                JavaNames.members(arguments.stream().map(ArgumentModel::name).toList());
        return arguments.stream()
                .map(argument -> argument.withProperty(argument.property()
                        .withName(argument.name(), Objects.requireNonNull(javaNames.get(argument.name())))))
                .toList();
    }
}
