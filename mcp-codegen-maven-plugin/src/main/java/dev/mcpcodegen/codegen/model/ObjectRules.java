package dev.mcpcodegen.codegen.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an object demands besides single properties. Clients refuse or ignore the keywords that say it, so models are told in words.
 *
 * @param minProperties how many properties there are at least; 0 for any number
 * @param needs alternatives, of which one must be there whole; empty for none
 */
public record ObjectRules(int minProperties, List<List<String>> needs) {

    /** Nothing more is demanded. */
    public static final ObjectRules NONE = new ObjectRules(0, List.of());

    /**
     * The least number as a sentence; empty for none.
     *
     * @param named whether the object has properties with names of their own
     */
    public String leastInWords(boolean named) {
        if (minProperties == 0) {
            return "";
        }
        String what = named ? " of its properties." : minProperties == 1 ? " entry." : " entries.";
        return "Needs at least " + minProperties + what;
    }

    /** The alternatives as a sentence; empty for none. */
    public String needsInWords() {
        return needs.isEmpty()
                ? ""
                : needs.stream()
                        .map(names ->
                                names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and ")))
                        .collect(Collectors.joining(" or ", "Needs ", "."));
    }
}
