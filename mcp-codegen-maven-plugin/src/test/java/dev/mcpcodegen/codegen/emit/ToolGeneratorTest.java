package dev.mcpcodegen.codegen.emit;

import static dev.mcpcodegen.codegen.emit.Models.ANY;
import static dev.mcpcodegen.codegen.emit.Models.FILE;
import static dev.mcpcodegen.codegen.emit.Models.INTEGER;
import static dev.mcpcodegen.codegen.emit.Models.TEXT;
import static dev.mcpcodegen.codegen.emit.Models.body;
import static dev.mcpcodegen.codegen.emit.Models.catalog;
import static dev.mcpcodegen.codegen.emit.Models.choice;
import static dev.mcpcodegen.codegen.emit.Models.in;
import static dev.mcpcodegen.codegen.emit.Models.list;
import static dev.mcpcodegen.codegen.emit.Models.nullable;
import static dev.mcpcodegen.codegen.emit.Models.object;
import static dev.mcpcodegen.codegen.emit.Models.optional;
import static dev.mcpcodegen.codegen.emit.Models.query;
import static dev.mcpcodegen.codegen.emit.Models.ref;
import static dev.mcpcodegen.codegen.emit.Models.required;
import static dev.mcpcodegen.codegen.emit.Models.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.PagingModel.PageRules;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.ResponseModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import dev.mcpcodegen.runtime.tool.Paging;
import dev.mcpcodegen.runtime.tool.RequestBody;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToolGeneratorTest {

    private static final EmitOptions OPTIONS = new EmitOptions("com.example.mcp", false, List.of(), "McpRouter");

    @Test
    void looksHandWritten() throws IOException {
        List<GeneratedFile> files = emit(Examples.catalog());

        for (String name :
                List.of("ListPersons", "CreateReminder", "UploadFiles", "AffinityTools", "model/PersonSummary")) {
            String content = content(files, "com/example/mcp/affinity/" + name + ".java");
            Path golden = Path.of("src/test/resources/emit", name.replace("model/", "") + ".java.txt");
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(golden, content);
            }
            assertThat(golden).content().isEqualTo(content);
        }
        Compilation.of(files);
    }

    @Test
    void putsEachParameterWhereItBelongs() {
        ArgumentModel ids =
                new ArgumentModel(optional("ids", "ids", list(INTEGER)), Location.QUERY, "ids[]", Style.COMMA);
        Compilation compiled = compile(catalog(
                List.of(),
                tool("Get", "GET", "/lists/{list_id}/entries/{id}")
                        .arguments(
                                in(Location.PATH, required("list_id", "listId", INTEGER)),
                                in(Location.PATH, required("id", "id", TEXT)),
                                query(optional("term", "term", TEXT)),
                                ids,
                                in(Location.HEADER, optional("X-Trace", "xTrace", TEXT)),
                                in(Location.COOKIE, optional("flavour", "flavour", TEXT)))
                        .build()));

        UpstreamRequest request = compiled.request("Get", """
                {"list_id": 7, "id": "a/b", "term": "x&y=1", "ids": [1, 2], "X-Trace": "t", "flavour": "oat"}
                """);

        assertThat(request.target()).isEqualTo("/lists/7/entries/a%2Fb?term=x%26y%3D1&ids%5B%5D=1,2");
        assertThat(request.headers()).extracting("name", "value").containsExactly(tuple("X-Trace", "t"));
        assertThat(request.cookies()).hasSize(1);
        assertThat(request.body()).isInstanceOf(RequestBody.None.class);
    }

    @Test
    void leavesOutWhatIsAbsentAndSendsNullWhereTheVendorTellsThemApart() {
        Compilation compiled = compile(catalog(
                List.of(),
                tool("Update", "PUT", "/notes")
                        .sending(new BodyModel.JsonObject())
                        .arguments(
                                body(required("due", "due", nullable(TEXT))),
                                body(optional("text", "text", nullable(TEXT))),
                                body(optional("size", "size", INTEGER)))
                        .build()));

        assertThat(json(compiled.request("Update", "{}"))).isEqualTo("{}");
        assertThat(json(compiled.request("Update", "{\"due\":null,\"text\":null,\"size\":null}")))
                .isEqualTo("{\"due\":null,\"text\":null}");
        assertThat(json(compiled.request("Update", "{\"due\":\"x\",\"size\":5}")))
                .isEqualTo("{\"due\":\"x\",\"size\":5}");
    }

    @Test
    void keepsNullAbsentAndUndeclaredPropertiesOfNestedRecordsApart() {
        TypeDeclaration field = new TypeDeclaration(
                "Field",
                "Field",
                null,
                "",
                new ObjectDefinition(
                        List.of(
                                required("id", "id", INTEGER),
                                optional("value", "value", nullable(TEXT)),
                                optional("note", "note", TEXT)),
                        true));
        Compilation compiled = compile(catalog(
                List.of(field),
                tool("Update", "PUT", "/fields")
                        .sending(new BodyModel.JsonObject())
                        .arguments(body(required("fields", "fields", list(ref("Field")))))
                        .build()));

        String fields =
                "{\"fields\":[{\"id\":1},{\"id\":2,\"value\":null},{\"id\":3,\"value\":\"x\",\"more\":{\"a\":[1.10]}}]}";
        assertThat(json(compiled.request("Update", fields))).isEqualTo(fields);
    }

    @Test
    void sendsAnObjectEvenWhenAllItsPropertiesAreAbsent() {
        Compilation compiled = compile(catalog(
                List.of(),
                tool("Ping", "POST", "/ping")
                        .sending(new BodyModel.JsonObject())
                        .build()));

        assertThat(json(compiled.request("Ping", "{}"))).isEqualTo("{}");
    }

    @Test
    void sendsFormsFilesWholeBodiesAndText() {
        Compilation compiled = compile(catalog(
                List.of(),
                tool("Form", "POST", "/form")
                        .sending(new BodyModel.Form())
                        .arguments(body(required("grant", "grant", TEXT)), body(optional("ids", "ids", list(INTEGER))))
                        .build(),
                tool("Upload", "POST", "/files")
                        .sending(new BodyModel.Multipart())
                        .arguments(
                                body(required("file", "file", FILE)),
                                body(optional("more", "more", nullable(list(FILE)))),
                                body(optional("person_id", "personId", INTEGER)))
                        .build(),
                tool("Whole", "POST", "/whole")
                        .sending(new BodyModel.JsonValue())
                        .arguments(body(required("body", "body", list(ANY))))
                        .build(),
                tool("Text", "POST", "/text")
                        .sending(new BodyModel.Raw("text/csv"))
                        .arguments(body(optional("body", "body", TEXT)))
                        .build(),
                tool("Probe", "HEAD", "/text").build()));

        RequestBody.Form form = (RequestBody.Form)
                compiled.request("Form", "{\"grant\":\"a b\",\"ids\":[1,2]}").body();
        assertThat(form.fields()).extracting("encodedValue").containsExactly("a+b", "1", "2");
        String file = "{\"filename\":\"a.txt\",\"content_base64\":\"YQ==\"}";
        RequestBody.Multipart parts = (RequestBody.Multipart) compiled.request(
                        "Upload", "{\"file\":" + file + ",\"more\":[" + file + "," + file + "],\"person_id\":9}")
                .body();
        assertThat(parts.parts()).extracting("name").containsExactly("file", "more", "more", "person_id");
        assertThat(json(compiled.request("Whole", "{\"body\":[1,{\"a\":1.10}]}")))
                .isEqualTo("[1,{\"a\":1.10}]");
        assertThat(compiled.request("Text", "{\"body\":\"a;b\"}").body())
                .isEqualTo(new RequestBody.Raw("text/csv", "a;b"));
        assertThat(compiled.request("Probe", "{}").method()).isEqualTo("HEAD");
    }

    @Test
    void enumsAreJavaEnumsOnlyWhereCallersAloneFillThem() {
        Compilation compiled = compile(catalog(
                List.of(
                        choice("Sort", "ListAll", true, "asc", "desc"),
                        choice("Kind", null, true, "in-person", "remote"),
                        choice("Hint", null, false, "a"),
                        object("Meeting", null, optional("kind", "kind", ref("Kind")))),
                tool("ListAll", "GET", "/meetings")
                        .arguments(
                                query(optional("sort", "sort", ref("Sort"))),
                                query(optional("kinds", "kinds", list(ref("Kind")))),
                                query(optional("hint", "hint", ref("Hint"))))
                        .answering(ref("Meeting"))
                        .build(),
                tool("Create", "POST", "/meetings")
                        .sending(new BodyModel.JsonObject())
                        .arguments(body(required("meeting", "meeting", ref("Meeting"))))
                        .build()));

        assertThat(compiled.request("ListAll", "{\"sort\":\"desc\",\"kinds\":[\"in-person\"],\"hint\":\"b\"}")
                        .target())
                .isEqualTo("/meetings?sort=desc&kinds=in-person&hint=b");
        assertThat(compiled.classes())
                .containsKeys("com.example.mcp.affinity.ListAll$Sort", "com.example.mcp.affinity.model.Kind");
        assertThat(compiled.classes()).doesNotContainKey("com.example.mcp.affinity.model.Hint");
        assertThat(json(compiled.request("Create", "{\"meeting\":{\"kind\":\"new\"}}")))
                .isEqualTo("{\"meeting\":{\"kind\":\"new\"}}");
    }

    @Test
    void describesEveryStyleOfPaging() {
        PageRules rules = new PageRules(
                List.of("/data"), "size", 10, 50, 20, null, true, "/more", "/total", true, List.of("size"));
        Paging expected = Paging.unpaged()
                .limitParam("size", 50)
                .minLimit(10)
                .defaultLimit(20)
                .inBody()
                .hasMore("/more")
                .total("/total")
                .shortPageEnds()
                .items("/data");
        Map<String, PagingModel> models = Map.of(
                "LastItem", new PagingModel.LastItem("after", "/id", rules),
                "Offset", new PagingModel.Offset("skip", 1, "/limit", rules),
                "Number", new PagingModel.PageNumber("page", 0, "/pages", rules),
                "Link", new PagingModel.Link(rules),
                "NextUrl", new PagingModel.NextUrl("/next", rules));
        Map<String, Paging> pagings = Map.of(
                "LastItem", Paging.lastItem("after", "/id"),
                "Offset", Paging.offset("skip").firstOffset(1).step("/limit"),
                "Number", Paging.page("page").firstPage(0).pageCount("/pages"),
                "Link", Paging.link(),
                "NextUrl", Paging.nextUrl("/next"));

        Compilation compiled = compile(catalog(
                List.of(),
                models.entrySet().stream()
                        .map(model -> tool(model.getKey(), "GET", "/" + model.getKey())
                                .paged(model.getValue())
                                .build())
                        .toArray(ToolModel[]::new)));

        pagings.forEach((name, paging) ->
                assertThat(descriptor(compiled, name).paging()).contains(paging.with(expected.rules())));
    }

    @Test
    void describesTheMaximumOfAPageOfFixedSize() {
        Compilation compiled = compile(catalog(
                List.of(),
                tool("Fixed", "GET", "/a")
                        .paged(new PagingModel.Link(Models.pages(null, 15, null, "")))
                        .build()));

        assertThat(descriptor(compiled, "Fixed").paging())
                .contains(Paging.link().maxLimit(15));
    }

    @Test
    void describesPagingAndAnswer() {
        Compilation compiled = compile(catalog(
                List.of(),
                tool("Cursor", "GET", "/a")
                        .paged(new PagingModel.Cursor("token", "/next", Models.pages("size", 500, 20, "/x", "/y")))
                        .build(),
                tool("Unpaged", "GET", "/b")
                        .paged(new PagingModel.Unpaged(PageRules.of(List.of(""))))
                        .build(),
                tool("Download", "GET", "/c")
                        .answering(new ResponseModel(ResponseModel.Kind.FILE, FILE, "", true))
                        .build(),
                tool("Within", "GET", "/d")
                        .answering(new ResponseModel(ResponseModel.Kind.JSON, ANY, "/data", false))
                        .build()));

        assertThat(descriptor(compiled, "Cursor").paging())
                .contains(Paging.cursor("token", "/next")
                        .limitParam("size", 500)
                        .defaultLimit(20)
                        .items("/x", "/y"));
        assertThat(descriptor(compiled, "Unpaged").paging()).contains(Paging.unpaged());
        assertThat(descriptor(compiled, "Download").response().binary()).isTrue();
        assertThat(descriptor(compiled, "Download").response().followRedirect()).isTrue();
        assertThat(descriptor(compiled, "Within").response().path()).isEqualTo("/data");
    }

    @Test
    void survivesRecordsTooLargeForAConstructorAndShapesThatContainThemselves() {
        var many = IntStream.range(0, 254)
                .mapToObj(i -> optional("p" + i, "p" + i, TEXT))
                .toArray(PropertyModel[]::new);
        Compilation compiled = compile(catalog(
                List.of(
                        object("Huge", null, many),
                        object("Node", null, optional("children", "children", list(ref("Node"))))),
                tool("Create", "POST", "/x")
                        .sending(new BodyModel.JsonObject())
                        .arguments(
                                body(optional("huge", "huge", ref("Huge"))),
                                body(optional("node", "node", ref("Node"))))
                        .build()));

        String nested = "{\"huge\":{\"p253\":\"x\"},\"node\":{\"children\":[{\"children\":[]}]}}";
        assertThat(json(compiled.request("Create", nested))).isEqualTo(nested);
    }

    @Test
    void keepsNumbersAsTheyWereWritten() {
        TypeModel huge = new TypeModel.IntegerType(
                new TypeModel.Bounds(null, null, "18446744073709551615", null, null), List.of());
        Compilation compiled = compile(catalog(
                List.of(),
                tool("Create", "POST", "/x")
                        .sending(new BodyModel.JsonObject())
                        .arguments(
                                body(optional("n", "n", new TypeModel.NumberType(TypeModel.Bounds.NONE, List.of()))),
                                body(optional("huge", "huge", huge)))
                        .build()));

        String numbers = "{\"n\":100,\"huge\":18446744073709551615}";
        assertThat(json(compiled.request("Create", numbers))).isEqualTo(numbers);
        assertThat(json(compiled.request("Create", "{\"n\":1.10}"))).isEqualTo("{\"n\":1.10}");
    }

    static List<GeneratedFile> emit(ToolCatalog catalog) {
        return new JavaEmitter(OPTIONS).emit(catalog);
    }

    static Compilation compile(ToolCatalog catalog) {
        return Compilation.of(emit(catalog));
    }

    static String content(List<GeneratedFile> files, String path) {
        return files.stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .content();
    }

    private static String json(UpstreamRequest request) {
        return ((RequestBody.Json) request.body()).tree().toString();
    }

    private static ToolDescriptor descriptor(Compilation compiled, String tool) {
        return ((UpstreamTool<?, ?>) compiled.instance("com.example.mcp.affinity." + tool)).descriptor();
    }
}
