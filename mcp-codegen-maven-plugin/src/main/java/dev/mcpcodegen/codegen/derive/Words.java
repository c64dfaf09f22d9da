package dev.mcpcodegen.codegen.derive;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a wire name, in ASCII: split at punctuation and at the humps of camel case, symbols of comparison spelled. */
final class Words {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SYMBOL = Pattern.compile("<=|>=|!=|<>|^-(?=.)|[<>=+*%&#!]");
    private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[A-Z][0-9]*|[0-9]+");

    private static final Map<String, String> SPELLING = Map.ofEntries(
            Map.entry("<=", "lte"),
            Map.entry(">=", "gte"),
            Map.entry("!=", "ne"),
            Map.entry("<>", "ne"),
            Map.entry("-", "minus"),
            Map.entry("<", "lt"),
            Map.entry(">", "gt"),
            Map.entry("=", "eq"),
            Map.entry("+", "plus"),
            Map.entry("*", "star"),
            Map.entry("%", "percent"),
            Map.entry("&", "and"),
            Map.entry("#", "hash"),
            Map.entry("!", "not"));

    private Words() {}

    /** Returns the words as they are spelt; none when the name holds no ASCII letter or digit, even after removing accents. */
    static List<String> of(String wireName) {
        String plain = ACCENTS.matcher(Normalizer.normalize(wireName, Normalizer.Form.NFKD))
                .replaceAll("");
        String spelled = SYMBOL.matcher(plain).replaceAll(symbol -> " " + SPELLING.get(symbol.group()) + " ");
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(spelled); word.find(); ) {
            words.add(word.group());
        }
        return words;
    }

    /** Joins the words in snake_case, the style of tools, resources and tags. */
    static String snakeCase(String name) {
        return String.join("_", of(name)).toLowerCase(Locale.ROOT);
    }
}
