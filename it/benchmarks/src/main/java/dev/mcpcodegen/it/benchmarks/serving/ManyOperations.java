package dev.mcpcodegen.it.benchmarks.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A description of an API of ordinary operations: three a resource, with words and types as vendors have them. */
final class ManyOperations {

    private static final int A_RESOURCE = 3;

    private final ObjectNode document = new JsonMapper().createObjectNode();

    private ManyOperations(int operations) {
        document.put("openapi", "3.0.3");
        document.putObject("info").put("title", "Many").put("version", "1");
        document.putArray("servers").addObject().put("url", "https://api.example.com");
        for (int i = 0; i < operations / A_RESOURCE; i++) {
            addResource("things" + i);
        }
    }

    /** Writes the description to a file. */
    static void write(Path file, int operations) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, new ManyOperations(operations).document.toString());
    }

    private void addResource(String name) {
        ObjectNode paths = document.withObjectProperty("paths");
        ObjectNode all = paths.putObject("/" + name);
        ObjectNode list = operation(all, "get", "list_" + name, "Lists " + name + ", the newest first.");
        parameter(list, "filter", "query", "Only those whose name begins so.");
        parameter(list, "sort", "query", "A property to sort by.");
        properties(json(operation(all, "post", "create_" + name, "Creates one of " + name + ".")
                .putObject("requestBody")));
        ObjectNode one =
                operation(paths.putObject("/" + name + "/{id}"), "get", "get_" + name, "Gets one of " + name + ".");
        parameter(one, "id", "path", "Which one.").put("required", true);
    }

    private static ObjectNode operation(ObjectNode item, String method, String id, String description) {
        ObjectNode operation = item.putObject(method).put("operationId", id).put("description", description);
        ObjectNode answer = operation.putObject("responses").putObject("200").put("description", "Done.");
        properties(json(answer));
        return operation;
    }

    private static ObjectNode parameter(ObjectNode operation, String name, String in, String description) {
        ObjectNode parameter = operation.withArrayProperty("parameters").addObject();
        parameter.put("name", name).put("in", in).put("description", description);
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }

    private static ObjectNode json(ObjectNode owner) {
        return owner.putObject("content").putObject("application/json").putObject("schema");
    }

    private static void properties(ObjectNode schema) {
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        for (int i = 0; i < 8; i++) {
            properties
                    .putObject("property_" + i)
                    .put("type", i % 2 == 0 ? "string" : "integer")
                    .put("description", "What it is of the property with the number " + i + ".");
        }
    }
}
