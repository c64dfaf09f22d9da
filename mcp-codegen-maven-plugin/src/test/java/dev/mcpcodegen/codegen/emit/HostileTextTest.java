package dev.mcpcodegen.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.DynamicFieldsModel;
import dev.mcpcodegen.codegen.model.FieldSetModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.LoginModel;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.RequestModel;
import dev.mcpcodegen.codegen.model.ResponseModel;
import dev.mcpcodegen.codegen.model.SecurityModel;
import dev.mcpcodegen.codegen.model.ServerModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.Constant;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of a model is an attack; what is compiled must be what a harmless text gives. */
class HostileTextTest {

    private static final EmitOptions OPTIONS = new EmitOptions("com.example.mcp", false, List.of(), "McpRouter");
    private static final String EVIL = "class Evil { static { System.setProperty(\"evil\", \"1\"); } }";

    private static final Set<String> HARMLESS_CLASSES = Compilation.of(
                    new JavaEmitter(OPTIONS).emit(hostile("harmless")))
            .classes()
            .keySet();

    static Stream<String> T_A01_T_A02_payloads() {
        return Stream.of(
                "*/ " + EVIL + " /*",
                "**/ " + EVIL + " /**",
                "* / */" + EVIL,
                "\\u002a\\u002f " + EVIL + " \\u002f\\u002a",
                "\\uuuu002a\\uuuu002f " + EVIL,
                "\\\\u002a\\\\\\u002f " + EVIL,
                "*\\u002f " + EVIL,
                "\\u000a" + EVIL + "//",
                "x\n" + EVIL + "\n//",
                "x\r" + EVIL + "\r//",
                "x\u2028" + EVIL + "\u2029\u0085\u000b\u000c",
                "\"); } static { System.exit(1); } String x() { return (\"",
                "\\\"); } static { System.exit(1); } //",
                "\\u0022); } static { System.exit(1); } //",
                "\"\"\"\n); } static { System.exit(1); } //",
                "line\n\"\"\"\" + evil() + \"\"\"\"\"\"\"\n end\"",
                "line\n  trailing \\\n\\",
                "$T $S $L $W $$ $> $< $[ $] $1L",
                "{@link Evil} {@inheritDoc} @throws Evil } {@code {",
                "`*/ evil` `{` `a@b` `<b>` `\\u002a/` ``",
                "<script>alert(1)</script> &amp; <!-- -->",
                "\ud800 lone \udc00 \ud83d\ude00 \u202e bidi \u200b \u0000 \ue000\"x\ue001 \udb40\udc41",
                "@JsonProperty(\ue000\"x\") String evil",
                "public record Evil(\npublic final class Evil {\n) {\n}",
                "\\",
                "\"",
                "'",
                " ",
                "\t\n\t");
    }

    @ParameterizedTest
    @MethodSource("T_A01_T_A02_payloads")
    void T_A01_T_A02_textNeverBecomesCode(String payload) {
        List<GeneratedFile> files = new JavaEmitter(OPTIONS).emit(hostile(payload));

        Compilation compiled = Compilation.of(files);

        assertThat(compiled.classes().keySet()).isEqualTo(HARMLESS_CLASSES);
        ToolDescriptor descriptor = integration(compiled).tools().get(0).descriptor();
        assertThat(descriptor.resource()).isEqualTo(payload);
        assertThat(descriptor.tags()).containsExactly(payload, payload);
        assertThat(integration(compiled).displayName()).isEqualTo(payload);
        assertThat(System.getProperty("evil")).isNull();
    }

    @ParameterizedTest
    @MethodSource("T_A01_T_A02_payloads")
    void T_A02_noUnicodeEscapeComesFromInputAndNothingInvisibleRemains(String payload) {
        for (GeneratedFile file : new JavaEmitter(OPTIONS).emit(hostile(payload))) {
            assertThat(file.content().codePoints().filter(c -> c != '\n' && Invisible.is(c)))
                    .as(file.path())
                    .isEmpty();
            boolean hasTextBlock = file.content().contains("\"\"\"\n");
            assertThat(file.content().lines().filter(line -> line.stripLeading().startsWith("* ") && !hasTextBlock))
                    .noneMatch(line -> line.contains("\\"));
        }
    }

