package dev.mcpcodegen.runtime.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.limit.ByteBudget;
import dev.mcpcodegen.runtime.tool.ToolError.Kind;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One deadline of each kind, over sockets: none takes much longer than it may, and each closes what it gives up. */
@NullUnmarked
@Timeout(30)
class DeadlinesTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n";

    private static Fixture fixture(String url, Duration connect, Duration idle, Duration total) {
        UpstreamConfig config =
                new UpstreamConfig(connect, idle, 100_000, new ByteBudget(1_000_000), Fixture.KEY, 100_000, 100_000);
        return new Fixture(
                        url, new UpstreamClient(config, g -> CompletableFuture.completedFuture(new Credential.None())))
                .deadline(total);
    }

    private static ToolResult inTime(Fixture fixture) {
        long start = System.nanoTime();
        ToolResult result = fixture.call();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT.minusMillis(50), Duration.ofSeconds(8));
        assertThat(result.error().kind()).isEqualTo(Kind.TIMEOUT);
        return result;
    }

    private static void assertHungUp(RawVendor vendor) throws InterruptedException {
        for (int i = 0; i < 200 && vendor.openConnections() > 0; i++) {
            Thread.sleep(10);
        }
        assertThat(vendor.openConnections()).isZero();
    }

    /** A full queue of connections that nobody takes: the system lets the next one wait. */
    @Test
    void T_E02_givesUpAVendorThatTakesNoConnection() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(server, waiting);
            try (Fixture fixture = fixture("http://127.0.0.1:" + server.getLocalPort(), SHORT, LONG, LONG)) {
                inTime(fixture);
            }
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static void fill(ServerSocket server, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 10; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 100);
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void T_E02_givesUpAVendorThatSendsNoFirstByte() throws InterruptedException {
        try (RawVendor vendor = new RawVendor(
                        (request, out, socket) -> socket.getInputStream().read());
                Fixture fixture = fixture(vendor.url(), LONG, SHORT, LONG)) {
            assertThat(Fixture.text(inTime(fixture))).contains("sent nothing for too long");
            assertHungUp(vendor);
        }
    }

    @Test
    void T_E02_givesUpAVendorThatFallsSilentInTheMiddle() throws InterruptedException {
        try (RawVendor vendor = new RawVendor((request, out, socket) -> {
                    out.write((HEAD + "{\"a\"").getBytes(UTF_8));
                    out.flush();
                    socket.getInputStream().read();
                });
                Fixture fixture = fixture(vendor.url(), LONG, SHORT, LONG)) {
            inTime(fixture);
            assertHungUp(vendor);
        }
    }

    @Test
    void T_E02_givesUpAVendorThatIsNeverSilentAndNeverDone() throws InterruptedException {
        try (RawVendor vendor = new RawVendor((request, out, socket) -> {
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
                    while (true) {
                        out.write("X-More: 1\r\n".getBytes(UTF_8));
                        out.flush();
                        Thread.sleep(50);
                    }
                });
                Fixture fixture = fixture(vendor.url(), LONG, LONG, SHORT)) {
            assertThat(Fixture.text(inTime(fixture))).contains("within the time that a call may take");
            assertHungUp(vendor);
        }
    }
}
