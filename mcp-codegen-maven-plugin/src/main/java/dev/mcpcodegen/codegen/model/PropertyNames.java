package dev.mcpcodegen.codegen.model;

import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How names of properties are written where clients take only {@code ^[a-zA-Z0-9_.-]{1,64}$}: other characters become {@code _},
 * comparisons at the end are spelled. The case of the document is kept.
 */
public final class PropertyNames {

    /** The longest name that every client takes. */
    public static final int MAX_LENGTH = 64;

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9_.-]{1," + MAX_LENGTH + "}");
    private static final Pattern ILLEGAL = Pattern.compile("[^a-zA-Z0-9_.-]+");
    private static final Pattern EDGE = Pattern.compile("^_+|_+$");

    /** Comparisons that some APIs write into the name itself. */
    private static final Map<String, String> COMPARISONS = Map.of(
            "<", "_lt", ">", "_gt", "<=", "_lte", ">=", "_gte", "!=", "_ne", "!", "_not", "=", "_eq", "~", "_like");

    private PropertyNames() {}

    public static boolean isLegal(String name) {
        return LEGAL.matcher(name).matches();
    }

    /** {@code filter[name]} becomes {@code filter_name}, {@code StartTime<} becomes {@code StartTime_lt}; at any length. */
    public static String legal(String wireName) {
        if (isLegal(wireName)) {
            return wireName;
        }
        String legal =
                EDGE.matcher(ILLEGAL.matcher(spelled(wireName)).replaceAll("_")).replaceAll("");
        return legal.isEmpty() ? "value" : legal;
    }

    /** How callers write a property of an object: under a name that no other property of it bears. */
    public static String shown(ObjectDefinition object, PropertyModel property) {
        return isLegal(property.name())
                ? property.name()
                : shown(object).getOrDefault(property.name(), property.name());
    }

    private static Map<String, String> shown(ObjectDefinition object) {
        Set<String> taken = object.properties().stream()
                .map(PropertyModel::name)
                .filter(PropertyNames::isLegal)
                .collect(Collectors.toSet());
        Map<String, String> names = new LinkedHashMap<>();
        for (PropertyModel property : object.properties()) {
            if (!isLegal(property.name())) {
                String legal = legal(property.name());
                String name = legal.substring(0, Math.min(MAX_LENGTH, legal.length()));
                for (int i = 2; !taken.add(name); i++) {
                    String end = "_" + i;
                    name = legal.substring(0, Math.min(MAX_LENGTH - end.length(), legal.length())) + end;
                }
                names.put(property.name(), name);
            }
        }
        return names;
    }

    private static String spelled(String wireName) {
        for (int length = 2; length > 0; length--) {
            int end = wireName.length() - length;
            if (end > 0 && COMPARISONS.containsKey(wireName.substring(end))) {
                return wireName.substring(0, end) + COMPARISONS.get(wireName.substring(end));
            }
        }
        return wireName;
    }
}
