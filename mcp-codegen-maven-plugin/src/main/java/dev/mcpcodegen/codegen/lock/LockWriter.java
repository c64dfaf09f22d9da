package dev.mcpcodegen.codegen.lock;

import dev.mcpcodegen.codegen.lock.Shape.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a surface as the text of a lock file: YAML with one fact a line, so that a diff of the file reads as the change it is. The same
 * surface gives the same bytes.
 */
public final class LockWriter {

    private static final String HEAD = """
            # What clients of %s rely on: the names of its tools and what they take.
            # Written by `mvn mcp-codegen:lock`, read by `generate` and `check`. Review its diff; do not edit it.
            format: 1
            tools:%s
            """;

    private final StringBuilder text = new StringBuilder();

    private LockWriter() {}

    public static String write(Surface surface) {
        LockWriter writer = new LockWriter();
        writer.text.append(HEAD.formatted(surface.integration(), surface.tools().isEmpty() ? " []" : ""));
        surface.tools().forEach(writer::tool);
        return writer.text.toString();
    }

    private void tool(ToolSurface tool) {
        text.append("  - operation: ")
                .append(Scalars.yamlOfOperation(
                        tool.identity().httpMethod() + " " + tool.identity().path()))
                .append('\n');
        if (!tool.identity().variant().isEmpty()) {
            line(4, "variant", Scalars.yaml(tool.identity().variant()));
        }
        line(4, "name", Scalars.yaml(tool.name()));
        line(4, "words", Scalars.yaml(tool.words()));
        if (!tool.arguments().closed()) {
            line(4, "open", "true");
        }
        members(4, "arguments", tool.arguments().members());
    }

    private void members(int indent, String key, Map<String, Member> members) {
        if (!members.isEmpty()) {
            line(indent, key, "");
            members.forEach((name, member) -> part(indent + 2, name, member.shape(), member.required()));
        }
    }

    private void part(int indent, String name, Shape shape, boolean required) {
        List<Map.Entry<String, String>> facts = facts(shape, required);
        if (shape.isPlain()) {
            line(indent, Scalars.yaml(name), flow(facts));
            return;
        }
        line(indent, Scalars.yaml(name), "");
        body(indent + 2, shape, facts);
    }

    private void body(int indent, Shape shape, List<Map.Entry<String, String>> facts) {
        facts.forEach(fact -> line(indent, fact.getKey(), fact.getValue()));
        if (!shape.values().isEmpty()) {
            line(indent, "values", "");
            shape.values()
                    .forEach(value -> text.append(" ".repeat(indent + 2))
                            .append("- ")
                            .append(Scalars.yamlOfJson(value))
                            .append('\n'));
        }
        members(indent, "properties", shape.members());
        if (shape.items() != null) {
            part(indent, "items", shape.items(), false);
        }
        if (shape.entries() != null) {
            part(indent, "entries", shape.entries(), false);
        }
        if (!shape.alternatives().isEmpty()) {
            line(indent, "anyOf", "");
            shape.alternatives().forEach(alternative -> alternative(indent + 2, alternative));
        }
    }

    private void alternative(int indent, Shape shape) {
        List<Map.Entry<String, String>> facts = facts(shape, false);
        if (shape.isPlain()) {
            text.append(" ".repeat(indent)).append("- ").append(flow(facts)).append('\n');
            return;
        }
        // An entry of a list may begin on the next line (YAML 1.2.2, section 8.2.1); its parts then stand as anywhere
        // else.
        text.append(" ".repeat(indent)).append("-\n");
        body(indent + 2, shape, facts);
    }

    private static List<Map.Entry<String, String>> facts(Shape shape, boolean required) {
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        if (!shape.types().isEmpty()) {
            facts.add(Map.entry(
                    "type",
                    shape.types().size() == 1
                            ? Scalars.yaml(shape.types().first())
                            : shape.types().stream().map(Scalars::yaml).collect(Collectors.joining(", ", "[", "]"))));
        }
        flags(shape, required).forEach(flag -> facts.add(Map.entry(flag, "true")));
        shape.limits().forEach((keyword, value) -> facts.add(Map.entry(keyword, Scalars.yamlOfJson(value))));
        return facts;
    }

    private static Stream<String> flags(Shape shape, boolean required) {
        return Stream.of(
                        required ? "required" : "",
                        shape.nullable() ? "nullable" : "",
                        shape.closed() ? "closed" : "",
                        shape.untracked() ? "untracked" : "")
                .filter(flag -> !flag.isEmpty());
    }

    private static String flow(List<Map.Entry<String, String>> facts) {
        return facts.stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private void line(int indent, String key, String value) {
        text.append(" ".repeat(indent)).append(key).append(':');
        if (!value.isEmpty()) {
            text.append(' ').append(value);
        }
        text.append('\n');
    }
}
