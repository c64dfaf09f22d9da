package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.PropertyNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Argument names that every client takes: {@code ^[a-zA-Z0-9_.-]{1,64}$}. The case of the document is kept. */
final class ArgumentNames {

    private ArgumentNames() {}

    static boolean isLegal(String name) {
        return PropertyNames.isLegal(name);
    }

    /** {@code filter[name]} becomes {@code filter_name}; a name that is too long is cut and told from others by a hash. */
    static String legal(String wireName) {
        return fit(PropertyNames.legal(wireName), wireName);
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

    /** Cuts what is too long, and tells it from others with the same beginning. */
    private static String fit(String name, String key) {
        return name.length() <= PropertyNames.MAX_LENGTH ? name : ShortHash.append(name, key, PropertyNames.MAX_LENGTH);
    }
}
