package dev.mcpcodegen.runtime.arguments;

import com.networknt.schema.Error;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Words what is wrong with an argument: which one, what was expected, what came. */
final class Sentences {

    private static final int MAX_NAMES = 30;
    private static final int MAX_DESCRIPTION = 120;

    private Sentences() {}

    /**
     * Words an error.
     *
     * @param path the value that is wrong, or the object that has an unknown property or lacks one
     * @param place the schema that says so
     */
    static String of(Error error, ArgumentPath path, InputSchema place) {
        JsonNode sent = error.getInstanceNode();
        String limit = argument(error, 0);
        return switch (error.getKeyword()) {
            case "required" -> required(path.child(error.getProperty()), place.property(error.getProperty()));
            case "additionalProperties", "unevaluatedProperties" ->
                unknown(path, error.getProperty(), place.properties());
            case "type" -> wrongType(path, place, sent);
            case "enum" ->
                path.quoted() + " must be " + oneOf(error.getSchemaNode().valueStream()) + but(sent);
            case "const" -> path.quoted() + " must be " + ShownText.of(error.getSchemaNode()) + but(sent);
            case "minimum" -> path.quoted() + " must be at least " + limit + but(sent);
            case "maximum" -> path.quoted() + " must be at most " + limit + but(sent);
            case "exclusiveMinimum" -> path.quoted() + " must be greater than " + limit + but(sent);
            case "exclusiveMaximum" -> path.quoted() + " must be less than " + limit + but(sent);
            case "multipleOf" -> path.quoted() + " must be a multiple of " + limit + but(sent);
            case "minLength" -> path.quoted() + " must have at least " + count(limit, "character") + but(sent);
            case "maxLength" ->
                path.quoted() + " must have at most " + count(limit, "character") + ", but has " + length(sent) + ".";
            case "pattern" -> path.quoted() + " must match the pattern " + ShownText.of(limit, 200) + but(sent);
            case "format" -> path.quoted() + " must be " + Formats.inWords(limit) + but(sent);
            case "minItems" ->
                path.quoted() + " must have at least " + count(limit, "item") + ", but has " + sent.size() + ".";
            case "maxItems" ->
                path.quoted() + " must have at most " + count(limit, "item") + ", but has " + sent.size() + ".";
            case "uniqueItems" -> path.quoted() + " must not hold the same item twice.";
            default -> path.quoted() + " " + ShownText.of(error.getMessage(), 300) + ".";
        };
    }

    static String wrongType(ArgumentPath path, InputSchema place, JsonNode sent) {
        String expected = JsonTypes.inWords(place);
        if (sent.isNull()) {
            return path.quoted() + " is required and must not be null: " + expected.replaceFirst("^an? ", "")
                    + described(place);
        }
        return path.quoted() + " must be " + expected + ", but " + JsonTypes.withArticle(JsonTypes.of(sent))
                + " was sent: " + ShownText.of(sent) + ".";
    }

    private static String required(ArgumentPath path, InputSchema property) {
        List<JsonNode> values = property.values();
        String type = values.isEmpty() ? JsonTypes.inWords(property).replaceFirst("^an? ", "") : oneOf(values.stream());
        return path.quoted() + " is required: " + type + described(property);
    }

    private static String described(InputSchema property) {
        String text = property.text("description").strip();
        int end = text.indexOf(". ");
        String first = ShownText.of(end < 0 ? text : text.substring(0, end), MAX_DESCRIPTION);
        String sentence =
                first.endsWith(".") && !first.endsWith("...") ? first.substring(0, first.length() - 1) : first;
        return sentence.isEmpty() ? "." : ". " + sentence + ".";
    }

    static String unknown(ArgumentPath object, String name, Set<String> known) {
        String where = object.text().isEmpty() ? "an argument of this tool" : "a property of \"" + object + "\"";
        Optional<String> nearest = NearestName.of(name, known);
        String cure = nearest.map(meant -> "Did you mean \"" + meant + "\"?")
                .orElseGet(() -> known.isEmpty()
                        ? "It takes none."
                        : "Known: " + listed(known.stream().toList()) + ".");
        return object.child(name).quoted() + " is not " + where + ". " + cure;
    }

    private static String oneOf(Stream<JsonNode> values) {
        List<String> shown = values.map(ShownText::of).toList();
        return shown.size() == 1 ? shown.get(0) : "one of " + listed(shown);
    }

    private static String listed(List<String> names) {
        String more = names.size() > MAX_NAMES ? " and " + (names.size() - MAX_NAMES) + " more" : "";
        return names.stream().limit(MAX_NAMES).collect(Collectors.joining(", ")) + more;
    }

    private static String but(JsonNode sent) {
        return ", but " + ShownText.of(sent) + " was sent.";
    }

    private static String count(String number, String thing) {
        return number + " " + thing + (number.equals("1") ? "" : "s");
    }

    private static int length(JsonNode sent) {
        String text = sent.asString("");
        return text.codePointCount(0, text.length());
    }

    private static String argument(Error error, int index) {
        Object[] arguments = error.getArguments();
        return arguments == null || arguments.length <= index ? "" : String.valueOf(arguments[index]);
    }
}
