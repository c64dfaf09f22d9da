package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.PropertyModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A body that is one of several objects becomes the arguments of all; this says which of them belong together. Alternatives that another
 * one includes are not told.
 */
final class BodyAlternatives {

    private BodyAlternatives() {}

    /** A sentence; empty where there is no choice to be told. */
    static String inWords(List<List<PropertyModel>> alternatives) {
        List<Map<String, Boolean>> told = merged(alternatives.stream()
                .map(BodyAlternatives::requirements)
                .distinct()
                .toList());
        return told.size() < 2
                ? ""
                : told.stream().map(BodyAlternatives::names).collect(Collectors.joining("; or ", "Takes either ", "."));
    }

    private static List<Map<String, Boolean>> merged(List<Map<String, Boolean>> alternatives) {
        for (Map<String, Boolean> larger : alternatives) {
            for (Map<String, Boolean> smaller : alternatives) {
                if (larger != smaller && includes(larger, smaller)) {
                    List<Map<String, Boolean>> fewer = new ArrayList<>(alternatives);
                    fewer.set(fewer.indexOf(larger), both(larger, smaller));
                    fewer.remove(smaller);
                    return merged(fewer);
                }
            }
        }
        return alternatives;
    }

    /** Whether each is required, by the name of the argument. */
    private static Map<String, Boolean> requirements(List<PropertyModel> alternative) {
        Map<String, Boolean> required = new LinkedHashMap<>();
        alternative.forEach(property -> required.put(ArgumentNames.legal(property.name()), property.required()));
        return required;
    }

    /**
     * Whether what the smaller one takes can be told with the larger: it has no other arguments, and lacks only what is optional
     * there, or a single argument, which is then optional.
     */
    private static boolean includes(Map<String, Boolean> larger, Map<String, Boolean> smaller) {
        if (!larger.keySet().containsAll(smaller.keySet())) {
            return false;
        }
        List<String> demanded = larger.keySet().stream()
                .filter(name -> Boolean.TRUE.equals(larger.get(name)) && !Boolean.TRUE.equals(smaller.get(name)))
                .toList();
        boolean demandsMore = smaller.keySet().stream()
                .anyMatch(name -> Boolean.TRUE.equals(smaller.get(name)) && Boolean.FALSE.equals(larger.get(name)));
        return demanded.isEmpty() || (demanded.size() == 1 && !demandsMore);
    }

    private static Map<String, Boolean> both(Map<String, Boolean> larger, Map<String, Boolean> smaller) {
        Map<String, Boolean> both = new LinkedHashMap<>(larger);
        both.replaceAll((name, required) -> required && Boolean.TRUE.equals(smaller.get(name)));
        return both;
    }

    private static String names(Map<String, Boolean> alternative) {
        return alternative.entrySet().stream()
                .map(argument -> "`" + argument.getKey() + "`" + (argument.getValue() ? "" : " (optional)"))
                .collect(Collectors.joining(", "));
    }
}
