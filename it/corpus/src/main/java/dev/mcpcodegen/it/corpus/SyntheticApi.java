package dev.mcpcodegen.it.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A made-up description of any size: resources with the five usual operations each, over schemas that they share. */
final class SyntheticApi {

    private static final String[] WORDS = {
        "account", "board", "campaign", "device", "event", "folder", "goal", "holiday", "invoice", "journey"
    };
    private static final int SHARED = 50;

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private int left;

    private SyntheticApi(int operations) {
        this.left = operations;
    }

    /** Writes a description with so many operations. */
    static void write(Path file, int operations) throws IOException {
        SyntheticApi api = new SyntheticApi(operations);
        api.build();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, new JsonMapper().writeValueAsString(api.root));
    }

    private void build() {
        root.put("openapi", "3.0.3");
        root.putObject("info").put("title", "Synthetic").put("version", "1");
        root.putArray("servers").addObject().put("url", "https://api.example.com/v1");
        ObjectNode schemas = root.withObject("/components/schemas");
        for (int i = 0; i < SHARED; i++) {
            shared(schemas.putObject("Shared" + i), i);
        }
        ObjectNode paths = root.putObject("paths");
        for (int resource = 0; left > 0; resource++) {
            String singular = WORDS[resource % WORDS.length] + (resource / WORDS.length);
            String schema = "Resource" + resource;
            resource(schemas.putObject(schema), resource);
            String collection = "/" + WORDS[(resource + 3) % WORDS.length] + "s/{parent_id}/" + singular + "s";
            collection(paths.putObject(collection), schema, singular);
            if (left > 0) {
                item(paths.putObject(collection + "/{id}"), schema, singular);
            }
        }
    }

    private static void shared(ObjectNode schema, int number) {
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        properties.putObject("code").put("type", "string").put("maxLength", 20 + number);
        properties.putObject("weight").put("type", "number").put("minimum", 0);
        properties
                .putObject("kind")
                .put("type", "string")
                .putArray("enum")
                .add("small")
                .add("large");
    }

    private static void resource(ObjectNode schema, int number) {
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        properties.putObject("id").put("type", "string").put("readOnly", true);
        properties.putObject("name").put("type", "string").put("description", "What people call it.");
        properties
                .putObject("due")
                .put("type", "string")
                .put("format", "date-time")
                .put("nullable", true);
        properties.putObject("amount").put("type", "integer").put("minimum", 1).put("maximum", 1000);
        properties.putObject("detail").put("$ref", "#/components/schemas/Shared" + number % SHARED);
        properties
                .putObject("details")
                .put("type", "array")
                .putObject("items")
                .put("$ref", "#/components/schemas/Shared" + (number + 1) % SHARED);
        schema.putArray("required").add("id").add("name");
    }

    private void collection(ObjectNode path, String schema, String singular) {
        parameter(path.putArray("parameters").addObject(), "path", "parent_id", true);
        ObjectNode list = operation(path, "get", "Lists " + singular + "s of a parent.");
        parameter(list.putArray("parameters").addObject(), "query", "name", false);
        ObjectNode answer = answer(list).put("type", "array");
        answer.putObject("items").put("$ref", "#/components/schemas/" + schema);
        if (left > 0) {
            ObjectNode create = operation(path, "post", "Creates a " + singular + " of a parent.");
            body(create, schema);
            answer(create).put("$ref", "#/components/schemas/" + schema);
        }
    }

    private void item(ObjectNode path, String schema, String singular) {
        var parameters = path.putArray("parameters");
        parameter(parameters.addObject(), "path", "parent_id", true);
        parameter(parameters.addObject(), "path", "id", true);
        answer(operation(path, "get", "Returns one " + singular + " with its details."))
                .put("$ref", "#/components/schemas/" + schema);
        if (left > 0) {
            ObjectNode update = operation(path, "put", "Replaces one " + singular + " of a parent.");
            body(update, schema);
            answer(update).put("$ref", "#/components/schemas/" + schema);
        }
        if (left > 0) {
            answer(operation(path, "delete", "Deletes one " + singular + " for good."))
                    .put("type", "object");
        }
    }

    private ObjectNode operation(ObjectNode path, String method, String description) {
        left--;
        return path.putObject(method).put("description", description);
    }

    private static void parameter(ObjectNode parameter, String in, String name, boolean required) {
        parameter.put("in", in).put("name", name).put("required", required);
        parameter.putObject("schema").put("type", "string");
    }

    private static void body(ObjectNode operation, String schema) {
        operation
                .putObject("requestBody")
                .put("required", true)
                .withObject("/content/application~1json/schema")
                .put("$ref", "#/components/schemas/" + schema);
    }

    private static ObjectNode answer(ObjectNode operation) {
        ObjectNode ok = operation.putObject("responses").putObject("200").put("description", "Done.");
        return ok.withObject("/content/application~1json/schema");
    }
}
