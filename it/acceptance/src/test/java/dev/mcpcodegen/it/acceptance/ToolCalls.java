package dev.mcpcodegen.it.acceptance;

import dev.mcpcodegen.it.corpus.call.ArgumentSynthesiser;
import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls of everything that a client is offered, with arguments made up from the schemas that it is shown. */
final class ToolCalls {

    private static final Pattern EXACTLY_ONE =
            Pattern.compile("exactly one of ([\\w]+(?:, [\\w]+)*),? (?:and|or) ([\\w]+)");
    private static final Pattern STRANGE_PART =
            Pattern.compile("^- \"(\\w+)\\.([^\"]+)\" is not a property of \"\\1\"", Pattern.MULTILINE);
    private static final int OK = 200;
    private static final int REDIRECT = 400;

    private final ModernClient client;
    private final List<Call> calls = new ArrayList<>();

    /** A tool, and arguments that its schema takes. */
    record Call(String name, ObjectNode arguments) {

        @Override
        public String toString() {
            return name + arguments;
        }
    }

    /** Lists the tools, and makes up two calls of each: with what is required, and with everything. */
    ToolCalls(ModernClient client) {
        this.client = client;
        for (JsonNode tool : client.listTools().path("tools")) {
            String name = tool.path("name").asString();
            JsonNode schema = withExamplesAsChoices(tool.path("inputSchema").deepCopy());
            String description = tool.path("description").asString("");
            ObjectNode least = ArgumentSynthesiser.required(schema, description);
            ObjectNode most = ArgumentSynthesiser.all(schema);
            chooseOne(description, least, most);
            // Only an answer can give a cursor.
            most.remove("next_cursor");
            calls.add(new Call(name, least));
            if (!most.equals(least)) {
                calls.add(new Call(name, most));
            }
        }
        // What is deleted cannot be read afterwards.
        calls.sort(Comparator.comparing(call -> call.name().startsWith("delete_")));
    }

    /** Does what a model is told in words, as there is no keyword for it that every client takes. */
    private static void chooseOne(String description, ObjectNode least, ObjectNode most) {
        Matcher told = EXACTLY_ONE.matcher(description);
        while (told.find()) {
            List<String> names = List.of((told.group(1) + ", " + told.group(2)).split(", ", -1));
            String chosen = names.get(0);
            if (names.stream().allMatch(most::has)) {
                most.remove(names.subList(1, names.size()));
                if (names.stream().noneMatch(least::has)) {
                    least.set(chosen, most.path(chosen));
                }
            }
        }
    }

    /** What a vendor documents as choices without our enforcing it is shown as examples; a model would take one of them. */
    private static JsonNode withExamplesAsChoices(JsonNode schema) {
        schema.forEach(ToolCalls::withExamplesAsChoices);
        if (schema instanceof ObjectNode object && object.path("examples").isArray() && !object.has("enum")) {
            object.set("enum", object.path("examples"));
        }
        return schema;
    }

    /** All calls, those that delete last. */
    List<Call> all() {
        return List.copyOf(calls);
    }

    /** The names of the tools, each once. */
    List<String> names() {
        return calls.stream().map(Call::name).distinct().toList();
    }

    /**
     * Makes a call; the whole answer, because the vendor may not know what was made up. Which fields a customer's record has depends on
     * other arguments, and no schema says that: what is refused for it is left out, as a model would, and the call made once more.
     */
    JsonNode answer(Call call) {
        JsonNode answer = client.call(call.name(), call.arguments().toString()).json();
        Matcher strange =
                STRANGE_PART.matcher(answer.at("/result/content/0/text").asString(""));
        ObjectNode arguments = call.arguments().deepCopy();
        while (strange.find()) {
            ((ObjectNode) arguments.path(strange.group(1))).remove(strange.group(2));
        }
        return arguments.equals(call.arguments())
                ? answer
                : client.call(call.name(), arguments.toString()).json();
    }

    /** Whether a vendor did what it was asked to. */
    static boolean isAccepted(RecordedRequest request) {
        Integer status = request.status();
        return status != null && status >= OK && status < REDIRECT;
    }
}
