package dev.mcpcodegen.it.corpus.confirm;

import dev.mcpcodegen.it.corpus.raw.RawOperation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds the path of a request against the raw operation's template. */
final class PathConfirmer {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)\\}");

    private final RawOperation operation;
    private final ToolReport report;
    private final Consumer<String> problems;

    PathConfirmer(RawOperation operation, ToolReport report, Consumer<String> problems) {
        this.operation = operation;
        this.report = report;
        this.problems = problems;
    }

    /** The names of a template's placeholders. */
    static Set<String> names(String template) {
        return PLACEHOLDER.matcher(template).results().map(PathConfirmer::name).collect(Collectors.toSet());
    }

    /** Some write the style into the name, as RFC 6570 does and OpenAPI does not. */
    private static String name(MatchResult placeholder) {
        return placeholder.group(1).replaceAll("^[.;]|[*]$", "");
    }

    void confirm(ObjectNode arguments, SentTarget target) {
        List<String> names = new ArrayList<>();
        StringBuilder expression = new StringBuilder();
        // A template may hold a query or a fragment of its own, against the specification but in fact.
        String template = operation.path().split("[?#]", 2)[0];
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int from = 0;
        while (placeholder.find()) {
            expression
                    .append(literal(template.substring(from, placeholder.start())))
                    .append("([^/?#]*)");
            names.add(name(placeholder));
            from = placeholder.end();
        }
        expression.append(literal(template.substring(from)));
        Matcher sent = Pattern.compile(expression.toString()).matcher(target.path());
        if (!sent.matches()) {
            problems.accept("path: " + target.path() + " is no instance of " + template);
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String segment = SentTarget.decode(sent.group(i + 1));
            JsonNode value = report.value(arguments, "path", name);
            if (value == null) {
                problems.accept("path: {" + name + "} is filled with " + segment + " that is no argument");
                continue;
            }
            String expected = operation
                    .parameter("path", name)
                    .map(declared -> WireText.segment(declared, value))
                    .orElse(WireText.header(value));
            if (value.isObject() ? segment.isEmpty() : !segment.equals(expected)) {
                problems.accept("path-value: {" + name + "} is \"" + segment + "\" instead of \"" + expected + "\"");
            }
        }
    }

    /** What stands between placeholders, as it is or percent-encoded. */
    private static String literal(String text) {
        StringBuilder expression = new StringBuilder();
        text.codePoints().forEach(c -> {
            String plain = Character.toString(c);
            String encoded = URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
            expression.append(Pattern.quote(plain));
            if (!encoded.equals(plain)) {
                int length = expression.length();
                expression.insert(length - Pattern.quote(plain).length(), "(?:").append("|(?i:");
                expression.append(Pattern.quote(encoded)).append("))");
            }
        });
        return expression.toString();
    }
}
