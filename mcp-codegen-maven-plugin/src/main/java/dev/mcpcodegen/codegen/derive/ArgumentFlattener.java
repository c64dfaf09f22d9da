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
import dev.mcpcodegen.codegen.model.ToolDirectives.ArgumentDirectives;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
        arguments.addAll(bodyArguments(operation));
        List<ArgumentModel> directed = new Directives(operation).apply(arguments);
        directed.sort(Comparator.comparing(ArgumentModel::location).thenComparing(argument -> !argument.required()));
        return named(separate(directed, operation));
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
            case QUERY -> PagingDetector.isPagingParameter(paging, name);
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
            return List.of(whole(body, body.type()));
        }
        if (form instanceof BodyModel.Raw) {
            return List.of(whole(body, TypeModel.StringType.PLAIN));
        }
        return properties(body);
    }

    private List<ArgumentModel> properties(ApiBody body) {
        return writable(body).stream()
                .map(property -> new ArgumentModel(
                        property.withName(ArgumentNames.legal(property.name()), ""),
                        Location.BODY,
                        property.name(),
                        Style.EXPLODED))
                .toList();
    }

    private List<PropertyModel> writable(ApiBody body) {
        return types.properties(body.type()).stream()
                .filter(property -> !property.readOnly())
                .toList();
    }

    private static ArgumentModel whole(ApiBody body, TypeModel type) {
        PropertyModel property = new PropertyModel(
                "body", "", type, body.required(), body.description(), null, List.of(), false, false, false);
        return new ArgumentModel(property, Location.BODY, "body", Style.EXPLODED);
    }

    /** Of arguments with one name the first keeps it; the others say where they go. */
    private List<ArgumentModel> separate(List<ArgumentModel> arguments, ApiOperation operation) {
        Set<String> taken = new HashSet<>();
        List<ArgumentModel> separate = new ArrayList<>();
        for (ArgumentModel argument : arguments) {
            String name = argument.name();
            while (!taken.add(name)) {
                name = argument.location().name().toLowerCase(Locale.ROOT) + "_" + name;
            }
            if (!name.equals(argument.name())) {
                problems.at(operation.pointer())
                        .info(
                                "Two arguments are called \"" + argument.name() + "\"; the one in the "
                                        + argument.location().name().toLowerCase(Locale.ROOT) + " becomes \"" + name
                                        + "\".",
                                "Rename it with `x-mcp.arguments` in the overlay, if you want another name.");
            }
            separate.add(renamed(argument, name));
        }
        return separate;
    }

    private static List<ArgumentModel> named(List<ArgumentModel> arguments) {
        Map<String, String> javaNames =
                JavaNames.members(arguments.stream().map(ArgumentModel::name).toList());
        return arguments.stream()
                .map(argument -> new ArgumentModel(
                        argument.property()
                                .withName(argument.name(), Objects.requireNonNull(javaNames.get(argument.name()))),
                        argument.location(),
                        argument.wireName(),
                        argument.style()))
                .toList();
    }

    private static ArgumentModel renamed(ArgumentModel argument, String name) {
        return new ArgumentModel(
                argument.property().withName(name, ""), argument.location(), argument.wireName(), argument.style());
    }

    /**
     * Applies what overlay and records say about arguments. An entry is found by the name in the document, so that it can be renamed, and
     * by the name that callers see, by which people document it.
     */
    private final class Directives {

        private final ApiOperation operation;
        private final Map<String, ArgumentDirectives> byName;
        private final Set<String> unused;

        Directives(ApiOperation operation) {
            this.operation = operation;
            this.byName = new HashMap<>(operation.directives().arguments());
            this.unused = new HashSet<>(byName.keySet());
            // Properties of an argument, such as `address.city`, are documented on their type.
            unused.removeIf(name -> name.contains(".") && byName.containsKey(name.substring(0, name.indexOf('.'))));
        }

        List<ArgumentModel> apply(List<ArgumentModel> arguments) {
            List<ArgumentModel> directed = new ArrayList<>();
            for (ArgumentModel argument : arguments) {
                ArgumentModel result = described(structured(argument));
                ArgumentDirectives directives = byName.get(argument.wireName());
                if (directives == null || !directives.hidden()) {
                    directed.add(result);
                }
            }
            byName.entrySet().stream()
                    .filter(entry -> unused.contains(entry.getKey()))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> reportUnknown(entry.getKey(), entry.getValue()));
            return directed;
        }

        private ArgumentModel structured(ArgumentModel argument) {
            ArgumentDirectives directives = use(argument.wireName());
            if (directives == null) {
                return argument;
            }
            ArgumentModel named = directives.name() == null ? argument : renamed(argument, directives.name());
            PropertyModel property = directives.optional() ? named.property().withRequired(false) : named.property();
            return new ArgumentModel(property, named.location(), named.wireName(), named.style());
        }

        private ArgumentModel described(ArgumentModel argument) {
            ArgumentDirectives own = use(argument.name());
            ArgumentDirectives byWire = byName.get(argument.wireName());
            String description = own != null && own.description() != null
                    ? own.description()
                    : byWire != null ? byWire.description() : null;
            return description == null
                    ? argument
                    : new ArgumentModel(
                            argument.property().withDescription(description),
                            argument.location(),
                            argument.wireName(),
                            argument.style());
        }

        private @Nullable ArgumentDirectives use(String name) {
            unused.remove(name);
            return byName.get(name);
        }

        private void reportUnknown(String name, ArgumentDirectives directives) {
            problems.at(directives.pointer())
                    .error(
                            operation.line() + " has no argument \"" + name + "\".",
                            "Correct the name, or remove the entry; `limit` and `next_cursor` document themselves.");
        }
    }
}
