package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a vendor's words say that an operation does: its id, and the first word of its summary or description. */
final class SaidMethods {

    private static final Map<String, String> STANDARD = Map.ofEntries(
            Map.entry("create", "create"),
            Map.entry("update", "update"),
            Map.entry("edit", "update"),
            Map.entry("modify", "update"),
            Map.entry("delete", "delete"),
            Map.entry("remove", "delete"));

    /** Words between a verb and what it is done to, after which the next word is no second verb. */
    private static final Set<String> SECOND = Set.of("or", "and");

    /** Words before the verb. */
    private static final Set<String> BEFORE = Set.of("bulk", "batch", "mass");

    private SaidMethods() {}

    /**
     * The standard method that the id names and the summary, where there is one, names too; empty where they say two things. Only what
     * both say is believed against the meaning of an HTTP method.
     */
    static String of(ApiOperation operation) {
        String said = byId(operation);
        List<String> sentence = sentence(operation);
        return sentence.isEmpty() || said.equals(standard(sentence)) ? said : "";
    }

    /** The standard method that the id names; empty where it names none or several. */
    static String byId(ApiOperation operation) {
        return standard(idWords(operation));
    }

    /** Whether the id or the summary begins with a verb after which something is gone. */
    static boolean isDestructive(ApiOperation operation) {
        return Stream.of(idWords(operation), lower(operation.summary()))
                .map(SaidMethods::verb)
                .anyMatch(Verbs::isRemoving);
    }

    private static List<String> idWords(ApiOperation operation) {
        String id = OperationIds.has(operation) ? String.valueOf(operation.operationId()) : "";
        return lower(id.substring(id.lastIndexOf('/') + 1));
    }

    private static List<String> sentence(ApiOperation operation) {
        List<String> summary = lower(operation.summary());
        return summary.isEmpty() ? lower(operation.description()) : summary;
    }

    private static List<String> lower(String text) {
        return Words.of(text).stream()
                .limit(6)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** {@code updateOrCreate} says two things, and so nothing. */
    private static String standard(List<String> words) {
        boolean isTwo = words.size() > 1 && SECOND.contains(words.get(1));
        return isTwo ? "" : STANDARD.getOrDefault(verb(words), "");
    }

    /** The first word as a command: {@code Deletes} is {@code delete}. */
    private static String verb(List<String> words) {
        String first = words.stream()
                .filter(word -> !BEFORE.contains(word))
                .findFirst()
                .orElse("");
        if (Verbs.contains(first) || STANDARD.containsKey(first) || !first.endsWith("s")) {
            return first;
        }
        String shorter = first.substring(0, first.length() - 1);
        return Verbs.contains(shorter) || Verbs.isRemoving(shorter) || STANDARD.containsKey(shorter)
                ? shorter
                : first.substring(0, Math.max(0, first.length() - 2));
    }
}
