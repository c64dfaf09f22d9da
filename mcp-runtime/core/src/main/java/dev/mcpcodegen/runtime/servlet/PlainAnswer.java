package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.limit.ByteBudget;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.server.Workers;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One JSON body with its HTTP status. A small one fits the connection's buffers; a large one is written as fast as the client takes it. */
final class PlainAnswer implements Outgoing {

    private static final Logger LOG = LoggerFactory.getLogger(PlainAnswer.class);

    private static final int LARGE_BYTES = 32 << 10;

    /** What is written in one go, if there is memory for it: each pause for a client that keeps up costs more than writing does. */
    private static final int MAX_CHUNK_BYTES = 256 << 10;

    private final McpAnswer answer;
    private final HttpServletResponse response;
    private final AsyncContext async;
    private final ByteBudget buffers;
    private final @Nullable OutputQueue queue;
    private volatile int reserved;

    PlainAnswer(
            McpAnswer answer, HttpServletResponse response, AsyncContext async, Workers workers, ByteBudget buffers) {
        this.answer = answer;
        this.response = response;
        this.async = async;
        this.buffers = buffers;
        this.queue = isLarge(answer) ? new OutputQueue(async, workers, isWhole -> buffers.release(reserved)) : null;
    }

    /** Whether an answer is more than a connection is sure to take at once. */
    static boolean isLarge(McpAnswer answer) {
        return answer.length() > LARGE_BYTES;
    }

    /** Writes in the calling thread. */
    static void writeBlocking(McpAnswer answer, HttpServletResponse response) throws IOException {
        ResponseHeaders.write(answer, response);
        ServletOutputStream output = response.getOutputStream();
        for (byte[] bytes : answer.body()) {
            output.write(bytes);
        }
    }

    /** Writes the answer and completes the request. */
    void start() {
        if (queue != null) {
            queue.close(answer.body());
            queue.open(chunk(), () -> ResponseHeaders.writeLarge(answer, response));
            return;
        }
        try {
            writeBlocking(answer, response);
        } catch (IOException | RuntimeException e) {
            // The client is gone, or the container ended the request: nobody is left to be told.
            LOG.debug("An answer could not be written", e);
        } finally {
            Completion.of(async);
        }
    }

    /** What a container copies is accounted for; where there is no memory for that, it gets little at a time. */
    private int chunk() {
        int chunk = (int) Math.min(answer.length(), MAX_CHUNK_BYTES);
        if (!buffers.reserve(chunk)) {
            return OutputQueue.CHUNK_BYTES;
        }
        reserved = chunk;
        return chunk;
    }

    @Override
    public void finish(McpAnswer other) {}

    @Override
    public void breakOff() {
        if (queue != null) {
            queue.breakOff();
        }
    }
}
