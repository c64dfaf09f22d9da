package dev.mcpcodegen.it.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A description larger than any vendor's, with everything in excess: operations, arguments, enum values, words. */
final class SyntheticDocument {

    static final int OPERATIONS = 5_000;

    private static final int OPERATIONS_A_RESOURCE = 5;
    private static final int SCHEMAS = 500;

    /** Each schema leads to the ones after it in its family. */
    private static final int FAMILY = 5;

    private static final int ARGUMENTS = 1_000;
    private static final int ENUM_VALUES = 5_000;
    private static final int DESCRIPTION_CHARACTERS = 2_000_000;

    private final ObjectNode document = new ObjectMapper().createObjectNode();
    private final ObjectNode paths;
    private final ObjectNode schemas;

    private SyntheticDocument() {
        document.put("openapi", "3.0.3");
        document.putObject("info").put("title", "Excess").put("version", "1");
        this.paths = document.putObject("paths");
        this.schemas = document.putObject("components").putObject("schemas");
    }

    static void write(Path file) throws IOException {
        SyntheticDocument synthetic = new SyntheticDocument();
        for (int i = 0; i < SCHEMAS; i++) {
            synthetic.schema(i);
        }
        for (int i = 0; i < OPERATIONS / OPERATIONS_A_RESOURCE; i++) {
            synthetic.resource(i);
        }
        synthetic.manyArguments();
        synthetic.manyValues();
        synthetic.manyWords();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, synthetic.document.toString());
    }

    private void schema(int number) {
        ObjectNode schema = schemas.putObject("Thing" + number).put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (int i = 0; i < 20; i++) {
            properties
                    .putObject("property_" + i)
                    .put("type", "string")
                    .put("description", "Property " + i + " of thing " + number + ".");
        }
        if ((number + 1) % FAMILY != 0) {
            properties.set("next", reference(number + 1));
            properties.putObject("others").put("type", "array").set("items", reference(number + 1));
        }
    }

    private void resource(int number) {
        ObjectNode all = paths.putObject("/group" + number % 100 + "/things" + number);
        answering(operation(all, "get", number), number);
        body(operation(all, "post", number), number);
        ObjectNode one = paths.putObject("/group" + number % 100 + "/things" + number + "/{id}");
        for (String method : new String[] {"get", "put", "delete"}) {
            ObjectNode operation = operation(one, method, number);
            parameter(operation, "id", "path").put("required", true);
            if (method.equals("put")) {
                body(operation, number);
            }
        }
    }

    private static ObjectNode operation(ObjectNode item, String method, int number) {
        ObjectNode operation =
                item.putObject(method).put("description", "Does " + method + " with things " + number + ".");
        operation.putObject("responses").putObject("200").put("description", "Done.");
        return operation;
    }

    private static ObjectNode parameter(ObjectNode operation, String name, String in) {
        ObjectNode parameter = operation.withArray("parameters").addObject();
        parameter.put("name", name).put("in", in).putObject("schema").put("type", "string");
        return parameter;
    }

    private void answering(ObjectNode operation, int number) {
        ObjectNode answer = (ObjectNode) operation.path("responses").path("200");
        json(answer).put("type", "array").set("items", reference(number % SCHEMAS));
    }

    private void body(ObjectNode operation, int number) {
        ObjectNode body = operation.putObject("requestBody");
        body.putObject("content").putObject("application/json").set("schema", reference(number % SCHEMAS));
    }

    private static ObjectNode json(ObjectNode answer) {
        return answer.putObject("content").putObject("application/json").putObject("schema");
    }

    private ObjectNode reference(int number) {
        return document.objectNode().put("$ref", "#/components/schemas/Thing" + number);
    }

    private void manyArguments() {
        ObjectNode operation = operation(paths.putObject("/wide/searches"), "get", 0);
        for (int i = 0; i < ARGUMENTS; i++) {
            parameter(operation, "filter_" + i, "query").put("description", "Filter " + i + ".");
        }
    }

    private void manyValues() {
        ObjectNode operation = operation(paths.putObject("/wide/choices"), "get", 0);
        ObjectNode schema = (ObjectNode) parameter(operation, "choice", "query").path("schema");
        for (int i = 0; i < ENUM_VALUES; i++) {
            schema.withArray("enum").add("choice-" + i);
        }
    }

    private void manyWords() {
        operation(paths.putObject("/wide/essays"), "get", 0)
                .put("description", "Says much. ".repeat(DESCRIPTION_CHARACTERS / "Says much. ".length()));
    }
}
