package dev.mcpcodegen.codegen.derive;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names the class of a tool by what it does to what: {@code ListPersons}, {@code UploadFiles}, {@code RecordAttributeValues}. */
final class ClassNames {

    private static final Set<String> ON_ONE = Set.of("get", "update", "delete");

    private ClassNames() {}

    /**
     * Names the classes of one package. They differ in more than case, because files must on some disks; those that clash all bear the
     * hash of their operation, so that no name depends on which others came first.
     *
     * @param taken a class that is there already
     */
    static Map<NamedOperation, String> of(List<NamedOperation> operations, String taken) {
        Map<String, Integer> claims = new HashMap<>(Map.of(caseless(taken), 1));
        operations.forEach(operation -> claims.merge(caseless(plain(operation)), 1, Integer::sum));
        Map<NamedOperation, String> names = new HashMap<>();
        for (NamedOperation operation : operations) {
            String plain = plain(operation);
            boolean alone = claims.getOrDefault(caseless(plain), 0) == 1;
            names.put(
                    operation,
                    alone
                            ? plain
                            : JavaNames.unique(plain, operation.operation().line()));
        }
        return names;
    }

    private static String plain(NamedOperation operation) {
        return of(operation.widened());
    }

    private static String caseless(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static String of(Classification classification) {
        String method = classification.method();
        String resource = classification.resource();
        String singular = Singulars.of(resource);
        if (method.equals("create") || (classification.onItem() && ON_ONE.contains(method))) {
            return JavaNames.type(method + "_" + singular);
        }
        if (resource.equals(method)) {
            return JavaNames.type(method);
        }
        if (ON_ONE.contains(method) || method.equals("list") || Verbs.startsWithVerb(method)) {
            return JavaNames.type(method + "_" + resource);
        }
        return JavaNames.type(singular + "_" + method);
    }
}
