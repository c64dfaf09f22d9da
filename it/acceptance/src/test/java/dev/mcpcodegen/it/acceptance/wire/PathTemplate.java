package dev.mcpcodegen.it.acceptance.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Path templates of OpenAPI: a variable stands for text without a slash. */
final class PathTemplate {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private PathTemplate() {}

    /** Returns what an encoded path must look like, with a group for each variable. */
    static Pattern of(String template) {
        Matcher variables = VARIABLE.matcher(template);
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        while (variables.find()) {
            pattern.append(Pattern.quote(template.substring(end, variables.start())));
            pattern.append("([^/]*)");
            end = variables.end();
        }
        return Pattern.compile(pattern + Pattern.quote(template.substring(end)));
    }

    /** Returns the names of the variables, in order. */
    static List<String> names(String template) {
        List<String> names = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(template);
        while (variables.find()) {
            names.add(variables.group(1));
        }
        return names;
    }
}
