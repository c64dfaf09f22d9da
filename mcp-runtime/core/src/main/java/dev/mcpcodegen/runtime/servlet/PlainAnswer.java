package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.server.Workers;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of an answer and completes the request. Small bodies fit the connection's buffers; a large one is written as fast as the
 * client takes it, and given up when the client takes nothing for a while.
 */
final class AnswerWriter implements WriteListener {

    private static final int LARGE_BYTES = 32 << 10;
    private static final int CHUNK_BYTES = 32 << 10;
    private static final Duration STALL_LIMIT = Duration.ofSeconds(30);

    private final McpAnswer answer;
    private final AsyncContext async;
    private final Workers workers;
    private final AtomicBoolean isComplete = new AtomicBoolean();
    private int piece;
    private int offset;
    private final AtomicLong written = new AtomicLong();
    private volatile @Nullable Future<?> stallTimer;

    AnswerWriter(McpAnswer answer, AsyncContext async, Workers workers) {
        this.answer = answer;
        this.async = async;
        this.workers = workers;
    }

    /** Writes in the calling thread. */
    static void writeBlocking(McpAnswer answer, ServletResponse response) throws IOException {
        ServletOutputStream output = response.getOutputStream();
        for (byte[] bytes : answer.body()) {
            output.write(bytes);
        }
    }

    void start() {
        try {
            if (answer.length() > LARGE_BYTES) {
                watch(written.get());
                async.getResponse().getOutputStream().setWriteListener(this);
                return;
            }
            writeBlocking(answer, async.getResponse());
            complete();
        } catch (IOException | RuntimeException e) {
            // The client is gone, or the container ended the request: nobody is left to be told.
            complete();
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        ServletOutputStream output = async.getResponse().getOutputStream();
        while (!isComplete.get() && output.isReady()) {
            if (piece == answer.body().size()) {
                complete();
                return;
            }
            byte[] bytes = answer.body().get(piece);
            int count = Math.min(CHUNK_BYTES, bytes.length - offset);
            output.write(bytes, offset, count);
            advance(bytes, count);
        }
    }

    @Override
    public void onError(Throwable failure) {
        complete();
    }

    private void advance(byte[] bytes, int count) {
        offset += count;
        if (offset == bytes.length) {
            piece++;
            offset = 0;
        }
        written.addAndGet(count);
    }

    private void watch(long before) {
        stallTimer = workers.after(STALL_LIMIT, () -> {
            if (isComplete.get()) {
                return;
            }
            long now = written.get();
            if (now == before) {
                complete();
            } else {
                watch(now);
            }
        });
    }

    private void stopWatching() {
        Future<?> timer = stallTimer;
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void complete() {
        if (isComplete.compareAndSet(false, true)) {
            stopWatching();
            try {
                async.complete();
            } catch (IllegalStateException e) {
                // The container has completed the request already, on an error of the connection.
                return;
            }
        }
    }
}
