package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What models read: under which names, and that every word was written for what it stands at. */
final class ToolWordsIT {

    private static final int MOST_TOOLS_OF_A_SENTENCE = 5;
    private static final int MOST_WHOLE_NAMES = 3;

    /** Arguments of the server itself, the same for every tool: of paging, and of files. */
    private static final Set<String> OWN_ARGUMENTS =
            Set.of("limit", "next_cursor", "filename", "media_type", "content_base64", "resource_uri");

    static List<String> integrations() {
        return ToolReport.integrations();
    }

    @ParameterizedTest
    @MethodSource("integrations")
    void describesEveryToolAndEveryArgument(String integration) {
        List<String> silent = new ArrayList<>();
        for (JsonNode tool : tools(integration)) {
            if (tool.path("description").asString("").isBlank()) {
                silent.add(tool.path("name").asString());
            }
            tool.at("/inputSchema/properties")
                    .propertyStream()
                    .filter(argument ->
                            argument.getValue().path("description").asString("").isBlank())
                    .forEach(argument -> silent.add(tool.path("name").asString() + " " + argument.getKey()));
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void usesNoSentenceForMoreThanFiveTools() {
        Map<String, Set<String>> toolsBySentence = new LinkedHashMap<>();
        for (String integration : integrations()) {
            for (JsonNode tool : tools(integration)) {
                String name = tool.path("name").asString();
                Stream.concat(sentences(tool.path("description")), argumentSentences(tool.path("inputSchema")))
                        .forEach(sentence -> toolsBySentence
                                .computeIfAbsent(sentence, absent -> new LinkedHashSet<>())
                                .add(name));
            }
        }
        assertThat(toolsBySentence.entrySet())
                .hasSizeGreaterThan(100)
                .allSatisfy(entry -> assertThat(entry.getValue())
                        .as("%s", entry.getKey())
                        .hasSizeLessThanOrEqualTo(MOST_TOOLS_OF_A_SENTENCE));
    }

    private static Stream<String> argumentSentences(JsonNode schema) {
        return schema.path("properties")
                .propertyStream()
                .filter(property -> !OWN_ARGUMENTS.contains(property.getKey()))
                .flatMap(property -> Stream.of(
                                sentences(property.getValue().path("description")),
                                argumentSentences(property.getValue()),
                                argumentSentences(property.getValue().path("items")))
                        .flatMap(sentences -> sentences));
    }

    private static Stream<String> sentences(JsonNode description) {
        return Pattern.compile("(?<=[.!?])\\s+|\\n")
                .splitAsStream(description.asString(""))
                .filter(sentence -> !sentence.isBlank());
    }

    @Test
    void namesAtMostThreeToolsByHand() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Artifacts.specs())) {
            for (Path file : files.filter(path -> path.toString().endsWith(".overlay.yaml"))
                    .toList()) {
                JsonNode overlay = new YAMLMapper().readTree(Files.readString(file));
                overlay.path("actions").forEach(action -> wholeNames(action, names));
            }
        }
        assertThat(names).hasSizeBetween(1, MOST_WHOLE_NAMES);
    }

    /** A name that a directive gives to an operation or a path is a tool's; anywhere else it is an argument's. */
    private static void wholeNames(JsonNode action, List<String> names) {
        if (action.path("target").asString("").startsWith("$.paths")) {
            JsonNode directives = action.at("/update/x-mcp");
            Stream.concat(Stream.of(directives), directives.valueStream())
                    .map(directive -> directive.path("name"))
                    .filter(JsonNode::isString)
                    .forEach(name -> names.add(name.asString()));
        }
    }

    private static List<JsonNode> tools(String integration) {
        try (Stream<Path> files = Files.list(Artifacts.definitions().resolve(integration))) {
            List<JsonNode> tools = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                JsonNode definition = Http.JSON.readTree(Files.readString(file));
                if (definition.has("inputSchema")) {
                    tools.add(definition);
                }
            }
            assertThat(tools).hasSameSizeAs(Artifacts.toolNames(integration));
            return tools;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
