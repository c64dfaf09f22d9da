package dev.mcpcodegen.it.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What bytes get that no proper client sends. They come over a plain socket, because no HTTP library would write most of them. */
@OnEachContainer
final class HostileRequestsIT {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Deployment deployment;
    private final Vendor vendor;

    HostileRequestsIT(Deployment deployment) {
        this.deployment = deployment;
        this.vendor = deployment.resetVendor();
    }

    static Stream<HostileRequest> requests() {
        return HostileRequest.all();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void T_C08_getWhatTheTableSays(HostileRequest request) throws IOException {
        String answer = send(request.bytes());

        assertThat(status(answer)).as(answer).isIn(request.statuses());
        assertThat(answer).doesNotContain("\tat ", "dev.mcpcodegen.runtime");
        if (request.code() != null) {
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            assertThat(body).doesNotContain(TestGrant.FULL.token(), TestGrant.HEADER.token());
            assertThat(Http.JSON.readTree(body).at("/error/code").asInt()).isEqualTo(request.code());
        }
    }

    @AfterEach
    void nothingReachedTheVendor() {
        assertThat(vendor.requests()).isEmpty();
    }

    private static Integer status(String answer) {
        return answer.startsWith("HTTP/1.") ? Integer.valueOf(answer.substring(9, 12)) : 0;
    }

    private String send(byte[] request) throws IOException {
        URI server = URI.create(deployment.serverUrl());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
            } catch (IOException e) {
                // The server may refuse before it has read everything; its answer is what counts.
            }
            InputStream input = socket.getInputStream();
            byte[] chunk = new byte[8192];
            try {
                for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
                    answer.write(chunk, 0, count);
                }
            } catch (IOException e) {
                // A connection that is reset after the answer.
            }
            return answer.toString(ISO_8859_1);
        }
    }
}
