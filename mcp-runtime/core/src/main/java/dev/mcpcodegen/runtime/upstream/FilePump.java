package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.threads.Turns;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;

/** Gives the bytes of an answer to who takes them, at their pace: what is not asked for stays in the socket. */
final class FilePump implements Flow.Subscription {

    private final Content.Source source;
    private final Flow.Subscriber<ByteBuffer> subscriber;
    private final long maxBytes;
    private final AtomicLong asked = new AtomicLong();
    private final Turns turns = new Turns(this::giveWhatIsAsked);

    private long given;
    private volatile boolean isOver;
    private volatile boolean isWaiting;
    private volatile boolean isCancelled;

    FilePump(Content.Source source, Flow.Subscriber<ByteBuffer> subscriber, long maxBytes) {
        this.source = source;
        this.subscriber = subscriber;
        this.maxBytes = maxBytes;
    }

    void start() {
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long count) {
        asked.addAndGet(count);
        turns.ask();
    }

    @Override
    public void cancel() {
        if (isOver) {
            return;
        }
        isCancelled = true;
        source.fail(new CancellationException("Nobody takes the file any more"));
    }

    private void resume() {
        isWaiting = false;
        turns.ask();
    }

    private void giveWhatIsAsked() {
        while (!isOver && !isCancelled && !isWaiting && asked.get() > 0) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                isWaiting = true;
                source.demand(this::resume);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                fail(new BrokenAnswerException(chunk.getFailure()));
                return;
            }
            give(chunk);
        }
    }

    private void give(Content.Chunk chunk) {
        try {
            int length = chunk.remaining();
            given += length;
            if (given > maxBytes) {
                AnswerTooLargeException tooLarge = new AnswerTooLargeException(maxBytes);
                source.fail(tooLarge);
                fail(tooLarge);
                return;
            }
            if (length > 0) {
                asked.decrementAndGet();
                subscriber.onNext(chunk.getByteBuffer());
            }
        } finally {
            chunk.release();
        }
        if (chunk.isLast()) {
            isOver = true;
            subscriber.onComplete();
        }
    }

    private void fail(Throwable failure) {
        isOver = true;
        subscriber.onError(failure);
    }
}
