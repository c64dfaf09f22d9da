package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Argument names that every client takes: {@code ^[a-zA-Z0-9_.-]{1,64}$}. The case of the document is kept. */
final class ArgumentNames {

    private static final int MAX_LENGTH = 64;
    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9_.-]{1," + MAX_LENGTH + "}");
    private static final Pattern ILLEGAL = Pattern.compile("[^a-zA-Z0-9_.-]+");
    private static final Pattern EDGE = Pattern.compile("^_+|_+$");

    /** Comparisons that some APIs write into the name itself. */
    private static final Map<String, String> COMPARISONS = Map.of(
            "<", "_lt", ">", "_gt", "<=", "_lte", ">=", "_gte", "!=", "_ne", "!", "_not", "=", "_eq", "~", "_like");

    private ArgumentNames() {}

    static boolean isLegal(String name) {
        return LEGAL.matcher(name).matches();
    }

    /** {@code filter[name]} becomes {@code filter_name}, {@code StartTime<} becomes {@code StartTime_lt}. */
    static String legal(String wireName) {
        if (isLegal(wireName)) {
            return wireName;
        }
        String legal =
                EDGE.matcher(ILLEGAL.matcher(spelled(wireName)).replaceAll("_")).replaceAll("");
        return legal.isEmpty() ? "value" : fit(legal, wireName);
    }

    /**
     * Tells arguments of one name apart: the first keeps it, the others say where they go. A name that an argument bears anyway is not
     * taken from it.
     *
     * @param reserved names that the tool needs for itself
     */
    static List<ArgumentModel> separate(List<ArgumentModel> arguments, Set<String> reserved, DiagnosticScope scope) {
        Set<String> borne = arguments.stream().map(ArgumentModel::name).collect(Collectors.toSet());
        Set<String> taken = new HashSet<>(reserved);
        List<ArgumentModel> separate = new ArrayList<>();
        for (ArgumentModel argument : arguments) {
            String location = argument.location().name().toLowerCase(Locale.ROOT);
            String name = argument.name();
            if (!taken.add(name)) {
                do {
                    name = fit(location + "_" + name, location + " " + argument.wireName());
                } while (borne.contains(name) || !taken.add(name));
                tell(scope, argument, location, name);
            }
            separate.add(argument.withProperty(argument.property().withName(name, "")));
        }
        return separate;
    }

    private static void tell(DiagnosticScope scope, ArgumentModel argument, String location, String name) {
        scope.info(
                "Two arguments are called \"" + argument.name() + "\"; the one in the " + location + " becomes \""
                        + name + "\".",
                "Rename it with `x-mcp.arguments` in the overlay, if you want another name.");
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

    /** Cuts what is too long, and tells it from others with the same beginning. */
    private static String fit(String name, String key) {
        return name.length() <= MAX_LENGTH ? name : ShortHash.append(name, key, MAX_LENGTH);
    }
}
