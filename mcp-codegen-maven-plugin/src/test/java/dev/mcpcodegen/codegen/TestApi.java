package dev.mcpcodegen.codegen;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.derive.DerivationOptions;
import dev.mcpcodegen.codegen.derive.ToolDeriver;
import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.NamePins;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.openapi.OpenApiReader;
import dev.mcpcodegen.codegen.spec.SourceMap;
import dev.mcpcodegen.codegen.spec.SpecDocument;
import dev.mcpcodegen.codegen.spec.SpecVersion;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What becomes of a small document, without a file. */
public final class TestApi {

    /** A description of enough characters. */
    private static final String HEAD = """
            openapi: 3.1.0
            info: {title: Acme, version: "1"}
            """;

    private final Diagnostics diagnostics = new Diagnostics();
    private final ApiDescription api;

    private TestApi(String yaml) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        ObjectNode document = new ObjectMapper().valueToTree(tree);
        SpecDocument spec = new SpecDocument(
                "acme",
                document,
                SpecVersion.OPENAPI_3_1,
                SourceMap.unmarked(document, "openapi.yaml"),
                "openapi.yaml",
                List.<Path>of(),
                List.of());
        api = new OpenApiReader().read(spec, scope());
    }

    /** A whole document. */
    public static TestApi document(String yaml) {
        return new TestApi(yaml);
    }

    /** The paths and what follows them of an OpenAPI 3.1 document. */
    public static TestApi of(String yaml) {
        return new TestApi(HEAD + yaml);
    }

    /** One operation with a description; what is given stands below its method. */
    public static TestApi operation(String method, String path, String members) {
        return of("paths:\n  " + path + ":\n    " + method + ":\n      description: Does something useful.\n"
                + "      responses: {'200': {description: OK}}\n" + members.indent(6));
    }

    public ApiDescription api() {
        return api;
    }

    public IntegrationModel tools() {
        return tools(DerivationOptions.DEFAULT);
    }

    public IntegrationModel tools(DerivationOptions options) {
        return new ToolDeriver(options).derive(api, scope());
    }

    /** The tools where some have been published. */
    public IntegrationModel tools(NamePins pins) {
        return new ToolDeriver(DerivationOptions.DEFAULT).derive(api, pins, scope());
    }

    /** The only tool there is. */
    public ToolModel tool() {
        List<ToolModel> tools = tools().tools();
        if (tools.size() != 1) {
            throw new IllegalStateException("Not one tool but " + tools.size() + ": " + diagnostics.all());
        }
        return tools.get(0);
    }

    public List<String> names() {
        return tools().tools().stream().map(ToolModel::name).toList();
    }

    /** The arguments of the only tool. */
    public List<String> arguments() {
        return tool().arguments().stream().map(ArgumentModel::name).toList();
    }

    public List<Diagnostic> found(Severity severity) {
        return diagnostics.all().stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .toList();
    }

    private DocumentScope scope() {
        return pointer -> diagnostics.at(new SourceLocation("openapi.yaml", pointer, 0));
    }
}
