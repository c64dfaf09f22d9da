package dev.mcpcodegen.runtime.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.TestConfig;
import dev.mcpcodegen.runtime.TestTools;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client that is refused sees of its connection. */
class RefusalTest {

    private static final String HEAD =
            "POST /app/mcp/dead HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final int A_WHILE_MILLIS = 100;
    private static final int PATIENCE_MILLIS = 20_000;

    private @Nullable TestServer server;

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsRefusedBeforeItsBodyHasComeMayGoOnWithTheConnection(TestContainer container) throws Exception {
        start(container);
        try (Socket socket = connect()) {
            send(socket, HEAD + "Content-Length: " + PING.length() + "\r\n\r\n");
            Thread.sleep(A_WHILE_MILLIS);
            send(socket, PING);
            assertThat(head(socket)).startsWith("HTTP/1.1 404").doesNotContainIgnoringCase("connection: close");
            send(socket, HEAD + "Connection: close\r\nContent-Length: " + PING.length() + "\r\n\r\n" + PING);

            assertThat(rest(socket)).contains("HTTP/1.1 404");
        }
    }

    @ParameterizedTest
    @EnumSource
    void T_E07_whoIsRefusedAndNeverSendsItsBodyIsAnsweredAllTheSame(TestContainer container) throws Exception {
        start(container);
        try (Socket socket = connect()) {
            send(socket, HEAD + "Content-Length: 40\r\n\r\n");

            assertThat(head(socket)).startsWith("HTTP/1.1 404");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBodyBeyondAllMeasureIsNotReadAndTheClientIsToldThatTheConnectionEnds(TestContainer container)
            throws Exception {
        start(container);
        try (Socket socket = connect()) {
            send(socket, HEAD + "Content-Length: 999999999\r\n\r\n");

            assertThat(head(socket)).startsWith("HTTP/1.1 404").containsIgnoringCase("connection: close");
        }
    }

    private void start(TestContainer container) throws Exception {
        server = new TestServer(container, TestConfig.of("MCP_CONFIG", "absent/mcp.yaml"), TestTools.crm(), Map.of());
    }

    private Socket connect() throws Exception {
        int port = Objects.requireNonNull(server).port();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) throws Exception {
        OutputStream output = socket.getOutputStream();
        output.write(text.getBytes(StandardCharsets.US_ASCII));
        output.flush();
    }

    private static String head(Socket socket) throws Exception {
        InputStream input = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            assertThat(next).as("The connection ended after: %s", head).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    private static String rest(Socket socket) throws Exception {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
