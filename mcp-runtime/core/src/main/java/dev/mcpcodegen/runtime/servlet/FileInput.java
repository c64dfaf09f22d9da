package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.threads.Turns;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The body of a request as who takes it asks for it: what is not asked for stays in the socket. */
final class FileInput implements Flow.Publisher<ByteBuffer>, Flow.Subscription, ReadListener {

    private static final int CHUNK_BYTES = 32 << 10;
    private static final int MAX_DISCARDED_BYTES = 64 << 20;

    private final HttpServletRequest request;
    private final long maxBytes;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final AtomicLong asked = new AtomicLong();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final Turns turns = new Turns(this::giveWhatIsAsked);
    private Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
    private final AtomicBoolean isDiscarded = new AtomicBoolean();
    private long given;
    private long discardedBytes;
    private volatile boolean isListening;
    private volatile @Nullable Runnable whenDiscarded;
    private volatile boolean isOpen;
    private volatile boolean isAtEnd;
    private volatile @Nullable Throwable failure;

    /** Reads the body of a request; does not touch it before somebody asks. */
    FileInput(HttpServletRequest request, long maxBytes) {
        this.request = request;
        this.maxBytes = maxBytes;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> taking) {
        subscriber = taking;
        taking.onSubscribe(this);
        listen();
    }

    private void listen() {
        isListening = true;
        try {
            // Some containers tell nothing of a body that has ended before anybody listens, as an empty one has.
            ServletInputStream input = request.getInputStream();
            if (input.isFinished()) {
                onAllDataRead();
            } else {
                input.setReadListener(this);
            }
        } catch (IOException | RuntimeException e) {
            onError(e);
        }
    }

    @Override
    public void request(long count) {
        asked.addAndGet(count);
        turns.ask();
    }

    @Override
    public void cancel() {
        isOver.set(true);
    }

    @Override
    public void onDataAvailable() {
        isOpen = true;
        turns.ask();
    }

    @Override
    public void onAllDataRead() {
        isAtEnd = true;
        turns.ask();
    }

    @Override
    public void onError(Throwable cause) {
        failure = cause;
        turns.ask();
    }

    /**
     * Reads what is left and throws it away, because a client whose body is left unread may see its connection reset instead of the answer.
     * That goes for one that waits to be asked as well: some containers ask before anybody looks at the request.
     *
     * @param then runs when there is nothing left, or so much that it is not worth it
     */
    void discard(Runnable then) {
        isOver.set(true);
        whenDiscarded = then;
        if (!isListening) {
            listen();
        }
        turns.ask();
    }

    /** Tells everything that is told, so that nothing is told while something else is. */
    private void giveWhatIsAsked() {
        try {
            if (whenDiscarded == null) {
                readWhatIsAsked();
            } else {
                discardWhatIsThere();
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
        tell();
    }

    private void tell() {
        Throwable cause = failure;
        Runnable discarded = whenDiscarded;
        if (discarded != null && (cause != null || isAtEnd) && isDiscarded.compareAndSet(false, true)) {
            discarded.run();
        } else if (cause != null && isOver.compareAndSet(false, true)) {
            subscriber().onError(cause);
        } else if (isAtEnd && isOver.compareAndSet(false, true)) {
            subscriber().onComplete();
        }
    }

    private void readWhatIsAsked() throws IOException {
        while (isOpen && asked.get() > 0 && !isAtEnd && failure == null && !isOver.get() && input().isReady()) {
            int count = input().read(chunk);
            if (count < 0) {
                isAtEnd = true;
                return;
            }
            given += count;
            if (given > maxBytes) {
                throw new IOException("The file is larger than " + maxBytes + " bytes");
            }
            if (count > 0) {
                asked.decrementAndGet();
                subscriber().onNext(ByteBuffer.wrap(chunk, 0, count));
            }
        }
    }

    private void discardWhatIsThere() throws IOException {
        while (isOpen && !isAtEnd && failure == null && input().isReady()) {
            int count = input().read(chunk);
            discardedBytes += Math.max(0, count);
            isAtEnd |= count < 0 || discardedBytes > MAX_DISCARDED_BYTES;
        }
    }

    private ServletInputStream input() throws IOException {
        return request.getInputStream();
    }

    private Flow.Subscriber<? super ByteBuffer> subscriber() {
        return Objects.requireNonNull(subscriber);
    }
}
