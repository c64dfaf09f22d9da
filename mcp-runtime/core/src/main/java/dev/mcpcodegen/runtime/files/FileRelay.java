package dev.mcpcodegen.runtime.files;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Passes the file of one call on to another, at the pace of who takes it. For one file. */
@SuppressWarnings("FutureReturnValueIgnored") // They only tell when both sides are there.
public final class FileRelay implements FileSink {

    private final CompletableFuture<FileSource> source = new CompletableFuture<>();
    private volatile @Nullable Junction junction;

    /** Completes when the file begins; whoever learns that it never will has to {@link #end} it. */
    public CompletableFuture<FileSource> source() {
        return source;
    }

    /** Tells that the file will not begin; false when it has. */
    public boolean end() {
        return source.cancel(false);
    }

    /** Gives up what has not been taken. */
    public void close() {
        Junction begun = junction;
        if (begun != null) {
            begun.giving.thenAccept(Flow.Subscription::cancel);
        }
    }

    @Override
    public Flow.Subscriber<ByteBuffer> begin(FileHead head) {
        Junction begun = new Junction();
        junction = begun;
        boolean isPlain = head.encoding() == null;
        if (!source.complete(
                new FileSource(head.filename(), isPlain ? head.mediaType() : null, head.length(), begun))) {
            close();
        }
        return begun;
    }

    /** Joins the giving and the taking side, whichever is there first. */
    private static final class Junction implements Flow.Processor<ByteBuffer, ByteBuffer> {

        private final CompletableFuture<Flow.Subscription> giving = new CompletableFuture<>();
        private final CompletableFuture<Flow.Subscriber<? super ByteBuffer>> taking = new CompletableFuture<>();

        Junction() {
            giving.thenAcceptBoth(taking, (subscription, subscriber) -> subscriber.onSubscribe(subscription));
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            taking.complete(subscriber);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            giving.complete(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            // Only what was asked for comes, so there is somebody who did.
            taking.join().onNext(bytes);
        }

        @Override
        public void onError(Throwable failure) {
            taking.thenAccept(subscriber -> subscriber.onError(failure));
        }

        @Override
        public void onComplete() {
            taking.thenAccept(Flow.Subscriber::onComplete);
        }
    }
}
