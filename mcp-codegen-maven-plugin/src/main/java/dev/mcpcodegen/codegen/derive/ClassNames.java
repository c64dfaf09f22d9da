package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ToolIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names the class of a tool by what it does to what: {@code ListPersons}, {@code UploadFiles}, {@code RecordAttributeValues}. */
final class ClassNames {

    private static final Set<String> ON_ONE = Set.of("get", "update", "delete");

    private ClassNames() {}

    /**
     * Names the classes of one package. They differ in more than case, because files must on some disks; those that clash are named
     * after their tools, and by the hash of their operation where that is no help, so that no name depends on which others came first.
     *
     * @param vendor the vendor's part of the tools' names
     * @param taken a class that is there already
     */
    static Map<ToolIdentity, String> of(List<NamedOperation> operations, String vendor, String taken) {
        Map<ToolIdentity, String> names = new HashMap<>();
        List<NamedOperation> open = operations;
        Set<String> given = new HashSet<>(Set.of(caseless(taken)));
        for (Function<NamedOperation, String> rule : List.<Function<NamedOperation, String>>of(
                ClassNames::plain, operation -> ofTool(operation, vendor), ClassNames::unique)) {
            Map<String, Long> claims = open.stream()
                    .collect(
                            Collectors.groupingBy(operation -> caseless(rule.apply(operation)), Collectors.counting()));
            List<NamedOperation> clashing = new ArrayList<>();
            for (NamedOperation operation : open) {
                String name = rule.apply(operation);
                if (claims.getOrDefault(caseless(name), 0L) == 1 && !given.contains(caseless(name))) {
                    names.put(operation.operation().identity(), name);
                } else {
                    clashing.add(operation);
                }
            }
            open.stream()
                    .map(operation -> names.get(operation.operation().identity()))
                    .filter(Objects::nonNull)
                    .forEach(name -> given.add(caseless(name)));
            open = clashing;
        }
        return names;
    }

    /** A tool's name holds the vendor, whose package this is. */
    private static String ofTool(NamedOperation operation, String vendor) {
        return JavaNames.type(operation.name().replaceFirst("(?<![a-z0-9])" + Pattern.quote(vendor) + "_", ""));
    }

    private static String unique(NamedOperation operation) {
        return JavaNames.unique(plain(operation), operation.operation().line());
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
            return JavaNames.type(doneTo(method, resource, singular));
        }
        return JavaNames.type(singular + "_" + method);
    }

    /** {@code attach_media} of {@code steps} attaches the media of a step; {@code bulk_update} of {@code records} updates records. */
    private static String doneTo(String method, String resource, String singular) {
        int verbEnd = method.indexOf('_');
        boolean hasObject = verbEnd > 0
                && Stream.of(method.substring(verbEnd + 1).split("_", -1)).noneMatch(Verbs::startsWithVerb);
        return hasObject
                ? method.substring(0, verbEnd) + "_" + singular + method.substring(verbEnd)
                : method + "_" + resource;
    }
}
