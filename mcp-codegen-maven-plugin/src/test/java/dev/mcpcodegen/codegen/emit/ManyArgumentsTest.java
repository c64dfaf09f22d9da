package dev.mcpcodegen.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.RequestBody;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tools with more arguments than a record has components, or a chain of calls may have links. */
class ManyArgumentsTest {

    private static String fields(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "f" + i + ": {type: string}")
                .collect(Collectors.joining(", "));
    }

    private static UpstreamRequest request(String content, String arguments) {
        IntegrationModel tools = TestApi.operation(
                        "post",
                        "/things/{id}",
                        "parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n"
                                + "requestBody: {content: {" + content + "}}")
                .tools();
        Compilation compiled = Compilation.of(
                new JavaEmitter(EmitOptions.inPackage("com.example.mcp")).emit(new ToolCatalog(List.of(tools))));
        String name =
                "com.example.mcp." + tools.name() + "." + tools.tools().get(0).javaName();
        @SuppressWarnings("unchecked") // the arguments are read as what the tool takes
        UpstreamTool<Object, ?> tool = (UpstreamTool<Object, ?>) compiled.instance(name);
        return tool.toRequest(ToolJson.MAPPER.readValue(arguments, compiled.load(name + "$Arguments")));
    }

    @Test
    void aThousandArgumentsCompileAndArrive() {
        UpstreamRequest request = request(
                "application/json: {schema: {properties: {" + fields(1000) + "}}}",
                "{'id':'a','f0':'x','f999':'y'}".replace('\'', '"'));

        assertThat(request.target()).isEqualTo("/things/a");
        assertThat(request.body()).hasToString("Json[mediaType=application/json, tree={\"f0\":\"x\",\"f999\":\"y\"}]");
    }

    @Test
    void furtherPropertiesArriveBesideThem() {
        String content = "application/json: {schema: {additionalProperties: {type: string}, properties: {" + fields(300)
                + ", own: {type: string, readOnly: true}}}}";

        assertThat(request(content, "{\"id\":\"a\",\"f7\":\"x\",\"more\":\"y\"}")
                        .body())
                .hasToString("Json[mediaType=application/json, tree={\"f7\":\"x\",\"more\":\"y\"}]");
        assertThatThrownBy(() -> request(content, "{\"id\":\"a\",\"own\":\"x\"}"))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void filesAreReadFromTheMap() {
        UpstreamRequest request = request(
                "multipart/form-data: {schema: {properties: {file: {type: string, format: binary}, all: {type: array,"
                        + " items: {type: string, format: binary}}, " + fields(300) + "}}}",
                """
                {"id": "a", "f3": "x", "file": {"filename": "a.txt", "content_base64": "YQ=="},
                 "all": [{"filename": "b.txt", "content_base64": "Yg=="}]}
                """);

        assertThat(((RequestBody.Multipart) request.body()).parts())
                .extracting(RequestBody.Part::name)
                .containsExactly("file", "all", "f3");
    }
}
