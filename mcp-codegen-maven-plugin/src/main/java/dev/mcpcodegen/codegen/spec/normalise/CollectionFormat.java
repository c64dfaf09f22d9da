package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How Swagger 2.0 writes a list into one text, in the words of OpenAPI 3. Those have none for tabs, and for blanks and pipes only in a
 * query, so that the separator itself is told in an extension, too: whoever finds it joins the items with it and looks no further.
 */
final class CollectionFormat {

    /** Text between the items of a list that travels as one value; on a parameter, an encoding or a schema of nested items. */
    static final String DELIMITER = "x-mcp-codegen-delimiter";

    private static final String KEY = "collectionFormat";

    private CollectionFormat() {}

    /** Writes style, explode and separator of a list that is written as {@code source} says, for a query or form. */
    static void ofForm(ObjectNode source, ObjectNode target) {
        String format = source.path(KEY).asText("csv");
        target.put(
                "style",
                switch (format) {
                    case "ssv" -> "spaceDelimited";
                    case "pipes" -> "pipeDelimited";
                    default -> "form";
                });
        target.put("explode", format.equals("multi"));
        delimiter(format, target);
    }

    /** The same for a path or header, where a list is always one text. */
    static void ofText(ObjectNode source, ObjectNode target) {
        target.put("style", "simple").put("explode", false);
        delimiter(source.path(KEY).asText("csv"), target);
    }

    /** Items that are lists themselves, in place. */
    static void ofItems(ObjectNode schema) {
        if (schema.path(KEY).isTextual()) {
            String format = schema.path(KEY).textValue();
            schema.remove(KEY);
            schema.put(DELIMITER, ",");
            delimiter(format, schema);
        }
    }

    private static void delimiter(String format, ObjectNode target) {
        switch (format) {
            case "ssv" -> target.put(DELIMITER, " ");
            case "tsv" -> target.put(DELIMITER, "\t");
            case "pipes" -> target.put(DELIMITER, "|");
            default -> {
                // A comma, or one value an item: OpenAPI 3 can say it.
            }
        }
    }
}
