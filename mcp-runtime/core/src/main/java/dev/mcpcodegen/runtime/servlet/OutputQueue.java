package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.server.Workers;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way to a client, written as fast as it takes them, with no thread that waits for it. Whoever adds bytes, the container
 * and the timer all ask for writing; one at a time does it, and only that one touches the response: no lock is held meanwhile, because a
 * container may call from within locks of its own that writing needs.
 */
final class OutputQueue implements WriteListener {

    /** How many bytes a container gets at a time that need not be accounted for. */
    static final int CHUNK_BYTES = 32 << 10;

    private static final Duration STALL_LIMIT = Duration.ofSeconds(30);

    private final AsyncContext async;
    private final Workers workers;
    private final Duration stallLimit;
    private final Consumer<Boolean> atEnd;

    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean isClosed;

    /** How often somebody asked for a turn since the last one began; the first turn is that of who opens the queue. */
    private final AtomicInteger turns = new AtomicInteger(1);

    private final AtomicLong written = new AtomicLong();
    private int chunkBytes = CHUNK_BYTES;
    private volatile boolean isOpen;
    private volatile boolean isStuck;
    private volatile boolean isBroken;
    private volatile @Nullable Future<?> watcher;

    private byte @Nullable [] piece;
    private int offset;
    private boolean isFlushed = true;
    private volatile boolean isDone;

    /**
     * Makes a queue that gives up when a client takes nothing for 30 s.
     *
     * @param atEnd told once whether the client got everything
     */
    OutputQueue(AsyncContext async, Workers workers, Consumer<Boolean> atEnd) {
        this(async, workers, STALL_LIMIT, atEnd);
    }

    OutputQueue(AsyncContext async, Workers workers, Duration stallLimit, Consumer<Boolean> atEnd) {
        this.async = async;
        this.workers = workers;
        this.stallLimit = stallLimit;
        this.atEnd = atEnd;
    }

    /**
     * Writes the head of the response, then what was and will be added.
     *
     * @param chunk how many bytes the container gets at a time; it copies what the connection does not take at once
     */
    void open(int chunk, Runnable head) {
        chunkBytes = chunk;
        try {
            head.run();
            async.getResponse().getOutputStream().setWriteListener(this);
            watch(0);
        } catch (IOException | RuntimeException e) {
            // The client is gone, or the container ended the request: nobody is left to be told.
            isBroken = true;
        }
        write(1);
    }

    /** Adds a piece, unless the last one has been added or {@code limit} others wait already. */
    void offer(byte[] bytes, int limit) {
        synchronized (waiting) {
            if (isClosed || waiting.size() >= limit) {
                return;
            }
            waiting.add(bytes);
        }
        askForTurn();
    }

    /** Adds the last pieces; the request is complete when they are written. */
    void close(List<byte[]> last) {
        synchronized (waiting) {
            if (isClosed) {
                return;
            }
            isClosed = true;
            waiting.addAll(last);
        }
        askForTurn();
    }

    /** Gives the client up. */
    void breakOff() {
        isBroken = true;
        askForTurn();
    }

    @Override
    public void onWritePossible() {
        isOpen = true;
        askForTurn();
    }

    @Override
    public void onError(Throwable failure) {
        breakOff();
    }

    /** Takes a turn at writing; if another thread has it, that one takes the next as well. */
    private void askForTurn() {
        if (turns.getAndIncrement() == 0) {
            write(1);
        }
    }

    private void write(int asked) {
        int left = asked;
        while (left > 0) {
            writeWhatIsTaken();
            left = turns.addAndGet(-left);
        }
    }

    private void writeWhatIsTaken() {
        try {
            if (isOpen && !isBroken && !isDone) {
                writeWhileReady(async.getResponse().getOutputStream());
            }
        } catch (IOException | RuntimeException e) {
            isBroken = true;
        }
        if (isBroken) {
            complete();
        }
    }

    private void writeWhileReady(ServletOutputStream output) throws IOException {
        isStuck = false;
        while (!isBroken && output.isReady()) {
            byte[] bytes = piece == null ? next() : piece;
            if (bytes != null) {
                writeChunk(output, bytes);
            } else if (isAtEnd()) {
                complete();
                return;
            } else if (isFlushed) {
                return;
            } else {
                isFlushed = true;
                output.flush();
            }
        }
        isStuck = true;
    }

    private void writeChunk(ServletOutputStream output, byte[] bytes) throws IOException {
        int count = Math.min(chunkBytes, bytes.length - offset);
        output.write(bytes, offset, count);
        isFlushed = false;
        offset += count;
        written.addAndGet(count);
        piece = offset < bytes.length ? bytes : null;
        offset = piece == null ? 0 : offset;
    }

    private byte @Nullable [] next() {
        synchronized (waiting) {
            return waiting.poll();
        }
    }

    private boolean isAtEnd() {
        synchronized (waiting) {
            return isClosed && waiting.isEmpty();
        }
    }

    private void complete() {
        if (isDone) {
            return;
        }
        isDone = true;
        Future<?> timer = watcher;
        if (timer != null) {
            timer.cancel(false);
        }
        boolean isCompleted = Completion.of(async);
        atEnd.accept(isCompleted && !isBroken);
    }

    private void watch(long before) {
        watcher = workers.after(stallLimit, () -> {
            long now = written.get();
            if (isStuck && now == before) {
                breakOff();
            } else if (!isDone) {
                watch(now);
            }
        });
    }
}
