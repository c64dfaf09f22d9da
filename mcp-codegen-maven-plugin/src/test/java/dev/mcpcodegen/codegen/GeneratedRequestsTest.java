package dev.mcpcodegen.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.codegen.emit.Compilation;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import dev.mcpcodegen.runtime.arguments.ArgumentReader;
import dev.mcpcodegen.runtime.arguments.ArgumentReading;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.RequestBody;
import dev.mcpcodegen.runtime.tool.SecurityRequirement;
import dev.mcpcodegen.runtime.tool.Tool;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** From the document to the request: golden specifications generated, compiled and called. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedRequestsTest {

    private static final Path CASES = Path.of("src/test/resources/golden");

    private Vendor styles;
    private Vendor bodies;
    private Vendor open;
    private Vendor wrapped;
    private Vendor servers;

    @BeforeAll
    void generate(@TempDir Path base) throws Exception {
        styles = Vendor.of(base, "parameter-styles");
        bodies = Vendor.of(base, "body-kinds");
        open = Vendor.of(base, "open-body");
        wrapped = Vendor.of(base, "wrapped-body");
        servers = Vendor.of(base, "servers-and-security");
    }

    /** One generated integration. */
    private record Vendor(Integration integration, Map<String, String> files) {

        static Vendor of(Path base, String golden) throws IOException, ReflectiveOperationException {
            TestProject project = new TestProject(base.resolve(golden))
                    .with("acme", CASES.resolve(golden).resolve("spec"));
            project.generate();
            SortedMap<String, String> files = project.output();
            List<GeneratedFile> sources = new ArrayList<>();
            files.forEach((path, content) -> {
                if (path.startsWith("java/")) {
                    sources.add(
                            new GeneratedFile(GeneratedFile.Kind.SOURCE, path.substring("java/".length()), content));
                }
            });
            Class<?> index = Compilation.of(sources).load("com.example.mcp.acme.AcmeTools");
            return new Vendor((Integration) index.getMethod("integration").invoke(null), files);
        }

        Tool<?, ?> tool(String name) {
            return integration.tools().stream()
                    .filter(tool -> tool.descriptor().name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        UpstreamRequest call(String name, String arguments) {
            return call((UpstreamTool<?, ?>) tool(name), arguments);
        }

        private <A> UpstreamRequest call(UpstreamTool<A, ?> tool, String arguments) {
            String definition = files.get(
                    "resources/META-INF/mcp-codegen/acme/" + tool.descriptor().name() + ".json");
            ObjectNode schema =
                    (ObjectNode) ToolJson.MAPPER.readTree(definition).path("inputSchema");
            ArgumentReader<A> reader = ArgumentReader.of(tool, schema);
            ArgumentReading reading = reader.read((ObjectNode) ToolJson.MAPPER.readTree(arguments));
            assertThat(reading).isInstanceOf(ArgumentReading.Valid.class);
            return tool.toRequest(reader.bind(((ArgumentReading.Valid) reading).arguments()));
        }
    }

    private static String json(UpstreamRequest request) {
        return ((RequestBody.Json) request.body()).tree().toString();
    }

    @Test
    void everyStyleOfEveryLocation() {
        UpstreamRequest request = styles.call("acme_persons_find", """
                {"ids": [1, 2], "period": {"from": "a", "to": "b"}, "owner": "o/o", "repo": "r.r",
                 "tags": ["x|y", "z"], "colors": ["light blue", "red"], "sort": ["a,b", "c"], "plain": "1,2",
                 "return_to": "https://a.example/?x=1&y=2", "filter": {"from": "f"}, "where": {"to": "é"},
                 "X-Range": {"from": "1", "to": "2"}, "X-Fields": ["a", "b"], "seen": [1, 2]}
                """);

        assertThat(request.target())
                .isEqualTo("/persons/;ids=1;ids=2/.from,a,to,b/o%2Fo:r.r.json?tags=x%7Cy%7Cz&colors=light%20blue%20red"
                        + "&sort=a%2Cb,c&plain=1%2C2&return_to=https://a.example/?x=1%26y=2&filter%5Bfrom%5D=f"
                        + "&where=%7B%22to%22%3A%22%C3%A9%22%7D");
        assertThat(request.headers())
                .containsExactly(new NameValue("X-Range", "from=1,to=2"), new NameValue("X-Fields", "a,b"));
        assertThat(request.cookies()).containsExactly(new NameValue("seen", "1,2"));
    }

    @Test
    void aPatchUnderItsOwnMediaType() {
        UpstreamRequest request = bodies.call("update_a_acme_person_by_id", "{\"id\": 7, \"name\": \"Ada\"}");

        assertThat(request.body())
                .isEqualTo(new RequestBody.Json(
                        "application/merge-patch+json", ToolJson.MAPPER.readTree("{\"name\":\"Ada\"}")));
        assertThat(request.headers()).containsExactly(new NameValue("Accept", "application/vnd.acme+json, */*;q=0.1"));
    }

    @Test
    void anOptionalBodyOnlyWhenThereIsSomethingInIt() {
        assertThat(bodies.call("delete_a_acme_person_by_id", "{\"id\": 7}").body())
                .isEqualTo(new RequestBody.None());
        assertThat(json(bodies.call("delete_a_acme_person_by_id", "{\"id\": 7, \"reason\": \"gone\"}")))
                .isEqualTo("{\"reason\":\"gone\"}");
    }

    @Test
    void aFormAsItsEncodingSays() {
        UpstreamRequest request = bodies.call("create_a_acme_payment", """
                {"amount": 5, "metadata": {"a": "b"}, "expand": ["x", "y"], "kinds": ["k", "l"], "notes": ["n 1", "n2"],
                 "address": {"city": "Rome"}}
                """);

        assertThat(form(request))
                .isEqualTo("amount=5&metadata[a]=b&expand[]=x&expand[]=y&kinds=k,l&notes=n+1&notes=n2"
                        + "&address=%7B%22city%22%3A%22Rome%22%7D");
        assertThat(form(bodies.call("create_a_acme_field", "{\"body\": {\"a\": [1, 2], \"b\": \"c\"}}")))
                .isEqualTo("a=1&a=2&b=c");
    }

    private static String form(UpstreamRequest request) {
        return ((RequestBody.Form) request.body())
                .fields().stream()
                        .map(field -> field.name() + "=" + field.encodedValue())
                        .collect(Collectors.joining("&"));
    }

    @Test
    void partsBecauseOnlyTheyTakeTheFile() {
        RequestBody.Multipart parts = (RequestBody.Multipart)
                bodies.call("create_a_acme_picture", """
                        {"picture": {"filename": "a.jpg", "media_type": "image/jpeg", "content_base64": "QUJD"},
                         "thumbnails": [{"filename": "t.png", "content_base64": "QQ=="}],
                         "about": {"place": "Rome"}, "labels": ["a", "b"], "title": "T"}
                        """).body();

        assertThat(parts.mediaType()).isEqualTo("multipart/form-data");
        assertThat(parts.parts())
                .extracting(part -> part.name() + " " + part.mediaType() + " " + part.value())
                .containsExactly(
                        "picture image/png ",
                        "title null T",
                        "thumbnails image/png ",
                        "about application/json {\"place\":\"Rome\"}",
                        "labels null a",
                        "labels null b");
    }

    @Test
    void bytesAndText() {
        UpstreamRequest request = bodies.call(
                "acme_picture_content_replace",
                "{\"id\": 7, \"body\": {\"filename\": \"a\", \"content_base64\": \"QQ==\"}}");

        assertThat(((RequestBody.File) request.body()).mediaTypes()).containsExactly("image/png", "image/jpeg");
        assertThat(request.headers()).containsExactly(new NameValue("Accept", "application/pdf, */*;q=0.1"));
        assertThat(bodies.call("create_a_acme_import", "{\"body\": \"a;b\"}").body())
                .isEqualTo(new RequestBody.Raw("text/csv", "a;b"));
    }

    @Test
    void furtherPropertiesButNotTheVendorsOwn() {
        assertThat(json(open.call("create_a_acme_record", "{\"name\": \"A\", \"due_date\": \"d\", \"color\": [1.10]}")))
                .isEqualTo("{\"name\":\"A\",\"due date\":\"d\",\"color\":[1.10]}");
        for (String withheld : List.of("id", "due date")) {
            assertThatThrownBy(
                            () -> open.call("create_a_acme_record", "{\"name\": \"A\", \"" + withheld + "\": \"1\"}"))
                    .isInstanceOf(InvalidArgumentException.class);
        }
    }

    @Test
    void constantsMergedArgumentsAndWrappers() {
        UpstreamRequest request =
                wrapped.call("acme_object_records_assert", "{\"name\": \"n 1\", \"city\": \"Rome\", \"sheet\": 2}");

        assertThat(request.target()).isEqualTo("/objects/companies/records/n%201?page=2");
        assertThat(json(request))
                .isEqualTo("{\"mode\":\"strict\",\"flags\":{\"deep\":[1,2.50]},"
                        + "\"data\":{\"attributes\":{\"name\":\"n 1\",\"city\":\"Rome\"}}}");
    }

    @Test
    void serversByNameAndWhatTheyWantToSee() {
        Integration acme = servers.integration();

        assertThat(acme.baseUrl()).isEqualTo("https://eu.acme.test/v1");
        assertThat(acme.servers())
                .containsOnly(Map.entry("upload", "https://upload.acme.test/2.0"), Map.entry("root", "/"));
        assertThat(acme.securitySchemes())
                .extracting(scheme -> scheme.name() + " " + scheme.getClass().getSimpleName())
                .containsExactly(
                        "oauth OAuth2", "key ApiKey", "account Http", "sso OpenIdConnect", "certificate MutualTls");
        assertThat(acme.security())
                .containsExactly(
                        SecurityRequirement.of("oauth", "persons:read"),
                        SecurityRequirement.of("key").and("account"));
        assertThat(servers.tool("acme_ping").descriptor().security()).contains(List.of());
        assertThat(servers.tool("acme_ping").descriptor().server()).contains("root");
        assertThat(servers.tool("create_a_acme_file").descriptor().security())
                .contains(List.of(SecurityRequirement.of("oauth", "files:write"), SecurityRequirement.none()));
        assertThat(servers.call("get_acme_persons", "{\"term\": \"a\"}").target())
                .isEqualTo("/persons?term=a");
    }
}
