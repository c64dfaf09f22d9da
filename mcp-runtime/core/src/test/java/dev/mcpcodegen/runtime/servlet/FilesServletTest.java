package dev.mcpcodegen.runtime.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.runtime.TestConfig;
import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Caller;
import dev.mcpcodegen.runtime.access.Capability;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.Subject;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Files through the server, from links that tools hand out to bytes at the vendor and back. */
@NullUnmarked
@ParameterizedClass
@EnumSource(TestContainer.class)
class FilesServletTest {

    private static final String PUBLIC_URL = "https://mcp.example.com/app";
    private static final Caller CALLER = new Caller("a-caller-token", null);
    private static final Caller STRANGER = new Caller("a-stranger-token", null);
    private static final int MAX_FILE = 30_000_000;
    private static final long LARGE = 20_000_000;

    private static FileVendor vendor;
    private static TestServer server;
    private static Map<Caller, Grant> grants;

    FilesServletTest(TestContainer container) {
        assertThat(container).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void start(TestContainer container) throws Exception {
        vendor = new FileVendor();
        grants = new ConcurrentHashMap<>();
        grants.put(CALLER, grant(Capability.ALL));
        server = new TestServer(
                container,
                TestConfig.of(
                        "MCP_PUBLIC_URL",
                        PUBLIC_URL,
                        "MCP_CONFIG",
                        "absent/mcp.yaml",
                        "MCP_ENCRYPTION_KEY",
                        "0123456789abcdef0123456789abcdef",
                        "MCP_MAX_FILE_BYTES",
                        String.valueOf(MAX_FILE)),
                FileTools.integration(),
                grants);
    }

    @AfterParameterizedClassInvocation
    static void stop() throws Exception {
        server.stop();
        vendor.close();
    }

    private static Grant grant(Capability capability) {
        return grant("acme", "server-1", capability);
    }

    private static Grant grant(String tenant, String subject, Capability capability) {
        Account account = new Account(tenant, tenant + "-drive", "drive", vendor.url(), true);
        return new Grant(
                tenant.equals("acme") ? "grant-1" : "grant-2", account, new Subject.Server(subject), capability, null);
    }

    @BeforeEach
    void forget() {
        grants.clear();
        grants.put(CALLER, grant(Capability.ALL));
        vendor.received.clear();
        server.audit.events.clear();
        server.audit.entries.clear();
    }

    @Test
    void takesALargeFileUnderATicketAsTheCallThatWasDescribed() throws Exception {
        JsonNode ticket = call("upload", "{\"folder\":\"F1\",\"file\":{\"filename\":\"a b.bin\"},\"note\":\"n\"}");

        assertThat(ticket.at("/content/0/text").asString())
                .contains("Nothing was sent yet", "PUT", "curl --fail-with-body -T 'a b.bin'", "30,000,000 bytes");
        assertThat(vendor.received).isEmpty();
        HttpResponse<String> answer = put(ticket, content(LARGE));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/structuredContent/id").asInt()).isEqualTo(7);
        FileVendor.Received sent = vendor.received.get(0);
        assertThat(sent.line()).isEqualTo("POST /files");
        assertThat(sent.contentType()).startsWith("multipart/form-data; boundary=");
        assertThat(sent.contentLength()).isEqualTo(String.valueOf(sent.length()));
        assertThat(sent.begin())
                .contains("name=\"folder\"\r\n\r\nF1\r\n", "name=\"file\"; filename=\"a b.bin\"\r\n")
                .contains("Content-Type: application/octet-stream\r\n\r\n");
        assertThat(sent.end()).contains("\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nn\r\n--");
        assertThat(server.audit.events)
                .containsExactly("finished upload ok null", "started upload", "finished upload ok null");
    }

    @Test
    void sendsTheBytesOfAFileAsTheyCame() throws Exception {
        HttpResponse<String> answer = put(call("upload_raw", "{\"body\":{\"filename\":\"a.bin\"}}"), content(LARGE));

        assertThat(answer.statusCode()).isEqualTo(200);
        FileVendor.Received sent = vendor.received.get(0);
        assertThat(sent.line()).isEqualTo("PUT /files/raw");
        assertThat(sent.contentLength()).isEqualTo(String.valueOf(LARGE));
        assertThat(sent.crc()).isEqualTo(crc(content(LARGE)));
    }

    @Test
    void takesAnEmptyFileAndOneWithoutALength() throws Exception {
        HttpResponse<String> empty = put(call("upload_raw", "{\"body\":{\"filename\":\"a.bin\"}}"), new byte[0]);
        HttpRequest.Builder chunked = server.request(link(call("upload_raw", "{\"body\":{\"filename\":\"b\"}}")))
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content(100_000))));

        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(server.send(chunked).statusCode()).isEqualTo(200);
        assertThat(vendor.received.get(0).length()).isZero();
        assertThat(vendor.received.get(1).length()).isEqualTo(100_000);
    }

    @Test
    void T_C15_aTicketIsGoodOnce() throws Exception {
        JsonNode ticket = call("upload_raw", "{\"body\":{\"filename\":\"a.bin\"}}");

        assertThat(put(ticket, content(10)).statusCode()).isEqualTo(200);
        HttpResponse<String> again = put(ticket, content(10));

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("used already");
        assertThat(vendor.received).hasSize(1);
    }

    @Test
    void T_C15_aTicketOfARevokedOrNarrowedGrantTakesNothing() throws Exception {
        JsonNode first = call("upload_raw", "{\"body\":{\"filename\":\"a.bin\"}}");
        JsonNode second = call("upload_raw", "{\"body\":{\"filename\":\"a.bin\"}}");
        grants.put(CALLER, grant(new Capability(Set.of("read"), Set.of())));
        HttpResponse<String> narrowed = put(first, content(10));
        grants.clear();
        HttpResponse<String> revoked = put(second, content(10));
        HttpResponse<String> unknown = server.send(server.request("/files/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .PUT(BodyPublishers.noBody()));

        assertThat(narrowed.statusCode()).isEqualTo(404);
        assertThat(revoked.statusCode()).isEqualTo(404);
        assertThat(revoked.body()).isEqualTo(narrowed.body()).isEqualTo(unknown.body());
        assertThat(vendor.received).isEmpty();
    }

    @Test
    void T_C15_aGrantThatWasMadeAnewUnderAnOldNameIsAnother() throws Exception {
        JsonNode handle = call("download", download("download", LARGE, "plain"));
        grants.put(CALLER, grant("acme", "server-2", Capability.ALL));
        vendor.received.clear();

        assertThat(get(handle).statusCode()).isEqualTo(404);
        assertThat(vendor.received).isEmpty();
    }

    @Test
    void T_C12_aLinkOfAnotherTenantIsNoFileForAnUpload() throws Exception {
        grants.put(STRANGER, grant("other", "server-1", Capability.ALL));
        JsonNode handle = call(STRANGER, "download", download("download", LARGE, "plain"));
        String uri = handle.at("/content/0/uri").asString();
        vendor.received.clear();

        JsonNode result = call("upload_raw", "{\"body\":{\"filename\":\"a\",\"resource_uri\":\"" + uri + "\"}}");

        assertThat(text(result)).contains("resource_uri must be a link");
        assertThat(vendor.received).isEmpty();
    }

    @Test
    void T_C15_aTicketIsNoLinkToAFileAndALinkNoTicket() throws Exception {
        JsonNode ticket = call("upload_raw", "{\"body\":{\"filename\":\"a.bin\"}}");
        JsonNode handle = call("download", download("download", LARGE, "plain"));

        assertThat(get(ticket).statusCode()).isEqualTo(404);
        assertThat(put(handle, content(10)).statusCode()).isEqualTo(404);
        assertThat(vendor.received).hasSize(1);
    }

    @Test
    void T_C15_givesALargeFileAsAnAttachmentThatRunsNowhere() throws Exception {
        JsonNode handle = call("download", download("download", LARGE, "html"));

        assertThat(handle.at("/content/0/type").asString()).isEqualTo("resource_link");
        assertThat(handle.at("/content/0/name").asString()).isEqualTo("résumé.pdf");
        assertThat(handle.at("/content/0/mimeType").asString()).isEqualTo("text/html");
        assertThat(handle.at("/content/1/text").asString()).contains("20000000 bytes", "curl", "GET");
        HttpResponse<InputStream> answer = get(handle);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"r_sum_.pdf\"; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("sandbox");
        assertThat(answer.headers().firstValue("Content-Length")).contains(String.valueOf(LARGE));
        assertThat(crc(answer.body())).isEqualTo(crc(new ByteArrayInputStream(content(LARGE))));
        assertThat(server.audit.events).containsExactly("finished download ok null", "finished download ok null");
    }

    @Test
    void T_C15_aLinkOfARevokedGrantGivesNothing() throws Exception {
        JsonNode handle = call("download", download("download", LARGE, "plain"));
        try (InputStream file = get(handle).body()) {
            assertThat(file.readAllBytes()).hasSize((int) LARGE);
        }
        grants.clear();
        vendor.received.clear();

        assertThat(get(handle).statusCode()).isEqualTo(404);
        assertThat(vendor.received).isEmpty();
    }

    @Test
    void T_C15_aLinkThatWasChangedLeadsNowhere() throws Exception {
        String link = link(call("download", download("download", LARGE, "plain")));
        vendor.received.clear();
        for (int place = "/files/".length(); place < link.length(); place += 7) {
            char other = link.charAt(place) == 'A' ? 'B' : 'A';
            String changed = link.substring(0, place) + other + link.substring(place + 1);

            assertThat(server.send(server.request(changed).GET()).statusCode()).isEqualTo(404);
        }
        assertThat(vendor.received).isEmpty();
    }

    @Test
    void T_C02_aLinkTellsNothingOfItsArguments() throws Exception {
        String link =
                link(call("upload", "{\"folder\":\"canary-folder\",\"file\":{\"filename\":\"canary-name.bin\"}}"));
        String sealed = link.substring("/files/".length());

        assertThat(new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary", "acme", "upload", "grant-1");
    }

    @Test
    void followsTheOneRedirectToWhereTheFileIs() throws Exception {
        HttpResponse<InputStream> answer = get(call("download", download("moved", LARGE, "plain")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(crc(answer.body())).isEqualTo(crc(new ByteArrayInputStream(content(LARGE))));
    }

    @Test
    void givesAFileOfUnknownLength() throws Exception {
        HttpResponse<InputStream> answer = get(call("download", download("download", LARGE, "chunked")));

        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(crc(answer.body())).isEqualTo(crc(new ByteArrayInputStream(content(LARGE))));
    }

    @Test
    void T_E04_aFileThatBreaksOffIsNeverTakenForComplete() throws Exception {
        for (String how : new String[] {"broken", "broken-with-length"}) {
            HttpResponse<InputStream> answer = get(call("download", download("download", LARGE, how)));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> answer.body().readAllBytes()).as(how).isInstanceOf(IOException.class);
        }
        assertThat(server.audit.events).contains("finished download error bad_response");
    }

    @Test
    void T_E04_anUploadThatBreaksOffIsNeverTakenForComplete() throws Exception {
        String link = link(call("upload_raw", "{\"body\":{\"filename\":\"a.bin\"}}"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT /app" + link + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(content(500_000));
            out.flush();
        }
        awaitEvents(3);

        assertThat(vendor.received).isEmpty();
        assertThat(server.audit.events.get(2)).startsWith("finished upload_raw error");
    }

    @Test
    void T_E03_aFileAboveTheCapIsRefusedOnBothWays() throws Exception {
        HttpResponse<String> told = put(call("upload_raw", "{\"body\":{\"filename\":\"a\"}}"), new byte[MAX_FILE + 1]);
        JsonNode large = call("download", download("download", MAX_FILE + 1, "plain"));
        HttpResponse<InputStream> chunked = get(call("download", download("download", MAX_FILE + 1, "chunked")));

        assertThat(told.statusCode()).isEqualTo(413);
        assertThat(large.at("/isError").asBoolean(false)).isTrue();
        assertThat(large.at("/content/0/text").asString()).contains("the most that this server passes on");
        assertThatThrownBy(() -> chunked.body().readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void passesAFileOnFromALinkWithoutTheClient() throws Exception {
        JsonNode handle = call("download", download("download", LARGE, "plain"));
        String uri = handle.at("/content/0/uri").asString();

        JsonNode result = call("upload_raw", "{\"body\":{\"filename\":\"copy.pdf\",\"resource_uri\":\"" + uri + "\"}}");

        assertThat(result.at("/structuredContent/id").asInt()).isEqualTo(7);
        FileVendor.Received sent = vendor.received.get(2);
        assertThat(sent.length()).isEqualTo(LARGE);
        assertThat(sent.crc()).isEqualTo(crc(content(LARGE)));
        assertThat(sent.contentType()).isEqualTo("application/pdf");
        assertThat(server.audit.entries.get(1).arguments().toString()).doesNotContain("/files/");
    }

    @Test
    void aFileThatBreaksOffOnItsWayFromALinkIsNoUpload() throws Exception {
        String uri = call("download", download("download", LARGE, "broken"))
                .at("/content/0/uri")
                .asString();

        JsonNode result = call("upload_raw", "{\"body\":{\"filename\":\"copy.pdf\",\"resource_uri\":\"" + uri + "\"}}");

        assertThat(result.at("/isError").asBoolean(false)).isTrue();
        assertThat(result.at("/content/0/text").asString()).contains("ended before it was complete");
        assertThat(vendor.received).allMatch(request -> request.line().startsWith("GET"));
    }

    @Test
    void saysWhatIsWrongWithAFileArgument() throws Exception {
        assertThat(text(call("upload", "{\"file\":{}}"))).contains("needs a filename");
        assertThat(text(call("upload", "{\"file\":{\"filename\":\"a\"},\"other\":{\"filename\":\"b\"}}")))
                .contains("Only one file");
        assertThat(text(call("upload", "{\"file\":{\"resource_uri\":\"https://evil.test/files/abc\"}}")))
                .contains("resource_uri must be a link");
        String tooLong = "x".repeat(2 * 1024 * 1024 * 4 / 3 + 8);
        assertThat(text(call("upload", "{\"file\":{\"filename\":\"a\",\"content_base64\":\"" + tooLong + "\"}}")))
                .contains("larger than 2 MB", "without content_base64");
        assertThat(text(call("upload", "{\"file\":{\"filename\":\"a\"},\"note\":\"" + "n".repeat(6_000) + "\"}")))
                .contains("too long for a link");
        assertThat(vendor.received).isEmpty();
    }

    @Test
    void pagesOfOtherOriginsAndOtherMethodsAreRefused() throws Exception {
        String link = link(call("download", download("download", LARGE, "plain")));

        assertThat(server.send(server.request(link).GET().header("Origin", "https://evil.test"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.send(server.request(link).DELETE()).statusCode()).isEqualTo(405);
    }

    @Test
    void T_E07_aClientThatLeavesEndsTheVendorsCall() throws Exception {
        String link = link(call("download", download("download", LARGE, "plain")));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(("GET /app" + link + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
        }
        awaitEvents(2);

        assertThat(server.audit.events.get(1)).startsWith("finished download error");
    }

    private static void awaitEvents(int count) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(8));
        while (server.audit.events.size() < count && Instant.now().isBefore(deadline)) {
            Thread.sleep(20);
        }
        assertThat(server.audit.events).hasSizeGreaterThanOrEqualTo(count);
    }

    private static String download(String from, long size, String how) {
        return "{\"from\":\"%s\",\"size\":%d,\"how\":\"%s\"}".formatted(from, size, how);
    }

    private static JsonNode call(String tool, String arguments) throws Exception {
        return call(CALLER, tool, arguments);
    }

    private static JsonNode call(Caller caller, String tool, String arguments) throws Exception {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}";
        HttpResponse<String> answer = server.send(
                server.post("/mcp/" + caller.urlToken(), body).header("MCP-Protocol-Version", "2025-11-25"));
        return json(answer).path("result");
    }

    private static String text(JsonNode result) {
        return result.at("/content/0/text").asString();
    }

    /** The path of a link that a result holds, within the application. */
    private static String link(JsonNode result) {
        JsonNode told = result.at("/structuredContent/upload_url");
        String uri = (told.isMissingNode() ? result.at("/content/0/uri") : told).asString();
        assertThat(uri).startsWith(PUBLIC_URL + "/files/");
        return URI.create(uri).getPath().substring("/app".length());
    }

    private static HttpResponse<String> put(JsonNode ticket, byte[] content) throws Exception {
        return server.send(server.request(link(ticket)).PUT(BodyPublishers.ofByteArray(content)));
    }

    private static HttpResponse<InputStream> get(JsonNode handle) throws Exception {
        return server.open(server.request(link(handle)).GET());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return ToolJson.MAPPER.readTree(answer.body());
    }

    private static byte[] content(long size) {
        byte[] bytes = new byte[(int) size];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = FileVendor.at(i);
        }
        return bytes;
    }

    private static long crc(byte[] bytes) throws IOException {
        return crc(new ByteArrayInputStream(bytes));
    }

    private static long crc(InputStream in) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[64 << 10];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            crc.update(buffer, 0, count);
        }
        return crc.getValue();
    }
}