    @Test
    void T_A03_stopsWhatGetsPastTheEncoders() {
        assertRefused(" * Does something useful.", " * */ class Evil {} /*");
        assertRefused(" * Does something useful.", " * */ import java.util.Map; /*");
        assertRefused(" * Does something useful.", " * */ @Deprecated /*");
        assertRefused(" * Does something useful.", " * \\u002a\\u002f class Evil {} \\u002f\\u002a");
        assertRefused("\"persons\"", "\"persons\\u0022).tags(\\u0022x\"");
        assertRefused("\"persons\"", "\"per\" + evil() + \"sons\"");
        assertRefused("\"persons\"", "evil()");
        assertRefused("NAME = \"some_tool\";", "NAME = \"some_tool\"; static { System.exit(1); }");
        assertRefused("NAME = \"some_tool\";", "NAME = \"some_tool\"; { System.exit(1); }");
        assertRefused("NAME = \"some_tool\";", "NAME = \"some_tool\"; static int evil = 1;");
        assertRefused("NAME = \"some_tool\";", "NAME = \"some_tool\"; void evil() {}");
        assertRefused("NAME = \"some_tool\";", "NAME = \"some_tool\"");
        assertRefused("String term)", "String term, String evil)");
    }

    @Test
    void T_A03_letsThroughWhatWasMeant() {
        new EmissionGuard().check(List.of(harmless()));
    }

