package dev.mcpcodegen.codegen.spec.normalise;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the key of a path item says, once everything is taken from it that is no path template.
 *
 * @param path begins with a slash
 * @param rest query and fragment as they stand, by which vendors tell operations on one path apart; empty for most
 */
public record PathTemplate(String path, String rest) {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern EXPRESSION = Pattern.compile("\\{[+#./;]?([A-Za-z_][\\w.-]*)(?:[+*]|:[^{}]*)?}");
    private static final Pattern QUERY_EXPRESSION = Pattern.compile("\\{[?&][^{}]*}");
    private static final Pattern COLON = Pattern.compile("(?<=/):([A-Za-z_]\\w*)(?=/|$)");

    /** Reads a key; what other notations have around a parameter's name goes when the bare name is declared. */
    static PathTemplate of(String key, Set<String> declared) {
        String text = QUERY_EXPRESSION.matcher(key.strip()).replaceAll("");
        int end = (int) text.chars().takeWhile(c -> c != '#' && c != '?').count();
        String path = bare(COLON, bare(EXPRESSION, text.substring(0, end).strip(), declared), declared);
        return new PathTemplate(path.startsWith("/") ? path : "/" + path, text.substring(end));
    }

    /** Reads a key that is in order. */
    public static PathTemplate of(String key) {
        return of(key, Set.of());
    }

    /** What is in the tree for this. */
    String key() {
        return path + rest;
    }

    /** Names and values of the query. */
    Map<String, String> query() {
        if (!rest.startsWith("?")) {
            return Map.of();
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : rest.substring(1).replaceFirst("#.*", "").split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                query.put(name, equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return query;
    }

    /** Names of the parameters in a path template. */
    static Set<String> names(String path) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String bare(Pattern notation, String text, Set<String> declared) {
        return notation.matcher(text).replaceAll(match -> {
            String inner = match.group().replaceAll("^[{:]|}$", "");
            boolean known = declared.contains(match.group(1)) && !declared.contains(inner);
            boolean colon = match.group().startsWith(":") && declared.contains(match.group(1));
            return Matcher.quoteReplacement(known || colon ? "{" + match.group(1) + "}" : match.group());
        });
    }
}
