package dev.mcpcodegen.runtime.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.limit.ByteBudget;
import dev.mcpcodegen.runtime.tool.ToolError.Kind;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vendors at their worst. */
@NullUnmarked
@Timeout(30)
class UpstreamFailureTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static void eventually(BooleanSupplier claim) throws InterruptedException {
        for (int i = 0; i < 1_000 && !claim.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(claim.getAsBoolean()).isTrue();
    }

    private static RawVendor.Behaviour drip(int millis) {
        return (request, out, socket) -> {
            out.write((HEAD + "Content-Length: 10000\r\n\r\n").getBytes(UTF_8));
            while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(millis);
            }
        };
    }

    @Test
    void T_E02_givesUpADrippingBodyAtTheDeadlineAndClosesTheSocket() throws InterruptedException {
        try (RawVendor vendor = new RawVendor(drip(50));
                Fixture fixture = new Fixture(vendor).deadline(Duration.ofMillis(600))) {
            long start = System.nanoTime();
            ToolResult result = fixture.call();
            assertThat((System.nanoTime() - start) / 1e6).isBetween(500.0, 10_000.0);
            assertThat(result.error().kind()).isEqualTo(Kind.TIMEOUT);
            eventually(() -> vendor.openConnections() == 0);
        }
    }

    @Test
    void T_E02_givesUpAVendorThatFallsSilent() {
        try (RawVendor vendor = new RawVendor((request, out, socket) -> Thread.sleep(10_000));
                Fixture fixture = new Fixture(
                        vendor.url(),
                        new UpstreamClient(
                                Fixture.config(Duration.ofMillis(300)),
                                g -> CompletableFuture.completedFuture(new Credential.None())))) {
            assertThat(fixture.call().error().kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void T_E03_anAnswerThatNoMemoryIsLeftForIsToldAndNothingStaysHeld() {
        ByteBudget buffers = new ByteBudget(1_000);
        UpstreamConfig config = new UpstreamConfig(
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Fixture.MAX_RESPONSE,
                buffers,
                Fixture.KEY,
                100_000,
                100_000);
        String body = "{\"text\":\"" + "x".repeat(2_000) + "\"}";
        try (RawVendor vendor = RawVendor.answering(RawVendor.json(200, body));
                Fixture fixture = new Fixture(
                        vendor.url(),
                        new UpstreamClient(config, g -> CompletableFuture.completedFuture(new Credential.None())))) {
            ToolResult result = fixture.call();

            assertThat(result.error().kind()).isEqualTo(Kind.OVERLOADED);
            assertThat(Fixture.text(result)).contains("no memory left", "try again");
            assertThat(buffers.held()).isZero();
        }
    }

    @Test
    void T_E02_countsTheWaitForACredentialAgainstTheDeadlineAndThenSendsNothing() throws InterruptedException {
        CompletableFuture<Credential> late = new CompletableFuture<>();
        try (RawVendor vendor = RawVendor.answering(RawVendor.json(200, "{}"));
                Fixture fixture = new Fixture(
                                vendor.url(), new UpstreamClient(Fixture.config(Duration.ofSeconds(2)), g -> late))
                        .deadline(Duration.ofMillis(200))) {
            assertThat(fixture.call().error().kind()).isEqualTo(Kind.TIMEOUT);
            late.complete(new Credential.None());
            Thread.sleep(100);
            assertThat(vendor.seen()).isEmpty();
        }
    }

    @Test
    void T_E07_cancellingClosesTheVendorsSocket() throws InterruptedException {
        try (RawVendor vendor = new RawVendor(drip(50));
                Fixture fixture = new Fixture(vendor)) {
            CompletableFuture<ToolResult> call = fixture.start();
            eventually(() -> vendor.seen().size() == 1);
            assertThat(vendor.openConnections()).isEqualTo(1);
            call.cancel(true);
            eventually(() -> vendor.openConnections() == 0);
        }
    }

    @Test
    void T_E03_stopsAtTheCapWhetherTheLengthIsToldOrNot() throws InterruptedException {
        List<RawVendor.Behaviour> floods = List.of(
                (request, out, socket) -> out.write((HEAD + "Content-Length: 104857600\r\n\r\n").getBytes(UTF_8)),
                (request, out, socket) -> {
                    out.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n").getBytes(UTF_8));
                    byte[] chunk = ("1000\r\n" + " ".repeat(4096) + "\r\n").getBytes(UTF_8);
                    while (true) {
                        out.write(chunk);
                    }
                });
        for (RawVendor.Behaviour flood : floods) {
            try (RawVendor vendor = new RawVendor(flood);
                    Fixture fixture = new Fixture(vendor)) {
                ToolResult result = fixture.call();
                assertThat(result.error().kind()).isEqualTo(Kind.TOO_LARGE);
                assertThat(Fixture.text(result)).contains("more than 200000 bytes", "smaller limit");
                eventually(() -> vendor.openConnections() == 0);
            }
        }
    }

    @Test
    void T_E03_countsBytesAfterDecompression() throws IOException {
        byte[] bomb = gzip(" ".repeat(50_000_000));
        assertThat(bomb.length).isLessThan(Fixture.MAX_RESPONSE);
        try (RawVendor vendor = new RawVendor((request, out, socket) -> {
                    out.write((HEAD + "Content-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n")
                            .getBytes(UTF_8));
                    out.write(bomb);
                });
                Fixture fixture = new Fixture(vendor)) {
            assertThat(fixture.call().error().kind()).isEqualTo(Kind.TOO_LARGE);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return zipped.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing at all||UNAVAILABLE",
                "half a status line|HTTP/1.|BAD_RESPONSE",
                "no HTTP|SSH-2.0-OpenSSH_9.2~~|BAD_RESPONSE",
                "half the headers|HTTP/1.1 200 OK~Content-Ty|BAD_RESPONSE",
                "fewer bytes than told|HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: 50~~{}|BAD_RESPONSE",
                "chunked without end|HTTP/1.1 200 OK~Content-Type: application/json~Transfer-Encoding: chunked~~2~{}~|BAD_RESPONSE",
                "a bad chunk size|HTTP/1.1 200 OK~Content-Type: application/json~Transfer-Encoding: chunked~~zz~{}~0~~|BAD_RESPONSE",
                "half a JSON|HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: 7~~{\"a\":1,|BAD_RESPONSE",
                "JSON and more|HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: 5~~{} {}|BAD_RESPONSE",
                "a JSON cut by the end of the connection|HTTP/1.1 200 OK~Content-Type: application/json~~{\"a\":|BAD_RESPONSE",
                "a web page|HTTP/1.1 200 OK~Content-Type: text/html~Content-Length: 5~~<p>hi|BAD_RESPONSE",
                "not modified|HTTP/1.1 304 Not Modified~~|BAD_RESPONSE",
                "switching protocols|HTTP/1.1 101 Switching~Upgrade: x~Connection: upgrade~~|BAD_RESPONSE",
                "an encoding that was not asked for|HTTP/1.1 200 OK~Content-Type: application/json~Content-Encoding: br~Content-Length: 2~~{}|BAD_RESPONSE",
                "a status that is no number|HTTP/1.1 OK OK~Content-Length: 2~~{}|BAD_RESPONSE",
                "a status of two digits|HTTP/1.1 20 OK~Content-Length: 2~~{}|BAD_RESPONSE",
                "another protocol|HTTP/9.9 200 OK~Content-Length: 2~~{}|BAD_RESPONSE",
                "a negative length|HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: -2~~{}|BAD_RESPONSE",
                "a length that is no number|HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: two~~{}|BAD_RESPONSE",
                "two lengths|HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: 2~Content-Length: 3~~{} |BAD_RESPONSE",
                "a header without a colon|HTTP/1.1 200 OK~Content-Type application/json~Content-Length: 2~~{}|BAD_RESPONSE",
                "a header with NUL|HTTP/1.1 200 OK~X-A: \u0000b~Content-Length: 2~~{}|BAD_RESPONSE",
                "a chunk longer than told|HTTP/1.1 200 OK~Content-Type: application/json~Transfer-Encoding: chunked~~1~{}~0~~|BAD_RESPONSE",
                "a negative chunk|HTTP/1.1 200 OK~Content-Type: application/json~Transfer-Encoding: chunked~~-2~{}~0~~|BAD_RESPONSE",
                "a chunk of absurd size|HTTP/1.1 200 OK~Content-Type: application/json~Transfer-Encoding: chunked~~ffffffffffffffff~{}|BAD_RESPONSE",
                "chunks without the last|HTTP/1.1 200 OK~Content-Type: application/json~Transfer-Encoding: chunked~~2~{}~0|BAD_RESPONSE",
                "a number that is none|HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: 3~~NaN|BAD_RESPONSE",
                "single quotes|HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: 7~~{'a':1}|BAD_RESPONSE",
                "a comma too many|HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: 4~~[1,]|BAD_RESPONSE",
                "a text without its end|HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: 4~~\"abc|BAD_RESPONSE",
                "a web page labelled JSON|HTTP/1.1 200 OK~Content-Type: application/json~Content-Length: 5~~<p>hi|BAD_RESPONSE",
                "two answers|HTTP/1.1 500 X~Content-Length: 2~~{}HTTP/1.1 200 OK~Content-Length: 2~~{}|UNAVAILABLE",
                "a redirect|HTTP/1.1 302 Found~Location: /x~Content-Length: 0~~|BAD_RESPONSE",
                "multiple choices|HTTP/1.1 300 Choose~Content-Length: 2~~{}|BAD_RESPONSE",
                "gzip that is none|HTTP/1.1 200 OK~Content-Type: application/json~Content-Encoding: gzip~Content-Length: 2~~{}|BAD_RESPONSE"
            })
    void T_E04_neverMakesASuccessOfABrokenAnswer(String name, String answer, Kind kind) {
        String bytes = answer == null ? "" : answer.replace("~", "\r\n");
        try (RawVendor vendor = new RawVendor((request, out, socket) -> {
                    out.write(bytes.getBytes(UTF_8));
                    out.flush();
                    socket.close();
                });
                Fixture fixture = new Fixture(vendor)) {
            ToolResult result = fixture.call();
            assertThat(result.isError()).as(result.toString()).isTrue();
            assertThat(result.error().kind()).isEqualTo(kind);
            assertThat(result.toString()).doesNotContain("jetty", "Exception");
            assertThat(vendor.seen()).hasSize(1);
        }
    }

    @Test
    void T_E04_noticesThatACompressedAnswerWasCut() throws IOException {
        byte[] whole = gzip("[1,2]");
        for (int cut = 1; cut < 12; cut++) {
            byte[] part = Arrays.copyOf(whole, whole.length - cut);
            try (RawVendor vendor = new RawVendor((request, out, socket) -> {
                        out.write((HEAD + "Content-Encoding: gzip\r\nContent-Length: " + part.length + "\r\n\r\n")
                                .getBytes(UTF_8));
                        out.write(part);
                    });
                    Fixture fixture = new Fixture(vendor)) {
                ToolResult result = fixture.call();
                assertThat(result.isError()).as(cut + ": " + result).isTrue();
            }
        }
    }

    @Test
    void readsPastInterimAnswers() {
        try (RawVendor vendor = RawVendor.answering(
                        "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + RawVendor.json(200, "{\"a\":1}"));
                Fixture fixture = new Fixture(vendor)) {
            assertThat(Fixture.json(fixture.call())).isEqualTo("{\"a\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void T_E06_sendsOnceWhenThePeerClosesOrResets(String method) throws Exception {
        for (boolean reset : new boolean[] {false, true}) {
            for (boolean reused : new boolean[] {false, true}) {
                List<RawVendor.Seen> asked = new ArrayList<>();
                try (RawVendor vendor = new RawVendor((request, out, socket) -> {
                            asked.add(request);
                            if (reused && asked.size() == 1) {
                                out.write(RawVendor.json(200, "{}").getBytes(UTF_8));
                                return;
                            }
                            if (reset) {
                                socket.setSoLinger(true, 0);
                            }
                            socket.close();
                        });
                        Fixture fixture = new Fixture(vendor)
                                .request(UpstreamRequest.method(method, "/p").build())) {
                    if (reused) {
                        assertThat(fixture.call().isError()).isFalse();
                    }
                    assertThat(fixture.call().error().kind()).isEqualTo(Kind.UNAVAILABLE);
                    Thread.sleep(30);
                    assertThat(vendor.seen()).hasSize(reused ? 2 : 1);
                }
            }
        }
    }

    @Test
    void T_E05_sendsOneRequestACallInAStormOf429() throws Exception {
        try (RawVendor vendor = RawVendor.answering(RawVendor.json(429, "{}", "Retry-After: 1"));
                Fixture fixture = new Fixture(vendor)) {
            List<CompletableFuture<ToolResult>> calls = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                calls.add(fixture.start());
            }
            for (CompletableFuture<ToolResult> call : calls) {
                assertThat(call.get(10, TimeUnit.SECONDS).error().kind()).isEqualTo(Kind.RATE_LIMITED);
            }
            assertThat(vendor.seen()).hasSize(300);
        }
    }

    @Test
    void T_E01_holdsNoThreadForACallThatWaits() throws Exception {
        // Never answers, and notices when the other side hangs up.
        RawVendor.Behaviour silent = (request, out, socket) -> {
            if (socket.getInputStream().read() < 0) {
                socket.close();
            }
        };
        try (RawVendor vendor = new RawVendor(silent);
                Fixture fixture = new Fixture(vendor)) {
            List<CompletableFuture<ToolResult>> calls = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                calls.add(fixture.start());
            }
            eventually(() -> vendor.answering() == 300);
            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().startsWith("mcp-upstream")))
                    .hasSizeLessThanOrEqualTo(13);
            calls.forEach(call -> call.cancel(true));
            eventually(() -> vendor.answering() == 0);
        }
    }

    @Test
    void saysThatNobodyListensAtTheVendors() throws IOException {
        RawVendor gone = RawVendor.answering("");
        gone.close();
        try (Fixture fixture = new Fixture(gone)) {
            assertThat(fixture.call().error().kind()).isEqualTo(Kind.UNAVAILABLE);
        }
        try (Fixture fixture = new Fixture("http://no-such-host.invalid", new Credential.None())) {
            assertThat(Fixture.text(fixture.call())).contains("does not resolve");
        }
    }

    @Test
    void F08_closingEndsCallsAndThreads() throws Exception {
        RawVendor vendor = new RawVendor(drip(50));
        Fixture fixture = new Fixture(vendor).deadline(Duration.ofSeconds(20));
        CompletableFuture<ToolResult> call = fixture.start();
        eventually(() -> vendor.seen().size() == 1);
        fixture.close();
        assertThat(call.get(2, TimeUnit.SECONDS).isError()).isTrue();
        assertThat(fixture.call().error().kind()).isEqualTo(Kind.UNAVAILABLE);
        eventually(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("mcp-upstream")));
        vendor.close();
    }
}
