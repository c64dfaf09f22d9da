package dev.mcpcodegen.it.corpus.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Rules on properties that a description tells in words, read as a model would read them. */
final class ToldRules {

    private static final Pattern SENTENCE = Pattern.compile("Needs (?!at least)([^\\n]{1,500}?)\\.(?=\\s|$)");
    private static final Pattern LEAST =
            Pattern.compile("Needs at least (\\d{1,4}) of (its properties|[^\\n]{1,2000}?)\\.(?=\\s|$)");
    private static final Pattern ENTRIES = Pattern.compile("Needs at least (\\d{1,4}) entr(?:y|ies)\\.");

    private ToldRules() {}

    /** Returns which further properties must be given. */
    static List<String> needed(String description, Set<String> names, ObjectNode given) {
        String words = description.replace("`", "");
        List<String> needed = new ArrayList<>();
        Matcher sentence = SENTENCE.matcher(words);
        while (sentence.find()) {
            List<String> alternative =
                    Arrays.asList(sentence.group(1).split(" or ", -1)[0].split(" and ", -1));
            boolean met = Arrays.stream(sentence.group(1).split(" or ", -1))
                    .anyMatch(names1 -> Arrays.stream(names1.split(" and ", -1)).allMatch(given::has));
            if (!met && names.containsAll(alternative)) {
                needed.addAll(alternative);
            }
        }
        Matcher least = LEAST.matcher(words);
        while (least.find()) {
            List<String> listed =
                    least.group(2).startsWith("its ") || least.group(2).startsWith("the ")
                            ? names.stream().sorted().toList()
                            : Arrays.asList(least.group(2).split(", ", -1));
            long there = listed.stream()
                    .filter(name -> given.has(name) || needed.contains(name))
                    .count();
            listed.stream()
                    .filter(name -> names.contains(name) && !given.has(name) && !needed.contains(name))
                    .limit(Math.max(0, Integer.parseInt(least.group(1)) - there))
                    .forEach(needed::add);
        }
        return needed.stream().filter(name -> !given.has(name)).distinct().toList();
    }

    /** How many entries a map needs. */
    static int leastEntries(String description) {
        Matcher entries = ENTRIES.matcher(description);
        return entries.find() ? Integer.parseInt(entries.group(1)) : 0;
    }
}
