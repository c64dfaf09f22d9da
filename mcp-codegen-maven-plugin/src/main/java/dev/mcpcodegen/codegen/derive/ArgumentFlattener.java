package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiParameter;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ArgumentModel.Wire;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.PropertyModel;
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

    /** The runtime sets these itself or not at all (RFC 9110, sections 7.2, 7.6 and 11.6.2). */
    private static final Set<String> DROPPED_HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "cookie",
            "expect",
            "forwarded",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via");

    private static final Set<String> METHODS_WITH_ID = Set.of("get", "update", "delete");

    private final Types types;
    private final BodyArguments bodies;
    private final DocumentScope problems;

    ArgumentFlattener(Types types, DocumentScope problems) {
        this.types = types;
        this.bodies = new BodyArguments(types, problems);
        this.problems = problems;
    }

    /** Returns the arguments, and what is sent without one. */
    FlatArguments flatten(ApiOperation operation, String method, @Nullable PagingModel paging) {
        List<ArgumentModel> all = new ArrayList<>();
        for (ApiParameter parameter : operation.parameters()) {
            if (!isDropped(parameter, paging)) {
                all.add(argument(parameter, operation, method));
            }
        }
        bodies.arguments(operation).stream()
                .filter(argument -> paging == null || !paging.supplies(argument.wireName(), true))
                .forEach(all::add);
        ArgumentDirections directions = new ArgumentDirections(operation, types, problems);
        FlatArguments directed = directions.restructure(all);
        List<ArgumentModel> ordered = directions.merge(directed.arguments()).stream()
                .sorted(Comparator.comparing(ArgumentModel::location).thenComparing(argument -> !argument.required()))
                .toList();
        Set<String> reserved = paging == null ? Set.of() : Set.of("limit", "next_cursor");
        List<ArgumentModel> separate = ArgumentNames.separate(ordered, reserved, problems.at(operation.pointer()));
        return new FlatArguments(named(directions.describe(separate)), directed.constants());
    }

    BodyModel body(ApiOperation operation, FlatArguments arguments) {
        return bodies.model(operation, arguments);
    }

    private static boolean isDropped(ApiParameter parameter, @Nullable PagingModel paging) {
        String name = parameter.property().name();
        return switch (parameter.location()) {
            case HEADER -> {
                String lower = name.toLowerCase(Locale.ROOT);
                yield DROPPED_HEADERS.contains(lower) || lower.startsWith("x-forwarded-") || lower.startsWith("proxy-");
            }
            case QUERY -> paging != null && paging.supplies(name, false);
            case PATH, COOKIE, BODY -> false;
        };
    }

    private ArgumentModel argument(ApiParameter parameter, ApiOperation operation, String method) {
        PropertyModel property = parameter.property();
        boolean isId = parameter.location() == Location.PATH
                && METHODS_WITH_ID.contains(method)
                && property.name().equals(PathShape.of(operation.path()).trailingParameter());
        String name = isId ? "id" : ArgumentNames.legal(property.name());
        // A parameter cannot carry null: it is there or it is not. Nor can it carry a file other than as text.
        TypeModel type = StyleRules.carried(
                BodyArguments.withoutFiles(Types.plain(property.type())), parameter.style(), parameter.location());
        return new ArgumentModel(
                property.withName(name, "").withType(type),
                parameter.location(),
                property.name(),
                new StyleRules(types).shortest(parameter.style(), type, parameter.location()),
                new Wire(parameter.reserved(), null, List.of()),
                List.of());
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
