package dev.mcpcodegen.codegen.emit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.RequestModel.ConstantModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

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

    static final TypeName EVERYTHING_TYPE =
            ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), LibraryTypes.JSON_NODE);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** All that a tool sends, in the order of the request's parts; within one, constants first. */
    static List<SentValue> of(ToolModel tool, Literals literals) {
        List<SentValue> values = new ArrayList<>();
        tool.request().constants().forEach(constant -> values.add(constant(constant, literals)));
        boolean many = isMany(tool);
        for (ArgumentModel argument : tool.arguments()) {
            List<ArgumentModel> places = new ArrayList<>(List.of(argument));
            places.addAll(argument.also());
            places.sort(Comparator.comparing(ArgumentModel::location));
            for (int i = 0; i < places.size(); i++) {
                boolean last = i == places.size() - 1;
                ArgumentModel place = places.get(i);
                CodeBlock code = many
                        ? ofMap(tool.body(), argument, place, last, literals)
                        : CodeBlock.of("arguments.$N()", argument.property().javaName());
                values.add(new SentValue(place, code, false));
            }
        }
        values.sort(Comparator.comparing(value -> value.place().location()));
        return values;
    }

    /** Whether a tool has more arguments than a record can have. */
    static boolean isMany(ToolModel tool) {
        return tool.arguments().size() > ObjectDefinition.MAX_COMPONENTS;
    }

    /** Where the body takes what nobody declared, an argument is taken out of the map, so that the others are left. */
    private static CodeBlock ofMap(
            BodyModel body, ArgumentModel argument, ArgumentModel place, boolean last, Literals literals) {
        CodeBlock tree = CodeBlock.of(
                "$N.$L($L)",
                EVERYTHING,
                last && body.others().isPresent() ? "remove" : "get",
                literals.text(argument.name()));
        if (place.location() != Location.BODY) {
            return tree;
        }
        TypeModel type = place.type() instanceof TypeModel.NullableType nullable ? nullable.type() : place.type();
        boolean files = type instanceof TypeModel.ListType list && list.items() instanceof TypeModel.FileType;
        if (body instanceof BodyModel.Raw) {
            return CodeBlock.of("$T.MAPPER.convertValue($L, $T.class)", LibraryTypes.TOOL_JSON, tree, String.class);
        } else if (type instanceof TypeModel.FileType) {
            return CodeBlock.of(
                    "$T.MAPPER.convertValue($L, $T.class)", LibraryTypes.TOOL_JSON, tree, LibraryTypes.FILE_CONTENT);
        } else if (files) {
            return CodeBlock.of(
                    "$T.MAPPER.convertValue($L, $T.MAPPER.getTypeFactory().constructCollectionType($T.class, $T.class))",
                    LibraryTypes.TOOL_JSON,
                    tree,
                    LibraryTypes.TOOL_JSON,
                    List.class,
                    LibraryTypes.FILE_CONTENT);
        }
        return tree;
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
