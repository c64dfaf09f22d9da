package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.derive.DerivationOptions.DocumentationLevel;
import dev.mcpcodegen.codegen.derive.DerivationOptions.Naming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdWordsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/files/{file_id}, file_id, Id of the file.",
                "/files/{file}, file, Id of the file.",
                "/value-lists/{uuid}, uuid, UUID of the value list.",
                "/repos/{name}, name, Name of the repo.",
                "/{id}, id, -",
                "/items/{a}/{id}, id, -"
            })
    void saysWhatThePathSays(String path, String parameter, String words) {
        TestApi api = TestApi.operation(
                "get", path, parameters(path, "{name: %s, in: path, required: true, schema: {type: string}}"));

        assertThat(api.tool().arguments().stream()
                        .filter(argument -> argument.wireName().equals(parameter))
                        .map(argument -> argument.property().description()))
                .containsExactly(words == null ? "" : words);
    }

    @Test
    void leavesTheVendorsWordsAlone() {
        TestApi api = TestApi.operation(
                "get",
                "/files/{id}",
                "parameters: [{name: id, in: path, required: true, description: the file, schema: {type: string}}]");

        assertThat(api.tool().arguments().get(0).property().description()).isEqualTo("the file");
    }

    @Test
    void doesNotOpenTheDocumentationGate() {
        TestApi api = TestApi.operation(
                "get", "/files/{id}", "parameters: [{name: id, in: path, required: true, schema: {type: string}}]");

        assertThat(api.tools(new DerivationOptions(DocumentationLevel.ARGUMENTS, true, Naming.RESOURCE))
                        .tools())
                .isEmpty();
    }

    private static String parameters(String path, String each) {
        StringBuilder parameters = new StringBuilder("parameters: [");
        for (String part : path.split("/", -1)) {
            if (part.startsWith("{")) {
                parameters.append(each.formatted(part.replaceAll("[{}]", ""))).append(", ");
            }
        }
        return parameters.append("]").toString();
    }
}
