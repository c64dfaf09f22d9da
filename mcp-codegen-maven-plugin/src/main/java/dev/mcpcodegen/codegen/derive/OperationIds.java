package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What vendors call their operations. */
final class OperationIds {

    private static final Set<String> HTTP =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace", "query", "id", "by", "and");

    /** A summary of more words is a sentence, not a name. */
    private static final int NAME_WORDS = 6;

    private OperationIds() {}

    static boolean has(ApiOperation operation) {
        String id = operation.operationId();
        return id != null && !Words.of(id).isEmpty();
    }

    /** The vendor's id; the summary where the id only spells method and path, or is none; else method and path. */
    static String name(ApiOperation operation) {
        String id = has(operation) ? String.valueOf(operation.operationId()) : "";
        if (!id.isEmpty() && !isMechanical(id, operation.path())) {
            return Words.snakeCase(id);
        }
        List<String> summary = Words.of(operation.summary());
        if (summary.size() > 1 && summary.size() <= NAME_WORDS) {
            return Words.snakeCase(operation.summary());
        }
        return Words.snakeCase(id.isEmpty() ? operation.httpMethod() + operation.path() : id);
    }

    /** The verb that the vendor puts first, such as {@code replace} in {@code repos/replace-all-topics}; empty without an id. */
    static String verb(ApiOperation operation) {
        String id = has(operation) ? String.valueOf(operation.operationId()) : "";
        List<String> words = Words.of(id.substring(id.lastIndexOf('/') + 1));
        return words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT);
    }

    private static boolean isMechanical(String id, String path) {
        Set<String> known = new HashSet<>(HTTP);
        known.addAll(Words.of(path).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList());
        return Words.of(id).stream().map(word -> word.toLowerCase(Locale.ROOT)).allMatch(known::contains)
                && HTTP.contains(Words.of(id).get(0).toLowerCase(Locale.ROOT));
    }
}
