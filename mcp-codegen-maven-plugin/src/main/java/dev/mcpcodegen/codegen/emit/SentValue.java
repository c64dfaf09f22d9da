package dev.mcpcodegen.codegen.emit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.palantir.javapoet.CodeBlock;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.RequestModel.ConstantModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A value of a request as Java code: an argument's, or a constant.
 *
 * @param place where it goes
 * @param code the expression
 * @param isJson whether the expression is JSON text instead of the value itself
 */
record SentValue(ArgumentModel place, CodeBlock code, boolean isJson) {

    /** The map of all arguments, where there are more than a record can have. */
    static final String EVERYTHING = "values";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** All that a tool sends, in the order of the request's parts; within one, constants first. */
    static List<SentValue> of(ToolModel tool, Literals literals) {
        List<SentValue> values = new ArrayList<>();
        tool.request().constants().forEach(constant -> values.add(constant(constant, literals)));
        boolean many = tool.arguments().size() > ObjectDefinition.MAX_COMPONENTS;
        for (ArgumentModel argument : tool.arguments()) {
            CodeBlock code = many
                    ? CodeBlock.of("arguments.$N().get($L)", EVERYTHING, literals.text(argument.name()))
                    : CodeBlock.of("arguments.$N()", argument.property().javaName());
            values.add(new SentValue(argument, code, false));
            argument.also().forEach(place -> values.add(new SentValue(place, code, false)));
        }
        values.sort(Comparator.comparing(value -> value.place().location()));
        return values;
    }

    boolean inBody() {
        return place.location() == Location.BODY;
    }

    private static SentValue constant(ConstantModel constant, Literals literals) {
        JsonNode value = json(constant.json());
        if (value.isTextual()) {
            return new SentValue(constant.place(), literals.text(value.asText()), false);
        }
        if (value.isBoolean() || value.isInt()) {
            return new SentValue(constant.place(), CodeBlock.of("$L", value.asText()), false);
        }
        if (value.isArray() && !value.isEmpty() && allTexts(value)) {
            List<String> texts = new ArrayList<>();
            value.forEach(text -> texts.add(text.asText()));
            return new SentValue(constant.place(), CodeBlock.of("$T.of($L)", List.class, literals.texts(texts)), false);
        }
        return new SentValue(constant.place(), literals.text(constant.json()), true);
    }

    private static boolean allTexts(JsonNode list) {
        for (JsonNode element : list) {
            if (!element.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The model holds JSON texts only, not " + text, e);
        }
    }
}
