package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Objects of which nothing is said but {@code type: object}, although everything else speaks of a text or a number: some generators of
 * documents write this where they do not know a class. Refusing {@code "active"} would leave no way to call such an operation.
 */
final class BareObjects {

    /** What is taken in its place: what the document says, and what it means. */
    static final TypeModel TYPE = new TypeModel.UnionType(
            List.of(new TypeModel.MapType(new TypeModel.AnyType()), TypeModel.StringType.PLAIN));

    private static final Set<String> SAYING = Set.of(
            "properties",
            "additionalProperties",
            "patternProperties",
            "propertyNames",
            "unevaluatedProperties",
            "required",
            "minProperties",
            "maxProperties",
            "discriminator",
            "allOf",
            "anyOf",
            "oneOf");

    private static final Pattern SCALAR_WORDS = Pattern.compile(
            "(?is)\\b(possible|valid|allowed|accepted|permitted) values\\b|\\bmust be one of\\b|\\bmay be one of\\b"
                    + "|\\bdate ?-?time\\b|\\b(date|time|date and time) (when|that|at which|on which|this|the)\\b");
    private static final Pattern SCALAR_NAME =
            Pattern.compile("(?i).*(date|datetime|timestamp)|status|.*(?-i:Status|Time|On|At|_status|_time|_on|_at)");

    private BareObjects() {}

    /** Whether the schema of an object says nothing about it. */
    static boolean isBare(JsonNode schema) {
        return schema.path("type").asText().equals("object") && SAYING.stream().noneMatch(schema::has);
    }

    /** Whether name, words or examples are those of a text, a number or a truth value. */
    static boolean meansScalar(String name, JsonNode schema, JsonNode words) {
        boolean scalarExample = Stream.of(schema, words)
                .flatMap(node -> Stream.of(
                        node.path("example"), node.path("default"), node.at("/enum/0"), node.at("/examples/0")))
                .anyMatch(value -> value.isValueNode() && !value.isNull());
        String said = words.path("description").asText() + " "
                + schema.path("description").asText();
        return scalarExample
                || schema.has("format")
                || SCALAR_WORDS.matcher(said).find()
                || (SCALAR_NAME.matcher(name).matches()
                        && !said.matches("(?is).*\\b(object|map|key|json|properties)\\b.*"));
    }
}
