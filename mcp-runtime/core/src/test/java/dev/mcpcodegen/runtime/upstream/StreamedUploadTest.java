package dev.mcpcodegen.runtime.upstream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.files.FileSource;
import dev.mcpcodegen.runtime.files.FileTransfer;
import dev.mcpcodegen.runtime.tool.FileContent;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Files that come while they are sent, to vendors that do not take them as they should. */
@NullUnmarked
class StreamedUploadTest {

    private static final long LENGTH = 100_000_000;

    /** A file that counts what was asked for, and is given by a thread of its own. */
    private static final class Endless implements Flow.Publisher<ByteBuffer>, AutoCloseable {

        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        final AtomicLong given = new AtomicLong();
        final CompletableFuture<Void> cancelled = new CompletableFuture<>();

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    thread.execute(() -> {
                        if (!cancelled.isDone()) {
                            given.addAndGet(100_000);
                            subscriber.onNext(ByteBuffer.allocate(100_000));
                        }
                    });
                }

                @Override
                public void cancel() {
                    cancelled.complete(null);
                }
            });
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }

    private static Fixture fixture(String url, Endless file) {
        return new Fixture(
                        url,
                        new UpstreamClient(
                                Fixture.config(Duration.ofSeconds(2)),
                                grant -> CompletableFuture.completedFuture(new Credential.None())))
                .tool(Fixture.tool("upload"))
                .request(UpstreamRequest.post("/files")
                        .fileBody(new FileContent("a.bin", null, null, null), "application/octet-stream")
                        .build())
                .files(new FileTransfer(new FileSource(null, null, LENGTH, file), null, null));
    }

    @Test
    void aVendorThatAnswersBeforeTheEndIsHeardAndGetsNoMore() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Endless file = new Endless();
                Fixture fixture = fixture("http://127.0.0.1:" + server.getLocalPort(), file)) {
            CompletableFuture<ToolResult> call = fixture.start();
            try (Socket socket = server.accept()) {
                socket.getInputStream().readNBytes(300_000);
                socket.getOutputStream()
                        .write(
                                "HTTP/1.1 413 X\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n{\"message\":\"Too large.\"}"
                                        .getBytes(US_ASCII));
                socket.getOutputStream().flush();
                ToolResult result = call.get(5, TimeUnit.SECONDS);

                assertThat(result.error().status()).isEqualTo(413);
                assertThat(Fixture.text(result)).contains("Too large");
                file.cancelled.get(5, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void aVendorThatDoesNotReadHoldsTheFileBack() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Endless file = new Endless();
                Fixture fixture = fixture("http://127.0.0.1:" + server.getLocalPort(), file)) {
            CompletableFuture<ToolResult> call = fixture.start();
            try (Socket socket = server.accept();
                    InputStream in = socket.getInputStream()) {
                assertThat(in.readNBytes(1_000)).hasSize(1_000);
                ToolResult result = call.get(8, TimeUnit.SECONDS);

                assertThat(result.error().kind().wireName()).isEqualTo("timeout");
                // What the two sockets hold, and no more.
                assertThat(file.given.get()).isLessThan(LENGTH / 5);
                file.cancelled.get(5, TimeUnit.SECONDS);
            }
        }
    }
}
