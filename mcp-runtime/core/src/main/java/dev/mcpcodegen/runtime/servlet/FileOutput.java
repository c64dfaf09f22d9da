package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.server.Workers;
import dev.mcpcodegen.runtime.threads.Turns;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file to a client as fast as it takes it: the next piece is asked for when the last one is written. A file that breaks off breaks
 * the connection off, so that no client takes half of one for the whole.
 */
final class FileOutput implements Flow.Subscriber<ByteBuffer>, WriteListener {

    private static final Duration STALL_LIMIT = Duration.ofSeconds(30);

    private final AsyncContext async;
    private final Workers workers;
    private final Runnable onBroken;
    private final Turns turns = new Turns(this::writeWhatIsTaken);
    private final AtomicBoolean isDone = new AtomicBoolean();

    /** Guarded by the rule that the next piece comes only when it was asked for. */
    private byte[] piece = new byte[0];

    private volatile int length;
    private int offset;
    private boolean isAsked;
    private final AtomicLong written = new AtomicLong();
    private volatile boolean isOpen;
    private volatile boolean isStuck;
    private volatile boolean isEnded;
    private volatile boolean isBroken;
    private volatile boolean isClientGone;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Future<?> watcher;

    /**
     * Makes an output that gives up when a client takes nothing for 30 s.
     *
     * @param onBroken breaks the connection off; called once, if the file ends before it is complete
     */
    FileOutput(AsyncContext async, Workers workers, Runnable onBroken) {
        this.async = async;
        this.workers = workers;
        this.onBroken = onBroken;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        try {
            async.getResponse().getOutputStream().setWriteListener(this);
            watch(0);
        } catch (IOException | RuntimeException e) {
            onError(e);
        }
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        int count = bytes.remaining();
        if (piece.length < count) {
            piece = new byte[count];
        }
        bytes.get(piece, 0, count);
        offset = 0;
        length = count;
        turns.ask();
    }

    @Override
    public void onComplete() {
        isEnded = true;
        turns.ask();
    }

    /** Breaks off: both sides may tell that, and whoever gives the request up. */
    @Override
    public void onError(Throwable failure) {
        isBroken = true;
        turns.ask();
    }

    /** Gives up a client that is gone. */
    void abandon() {
        isClientGone = true;
        onError(new IOException("The client is gone"));
    }

    @Override
    public void onWritePossible() {
        isOpen = true;
        turns.ask();
    }

    private void writeWhatIsTaken() {
        try {
            if (isOpen && !isBroken && !isDone.get()) {
                writeWhileReady(async.getResponse().getOutputStream());
            }
        } catch (IOException | RuntimeException e) {
            isClientGone = true;
            isBroken = true;
        }
        if (isBroken) {
            breakOff();
        }
    }

    private void writeWhileReady(ServletOutputStream output) throws IOException {
        isStuck = false;
        while (!isBroken && output.isReady()) {
            if (offset < length) {
                int count = length - offset;
                output.write(piece, offset, count);
                offset += count;
                written.addAndGet(count);
                isAsked = false;
            } else if (isEnded) {
                complete();
                return;
            } else if (isAsked) {
                return;
            } else {
                isAsked = true;
                next();
            }
        }
        isStuck = true;
    }

    private void next() {
        Flow.Subscription given = subscription;
        if (given != null) {
            given.request(1);
        }
    }

    private void complete() {
        if (isDone.compareAndSet(false, true)) {
            stopWatching();
            Completion.of(async);
        }
    }

    private void breakOff() {
        if (!isDone.compareAndSet(false, true)) {
            return;
        }
        stopWatching();
        Flow.Subscription given = subscription;
        if (given != null) {
            given.cancel();
        }
        if (isClientGone) {
            Completion.of(async);
        } else {
            onBroken.run();
        }
    }

    private void stopWatching() {
        Future<?> timer = watcher;
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void watch(long before) {
        watcher = workers.after(STALL_LIMIT, () -> {
            long now = written.get();
            if (isStuck && now == before) {
                abandon();
            } else if (!isDone.get()) {
                watch(now);
            }
        });
    }
}
