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
 * @param query names and values of the query that was part of the key
 */
record PathTemplate(String path, Map<String, String> query) {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern EXPRESSION = Pattern.compile("\\{[+#./;]?([A-Za-z_][\\w.-]*)(?:[+*]|:[^{}]*)?}");
    private static final Pattern QUERY_EXPRESSION = Pattern.compile("\\{[?&][^{}]*}");
    private static final Pattern COLON = Pattern.compile("(?<=/):([A-Za-z_]\\w*)(?=/|$)");

    /** Reads a key; what other notations have around a parameter's name goes when the bare name is declared. */
    static PathTemplate of(String key, Set<String> declared) {
        String text = QUERY_EXPRESSION.matcher(key.strip()).replaceAll("");
        int hash = text.indexOf('#');
        text = hash < 0 ? text : text.substring(0, hash);
        int mark = text.indexOf('?');
        Map<String, String> query = mark < 0 ? Map.of() : query(text.substring(mark + 1));
        text = (mark < 0 ? text : text.substring(0, mark)).strip();
        text = bare(EXPRESSION, text, declared);
        text = bare(COLON, text, declared);
        return new PathTemplate(text.startsWith("/") ? text : "/" + text, query);
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

    private static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                query.put(name, equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return query;
    }
}
