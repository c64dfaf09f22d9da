package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the HTTP method does to the resource of a path that names no method of its own. */
final class StandardMethods {

    private static final Set<String> SAID_REPLACE = Set.of("replace", "set", "overwrite", "bulk");
    private static final Set<String> SAID_UPDATE = Set.of("update", "edit", "modify", "replace", "set", "put");
    private static final Set<String> SAID_CREATE = Set.of("create", "add");

    private final PathSpace paths;
    private final Answers answers;
    private final Map<String, ApiOperation> reads = new HashMap<>();
    private final Map<String, ApiOperation> puts = new HashMap<>();
    private final Map<String, ApiOperation> posts = new HashMap<>();

    StandardMethods(PathSpace paths, Answers answers, List<ApiOperation> operations) {
        this.paths = paths;
        this.answers = answers;
        for (ApiOperation operation : operations) {
            Map<String, ApiOperation> byPath = switch (operation.httpMethod()) {
                case "GET" -> reads;
                case "PUT" -> puts;
                case "POST" -> posts;
                default -> new HashMap<>();
            };
            byPath.put(operation.path(), operation);
        }
    }

    /** Empty where no rule applies. */
    Optional<String> method(ApiOperation operation, PathShape shape) {
        boolean item = shape.isItem();
        String said = believed(operation, shape);
        if (!said.isEmpty()) {
            return Optional.of(said);
        }
        return switch (operation.httpMethod()) {
            case "GET" -> Optional.of(!item && answers.isList(operation) ? "list" : "get");
            case "POST" -> item ? updateUnlessOthersDo(operation) : postedToCollection(operation);
            case "PATCH" -> Optional.of(item || isSingle(operation, shape) ? "update" : "bulk_update");
            case "PUT" -> Optional.of(put(operation, shape));
            case "DELETE" -> Optional.of(item || isSingle(operation, shape) ? "delete" : "bulk_delete");
            default -> Optional.empty();
        };
    }

    /**
     * What the vendor says against the usual meaning of PUT and POST, unless another operation is there to do just that: some vendors
     * create by PUT what they update by POST.
     */
    private String believed(ApiOperation operation, PathShape shape) {
        String path = operation.path();
        String said = SaidMethods.of(operation);
        return switch (operation.httpMethod() + " " + said) {
            case "PUT create" -> isCreatedElsewhere(operation, shape) ? "" : said;
            case "POST update" -> paths.has("PATCH", path) || isUpdatedByPut(path) ? "" : said;
            case "PUT delete", "POST delete" -> paths.has("DELETE", path) ? "" : said;
            default -> "";
        };
    }

    private boolean isCreatedElsewhere(ApiOperation operation, PathShape shape) {
        String collection = shape.isItem() ? operation.path().replaceFirst("/[^/]*/?$", "") : operation.path();
        ApiOperation post = posts.get(collection);
        return post != null && Set.of("", "create").contains(SaidMethods.byId(post));
    }

    private boolean isUpdatedByPut(String path) {
        ApiOperation put = puts.get(path);
        return put != null && Set.of("", "update").contains(SaidMethods.of(put));
    }

    /** What does something else at the path of a PUT that creates, although nobody can say what, must not be called creation. */
    private Optional<String> postedToCollection(ApiOperation operation) {
        ApiOperation put = puts.get(operation.path());
        boolean isOther = put != null
                && SaidMethods.of(put).equals("create")
                && Set.of("update", "delete").contains(SaidMethods.byId(operation));
        return isOther ? Optional.empty() : Optional.of(posted(operation));
    }

    private static String posted(ApiOperation operation) {
        String id = Words.snakeCase(OperationIds.has(operation) ? OperationIds.name(operation) : "");
        return id.matches("(.*_)?(update_or_create|create_or_update|upsert)(_.*)?") ? "upsert" : "create";
    }

    private String put(ApiOperation operation, PathShape shape) {
        if (shape.isItem()) {
            // Without a body there is nothing to update: such a PUT makes one thing belong to another.
            boolean adds = operation.body() == null && !SAID_UPDATE.contains(OperationIds.verb(operation));
            return paths.has("PATCH", operation.path()) ? "overwrite" : adds ? "add" : "update";
        }
        if (isSingle(operation, shape)) {
            return paths.has("PATCH", operation.path()) ? "overwrite" : "update";
        }
        String said = OperationIds.verb(operation);
        if (Words.snakeCase(OperationIds.has(operation) ? OperationIds.name(operation) : "")
                .startsWith("create_or_")) {
            return "upsert";
        }
        return SAID_REPLACE.contains(said) ? "replace" : SAID_CREATE.contains(said) ? "create" : "upsert";
    }

    private Optional<String> updateUnlessOthersDo(ApiOperation operation) {
        boolean others = paths.has("PATCH", operation.path()) || paths.has("PUT", operation.path());
        return others ? said(operation) : Optional.of("update");
    }

    /** {@code restore_file} is what the vendor calls a POST on {@code /files/{id}}, where a PUT updates it. */
    private static Optional<String> said(ApiOperation operation) {
        String name = OperationIds.name(operation);
        int end = name.indexOf('_');
        String thing = Singulars.of(PathShape.of(operation).lastStatic());
        return end > 0
                        && Verbs.contains(name.substring(0, end))
                        && name.substring(end + 1).equals(thing)
                ? Optional.of(name.substring(0, end))
                : Optional.empty();
    }

    /** Whether a path without an id names one thing: its word is no plural, or reading it gives no list. */
    private boolean isSingle(ApiOperation operation, PathShape shape) {
        if (paths.hasItems(shape)) {
            return false;
        }
        ApiOperation read = reads.get(operation.path());
        return !Singulars.isPlural(shape.lastStatic()) || (read != null && answers.isObject(read));
    }
}
