package dev.mcpcodegen.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.palantir.javapoet.ClassName;
import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.emit.EmitOptions.Results;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeMappingsTest {

    private static final String API = """
            paths:
              /meetings:
                post:
                  description: Creates a meeting in the calendar.
                  parameters:
                    - {name: seen, in: query, schema: {type: array, items: {type: string, format: date-time}}}
                  requestBody: {content: {application/json: {schema: {type: object, required: [starts], properties: {
                    starts: {type: string, format: date-time}, ends: {type: string, format: date-time, nullable: true},
                    title: {type: string}, price: {type: number},
                    place: {type: object, properties: {id: {type: string, format: uuid}}}}}}}}
                  responses: {'200': {description: OK, content: {application/json: {schema: {type: object, properties: {
                    created: {type: string, format: date-time}, by: {type: object, properties: {name: {type: string}}}}}}}}}
            """;

    @Test
    void putsTheUsersClassesIntoRecords() {
        List<GeneratedFile> files = emit(
                Results.TYPED,
                "date-time=java.time.OffsetDateTime",
                "uuid = java.util.UUID",
                "number=java.lang.Double");

        Compilation.of(files);
        assertThat(text(files))
                .contains("OffsetDateTime starts", "Presence<OffsetDateTime> ends", "List<OffsetDateTime> seen")
                .contains("UUID id", "Double price", "OffsetDateTime created", "String title")
                .doesNotContain("BigDecimal");
    }

    @Test
    void keepsWhatTheCallerWroteWithoutMappings() {
        assertThat(text(emit(Results.TYPED)))
                .contains("String starts", "BigDecimal price")
                .doesNotContain("java.time");
    }

    @Test
    void generatesNothingForAnswersThatAreTrees() {
        List<GeneratedFile> typed = emit(Results.TYPED);
        List<GeneratedFile> trees = emit(Results.TREE);

        Compilation.of(trees);
        assertThat(text(typed))
                .contains("UpstreamTool<CreateMeeting.Arguments, CreateMeeting.")
                .contains("String created");
        assertThat(text(trees))
                .contains("UpstreamTool<CreateMeeting.Arguments, JsonNode>")
                .doesNotContain("created")
                .contains("record Place");
    }

    @Test
    void aFormatIsMoreThanAType() {
        TypeMappings mappings = TypeMappings.of(
                List.of("string=com.example.Text", "date-time=java.time.OffsetDateTime", "boolean=com.example.Flag"));

        assertThat(mappings.of(new TypeModel.StringType("date-time", null, null, null)))
                .contains(ClassName.get(OffsetDateTime.class));
        assertThat(mappings.of(TypeModel.StringType.PLAIN)).contains(ClassName.get("com.example", "Text"));
        assertThat(mappings.of(new TypeModel.BooleanType())).contains(ClassName.get("com.example", "Flag"));
        assertThat(mappings.of(TypeModel.IntegerType.PLAIN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date-time",
                "date-time=OffsetDateTime",
                "=java.time.OffsetDateTime",
                "date-time=java.time.offset",
                "uuid=java.util.UUID; class Evil {}"
            })
    void refusesWhatIsNoClass(String entry) {
        assertThatThrownBy(() -> TypeMappings.of(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it must be a format or type and a class, such as");
    }

    @Test
    void refusesAFormatThatIsMappedTwice() {
        assertThatThrownBy(() -> TypeMappings.of(List.of("uuid=java.util.UUID", "uuid=com.example.Id")))
                .hasMessage("typeMappings maps \"uuid\" twice.");
    }

    private static List<GeneratedFile> emit(Results results, String... mappings) {
        EmitOptions options = new EmitOptions(
                "com.example.mcp", false, List.of(), "McpRouter", results, TypeMappings.of(List.of(mappings)));
        return new JavaEmitter(options)
                .emit(new ToolCatalog(List.of(TestApi.of(API).tools())));
    }

    private static String text(List<GeneratedFile> files) {
        return String.join("\n", files.stream().map(GeneratedFile::content).toList());
    }
}
