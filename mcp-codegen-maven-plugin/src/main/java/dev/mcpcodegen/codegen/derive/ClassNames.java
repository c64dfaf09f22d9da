package dev.mcpcodegen.codegen.derive;

import java.util.Set;

/** Names the class of a tool by what it does to what: {@code ListPersons}, {@code UploadFiles}, {@code RecordAttributeValues}. */
final class ClassNames {

    private static final Set<String> ON_ONE = Set.of("create", "update", "delete");

    private ClassNames() {}

    static String of(Classification classification, boolean item) {
        String method = classification.method();
        String resource = classification.resource();
        String singular = Singulars.of(resource);
        if (ON_ONE.contains(method) || (method.equals("get") && item)) {
            return JavaNames.type(method + "_" + singular);
        }
        if (method.equals("list") || method.equals("get") || Verbs.startsWithVerb(method)) {
            return JavaNames.type(method + "_" + resource);
        }
        return JavaNames.type(singular + "_" + method);
    }
}
