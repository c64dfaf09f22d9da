package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiDirectives;
import dev.mcpcodegen.codegen.model.IntegrationModel.ErrorModel;
import dev.mcpcodegen.codegen.model.IntegrationModel.RateLimitModel;
import dev.mcpcodegen.codegen.model.ToolDirectives;
import dev.mcpcodegen.codegen.model.ToolDirectives.Annotations;
import dev.mcpcodegen.codegen.model.ToolDirectives.ArgumentDirectives;
import dev.mcpcodegen.codegen.model.ToolDirectives.BodyDirectives;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the extension object {@code x-mcp}. */
final class DirectivesReader {

    private static final String EXTENSION = "x-mcp";
    private static final List<String> RESET_UNITS = List.of("seconds", "epochSeconds", "epochMillis", "date");

    private DirectivesReader() {}

    static ApiDirectives api(Place document, DocumentScope problems) {
        Place place = document.child(EXTENSION);
        JsonNode extension = place.node();
        return new ApiDirectives(
                words(place, "displayName"),
                words(place, "instructions"),
                baseUrl(extension.path("baseUrl")),
                extension.path("identity").asText().equals("person"),
                LoginReader.read(place.child("login"), problems),
                errors(extension.path("errors")),
                rateLimit(place.child("rateLimit"), problems),
                DynamicFieldsReader.sets(place.child("fieldSets"), problems));
    }

    /** Reads an operation's extension: the directives of each of its tools by variant. */
    static Map<String, ToolDirectives> tools(Place pathItem, Place operation, DocumentScope problems) {
        return VariantsReader.read(pathItem.child(EXTENSION), operation.child(EXTENSION), problems);
    }

    /** Reads the documentation records that are headed by a tool's name. */
    static Map<String, ToolDirectives> toolRecords(Place records, DocumentScope problems) {
        Map<String, ToolDirectives> tools = new LinkedHashMap<>();
        records.node().fieldNames().forEachRemaining(name -> tools.put(name, tool(records.child(name), problems)));
        return tools;
    }

    /** Reads one tool's directives. */
    static ToolDirectives tool(Place place, DocumentScope problems) {
        JsonNode extension = place.node();
        return new ToolDirectives(
                extension.path("expose").asBoolean(true),
                text(extension, "name"),
                text(extension, "resource"),
                text(extension, "method"),
                words(place, "title"),
                words(place, "description"),
                texts(extension.path("tags")),
                annotations(extension.path("annotations")),
                arguments(place.child("arguments")),
                body(place.child("body")),
                PagingReader.read(place.child("paging"), problems),
                text(extension.path("response"), "path"),
                extension.path("response").path("redirect").asText().equals("follow"),
                new DynamicFieldsReader(problems).read(place.child("dynamicFields")));
    }

    private static Annotations annotations(JsonNode node) {
        return new Annotations(
                flag(node, "readOnlyHint"),
                flag(node, "destructiveHint"),
                flag(node, "idempotentHint"),
                flag(node, "openWorldHint"));
    }

    private static Map<String, ArgumentDirectives> arguments(Place place) {
        Map<String, ArgumentDirectives> arguments = new LinkedHashMap<>();
        place.node().fieldNames().forEachRemaining(name -> arguments.put(name, argument(place.child(name))));
        return arguments;
    }

    /** Reads the extension of a parameter or a property, which speaks of this one argument; null when there is none. */
    static @Nullable ArgumentDirectives ofDeclaration(Place declaration) {
        Place place = declaration.child(EXTENSION);
        return place.node().isObject() ? argument(place) : null;
    }

    private static ArgumentDirectives argument(Place place) {
        JsonNode node = place.node();
        return new ArgumentDirectives(
                place.pointer(),
                text(node, "name"),
                words(place, "description"),
                node.has("const") ? node.path("const").toString() : null,
                text(node, "pattern"),
                node.path("merge").asBoolean(false),
                node.path("optional").asBoolean(false),
                node.path("hidden").asBoolean(false),
                node.path("enforceEnum").asBoolean(true));
    }

    /** {@code wrapper: data/attributes} names an object within an object. */
    private static @Nullable BodyDirectives body(Place place) {
        String wrapper = text(place.node(), "wrapper");
        boolean flat = place.node().path("flatten").asBoolean(true);
        return wrapper == null || !flat
                ? null
                : new BodyDirectives(place.pointer() + "/wrapper", List.of(wrapper.split("/", -1)));
    }

    private static @Nullable ErrorModel errors(JsonNode node) {
        return node.isObject() ? new ErrorModel(texts(node.path("message")), texts(node.path("code"))) : null;
    }

    private static @Nullable RateLimitModel rateLimit(Place place, DocumentScope problems) {
        JsonNode node = place.node();
        if (!node.isObject()) {
            return null;
        }
        String unit = node.path("resetUnit").asText("seconds");
        if (!RESET_UNITS.contains(unit)) {
            problems.at(place.pointer() + "/resetUnit")
                    .error("There is no unit \"" + unit + "\".", "Use one of " + String.join(", ", RESET_UNITS) + ".");
            return null;
        }
        return new RateLimitModel(
                node.path("limit").asText(""),
                node.path("remaining").asText(""),
                node.path("reset").asText(""),
                unit);
    }

    private static @Nullable String baseUrl(JsonNode node) {
        return node.isObject() ? text(node, "default") : node.isTextual() ? node.asText() : null;
    }

    private static @Nullable String words(Place place, String key) {
        return place.node().path(key).isTextual() ? place.words(key) : null;
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.path(key).isTextual() ? node.path(key).asText() : null;
    }

    private static @Nullable Boolean flag(JsonNode node, String key) {
        return node.path(key).isBoolean() ? node.path(key).asBoolean() : null;
    }

    /** One text or a list of texts. */
    private static List<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        List<String> texts = new ArrayList<>();
        node.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }
}
