package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.server.Workers;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * An answer that takes a while, as server-sent events (MCP, Streamable HTTP; WHATWG HTML, section 9.2): notifications about the request,
 * then the response, then the end. Comments in between keep proxies from closing an idle connection, and they are how a client that left
 * is noticed: a container tells of it when bytes cannot be written, with TCP at the second attempt.
 */
final class EventStream implements Outgoing {

    private static final byte[] KEEP_ALIVE = utf8(": keep-alive\n\n");
    private static final byte[] EVENT_START = utf8("event: message\ndata: ");
    private static final byte[] EVENT_END = utf8("\n\n");

    /** How many events wait for a slow client before the next ones are left out. */
    private static final int MAX_WAITING = 64;

    private final HttpServletResponse response;
    private final Workers workers;
    private final Duration keepAlive;
    private final OutputQueue queue;
    private volatile boolean isEnded;
    private volatile @Nullable Future<?> timer;

    EventStream(
            HttpServletResponse response, AsyncContext async, Workers workers, Duration keepAlive, Runnable onBroken) {
        this.response = response;
        this.workers = workers;
        this.keepAlive = keepAlive;
        this.queue = new OutputQueue(async, workers, isWhole -> {
            if (!isWhole) {
                end();
                onBroken.run();
            }
        });
    }

    /** Begins the stream: from here on the HTTP status is 200, whatever comes of the request. */
    void open() {
        queue.open(OutputQueue.CHUNK_BYTES, () -> ResponseHeaders.writeEventStream(response));
        keepAlive();
    }

    /** Sends a JSON-RPC notification. It is lost on a client that does not keep up, and after the answer. */
    void send(byte[] notification) {
        byte[] event = ByteBuffer.allocate(EVENT_START.length + notification.length + EVENT_END.length)
                .put(EVENT_START)
                .put(notification)
                .put(EVENT_END)
                .array();
        queue.offer(event, MAX_WAITING);
    }

    /** Sends the answer's body as the last event; its status and headers cannot be told any more. */
    @Override
    public void finish(McpAnswer answer) {
        end();
        List<byte[]> last = new ArrayList<>();
        last.add(EVENT_START);
        last.addAll(answer.body());
        last.add(EVENT_END);
        queue.close(last);
    }

    @Override
    public void breakOff() {
        queue.breakOff();
    }

    private void keepAlive() {
        if (isEnded) {
            return;
        }
        queue.offer(KEEP_ALIVE, 1);
        timer = workers.after(keepAlive, this::keepAlive);
    }

    private void end() {
        isEnded = true;
        Future<?> next = timer;
        if (next != null) {
            next.cancel(false);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