    private static void assertRefused(String meant, String evil) {
        SourceFile file = harmless();
        String content = file.content().replace(meant, evil);
        assertThat(content).as("the mutation applies").isNotEqualTo(file.content());
        SourceFile mutated = new SourceFile(file.path(), content, file.meant(), file.literals());

        assertThatThrownBy(() -> new EmissionGuard().check(List.of(mutated)))
                .as(evil)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.path());
    }

    private static SourceFile harmless() {
        ToolModel tool = Models.tool("Harmless", "GET", "/x")
                .arguments(Models.query(Models.optional("term", "term", Models.TEXT)))
                .build();
        IntegrationModel integration = Models.integration(List.of(), tool);
        return new ToolGenerator(
                        integration,
                        new JavaTypes(
                                integration, "com.example.mcp.affinity", EmitOptions.Results.TYPED, TypeMappings.NONE))
                .generate(tool);
    }

    private static Integration integration(Compilation compiled) {
        try {
            return (Integration) compiled.load("com.example.mcp.affinity.AffinityTools")
                    .getMethod("integration")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ToolCatalog hostile(String text) {
        List<ArgumentModel> arguments = IntStream.range(0, 2)
                .mapToObj(i -> new ArgumentModel(
                        Models.optional(text + i, "argument" + i, new TypeModel.StringType(text, text, null, null))
                                .withDescription(text),
                        i == 0 ? ArgumentModel.Location.QUERY : ArgumentModel.Location.BODY,
                        text,
                        ArgumentModel.Style.EXPLODED))
                .toList();
        Map<String, TypeDeclaration> types = new LinkedHashMap<>();
        types.put(
                "Item",
                new TypeDeclaration(
                        "Item",
                        "Item",
                        null,
                        text,
                        new ObjectDefinition(
                                List.of(
                                        Models.optional(text, "one", Models.ref("Open"))
                                                .withDescription(text),
                                        Models.optional("other", "other", Models.TEXT)
                                                .withDescription(text)),
                                false)));
        types.put("Open", enumeration("Open", text, false));
        types.put("Kind", enumeration("Kind", text, true));
        ToolModel tool = new ToolModel(
                text,
                ToolModel.NameSource.DERIVED,
                "HostileTool",
                text,
                text,
                text,
                text,
                List.of(text, text),
                new ToolModel.OperationRef("GET", text, text),
                Stream.concat(
                                arguments.stream(),
                                Stream.of(Models.body(Models.optional("kind", "kind", Models.ref("Kind"))
                                        .withDescription(text))))
                        .toList(),
                new BodyModel.JsonObject(text, true, new BodyModel.Others("others", List.of(text))),
                new RequestModel(
                        text,
                        List.of(new RequestModel.ConstantModel(
                                new ArgumentModel(
                                        Models.optional(text, "constant", Models.TEXT),
                                        ArgumentModel.Location.BODY,
                                        text,
                                        ArgumentModel.Style.PLAIN,
                                        new ArgumentModel.Wire(true, text, List.of(text)),
                                        List.of()),
                                "{}")),
                        text,
                        text,
                        security(text),
                        List.of(text)),
                new PagingModel.Cursor(text, text, Models.pages(text, 5, 5, text)),
                text,
                new ResponseModel(ResponseModel.Kind.JSON, Models.ref("Item"), text, true),
                new ToolModel.Hints(true, true, true, true),
                true,
                List.of(new DynamicFieldsModel(
                        text,
                        DynamicFieldsModel.Form.CONDITIONS,
                        text,
                        true,
                        new FieldSetModel(
                                text,
                                text,
                                new FieldSetModel.Source(text, text, Map.of(), text),
                                null,
                                Map.of(),
                                List.of(),
                                Map.of(),
                                text),
                        Map.of(text, text))));
        ToolModel raw = Models.tool("Raw", text, text)
                .sending(new BodyModel.Raw(text))
                .arguments(
                        Models.body(Models.required("body", "body", Models.TEXT).withDescription(text)))
                .build();
        return new ToolCatalog(List.of(new IntegrationModel(
                "affinity",
                "Affinity",
                text,
                text,
                text,
                "https://" + text,
                List.of(new ServerModel(text, text)),
                List.of(
                        new SecurityModel.Scheme(
                                text, SecurityModel.Kind.API_KEY, "header", text, null, null, List.of()),
                        new SecurityModel.Scheme(
                                text, SecurityModel.Kind.OAUTH2, "", "", text, text, List.of(text, text))),
                security(text),
                text + "\n\n" + text,
                true,
                login(text),
                new IntegrationModel.ErrorModel(List.of(text), List.of(text)),
                new IntegrationModel.RateLimitModel(text, text, text, "date"),
                List.of(tool, raw),
                types,
                List.of())));
    }

    private static LoginModel login(String text) {
        LoginModel.JsonTemplate hostile = new LoginModel.JsonTemplate.Text(text);
        return new LoginModel(
                text,
                text,
                text,
                List.of(new LoginModel.Part(LoginModel.In.HEADER, text, text)),
                new LoginModel.JsonTemplate.Members(List.of(
                        new LoginModel.Member(text, hostile),
                        new LoginModel.Member(
                                text,
                                new LoginModel.JsonTemplate.Members(List.of(
                                        new LoginModel.Member(text, hostile), new LoginModel.Member(text, hostile)))),
                        new LoginModel.Member(
                                text,
                                new LoginModel.JsonTemplate.Constant(
                                        TextNode.valueOf(text).toString())))),
                List.of(
                        new LoginModel.Derived(text, "NOW", text, null, "PLAIN"),
                        new LoginModel.Derived(text, "HMAC_SHA256", text, text, "HEX")),
                List.of(new LoginModel.Found(text, "BODY", text), new LoginModel.Found(text, "COOKIE", text)),
                new LoginModel.Lifetime("At", text),
                List.of(new LoginModel.Part(LoginModel.In.QUERY, text, text)));
    }

    private static SecurityModel security(String text) {
        return new SecurityModel(
                List.of(new SecurityModel.Requirement(List.of(new SecurityModel.Use(text, List.of(text))))));
    }

    private static TypeDeclaration enumeration(String name, String text, boolean enforced) {
        return new TypeDeclaration(
                name,
                name,
                null,
                text,
                new EnumDefinition(List.of(new Constant("A", text), new Constant("B", "b")), enforced));
    }
}
