package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds methods that a path names, as {@code /files/{id}/copy}, {@code /jobs/{id}:cancel} and {@code /chat.postMessage} do. */
final class NamedMethods {

    /** What is done to what. */
    record Found(String resource, String method) {}

    /** Other words for the standard methods, in paths that name their methods. */
    private static final Map<String, String> STANDARD = Map.ofEntries(
            Map.entry("list", "list"),
            Map.entry("get", "get"),
            Map.entry("fetch", "get"),
            Map.entry("retrieve", "get"),
            Map.entry("create", "create"),
            Map.entry("update", "update"),
            Map.entry("edit", "update"),
            Map.entry("modify", "update"),
            Map.entry("delete", "delete"),
            Map.entry("destroy", "delete"));

    /** Segments that only hold the verbs of the item before them. */
    private static final Set<String> HOLDERS =
            Set.of("action", "actions", "commands", "lifecycle", "methods", "operations");

    /** What can be deleted or updated in a phrase and yet is neither. */
    private static final Set<String> TASKS = Set.of("request", "requests", "job", "jobs");

    private static final Set<String> READ = Set.of("list", "get");

    private final PathSpace paths;
    private final Answers answers;

    NamedMethods(PathSpace paths, Answers answers) {
        this.paths = paths;
        this.answers = answers;
    }

    /** Finds the named method; empty when the path names a resource only. */
    Optional<Found> find(ApiOperation operation, PathShape shape) {
        if (!shape.action().isEmpty()) {
            return Optional.of(shape.isRpc() ? called(operation, shape) : apart(operation, shape));
        }
        String last = shape.lastStatic();
        String http = operation.httpMethod();
        if (Verbs.contains(last) && Verbs.suits(http, last) && !isNoun(operation, shape)) {
            return Optional.of(new Found(before(shape), last));
        }
        if (http.equals("GET") && shape.ancestors().stream().limit(1).anyMatch("search"::equals) && !shape.isItem()) {
            return Optional.of(new Found(last, "search"));
        }
        if (shape.isItem() || paths.hasItems(shape) || paths.isCollection(last)) {
            return Optional.empty();
        }
        if (Verbs.isPhrase(last)) {
            return phrase(operation, shape, last);
        }
        boolean said = last.equals(OperationIds.verb(operation)) && !Singulars.isPlural(last);
        return said && http.equals("POST") && !paths.has("GET", operation.path())
                ? Optional.of(new Found(before(shape), last))
                : Optional.empty();
    }

    /** {@code POST /transfers}-like words in the singular are nouns where there are items of them. */
    private boolean isNoun(ApiOperation operation, PathShape shape) {
        return operation.httpMethod().equals("POST") && !shape.isItem() && paths.hasItems(shape);
    }

    private String before(PathShape shape) {
        PathShape before = shape.beforeLastStatic();
        if (HOLDERS.contains(before.lastStatic())
                && !before.endsWithParameter()
                && !before.ancestors().isEmpty()) {
            before = before.beforeLastStatic();
        }
        String resource = paths.resource(before);
        return resource.isEmpty() ? shape.lastStatic() : resource;
    }

    /** {@code /files/{id}#add_shared_link} creates a shared link of a file; {@code /jobs/{id}:cancel} cancels the job. */
    private Found apart(ApiOperation operation, PathShape shape) {
        String resource = paths.resource(shape);
        int end = shape.action().indexOf('_');
        if (end > 0 && !operation.fragment().isEmpty()) {
            String thing = shape.action().substring(end + 1);
            Optional<Found> standard = part(
                    operation,
                    resource.isEmpty() ? thing : PathSpace.joined(resource, thing),
                    shape.action().substring(0, end));
            if (standard.isPresent()) {
                return standard.get();
            }
        }
        return new Found(resource.isEmpty() ? shape.action() : resource, shape.action());
    }

    /** {@code /conversations.list}: the resource is the plural, whatever is done to one is done to a singular. */
    private Found called(ApiOperation operation, PathShape shape) {
        String resource = String.join("_", shape.segments());
        String action = shape.action();
        int end = action.indexOf('_');
        Optional<Found> standard = end < 0
                ? standard(operation, resource, action)
                : standard(operation, resource + action.substring(end), action.substring(0, end));
        if (standard.isEmpty() && operation.httpMethod().equals("GET") && !Verbs.startsWithVerb(action)) {
            return new Found(resource + "_" + action, answers.isList(operation) ? "list" : "get");
        }
        return standard.orElse(new Found(resource, action));
    }

    /** {@code /getUsers}, {@code /users/resetPassword}: the thing may be in the phrase, and what is done may be standard. */
    private Optional<Found> phrase(ApiOperation operation, PathShape shape, String last) {
        int end = last.indexOf('_');
        String verb = last.substring(0, end);
        String parent = paths.resource(shape.beforeLastStatic());
        String thing = last.substring(end + 1);
        Optional<Found> standard =
                standard(operation, parent.isEmpty() ? thing : PathSpace.joined(parent, thing), verb);
        if (standard.isPresent() && !thing.startsWith("by_") && !TASKS.contains(thing)) {
            return standard;
        }
        boolean reads = operation.httpMethod().equals("GET");
        boolean isAction = reads ? Verbs.suits("GET", last) : !paths.has("GET", operation.path());
        return isAction && !operation.httpMethod().equals("DELETE")
                ? Optional.of(parent.isEmpty() ? new Found(last, last) : new Found(parent, last))
                : Optional.empty();
    }

    /** What is done to a part of an item by a request for the item: a PUT may add and remove the part. */
    private Optional<Found> part(ApiOperation operation, String resource, String verb) {
        boolean reads = operation.httpMethod().equals("GET");
        return switch (verb) {
            case "add" -> reads ? Optional.empty() : Optional.of(new Found(resource, "create"));
            case "remove" -> reads ? Optional.empty() : Optional.of(new Found(resource, "delete"));
            default -> standard(operation, resource, verb);
        };
    }

    /** Whether the first word is another word for a standard method. */
    static boolean isStandard(String phrase) {
        return STANDARD.containsKey(phrase.split("_", 2)[0]);
    }

    /** A verb is believed where the HTTP method can do it: a POST may create, and is never taken to read. */
    private Optional<Found> standard(ApiOperation operation, String resource, String verb) {
        String method = STANDARD.get(verb);
        boolean reads = operation.httpMethod().equals("GET");
        if (method == null || READ.contains(method) != reads) {
            return Optional.empty();
        }
        if (method.equals("get") && answers.isList(operation)) {
            return Optional.of(new Found(resource, "list"));
        }
        return Optional.of(new Found(
                method.equals("list") || method.equals("create") ? resource : Singulars.of(resource), method));
    }
}
