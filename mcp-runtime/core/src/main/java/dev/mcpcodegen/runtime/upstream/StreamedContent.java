package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.files.FileSource;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.eclipse.jetty.client.AsyncRequestContent;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A request body that comes while it is sent: the next piece of its file is asked for when the last one is on the wire. A file that breaks
 * off breaks the request off, so that no vendor takes half of one for the whole.
 */
final class StreamedContent extends AsyncRequestContent implements Flow.Subscriber<ByteBuffer> {

    private final BodyContent body;
    private final FileSource file;
    private boolean isBegun;
    private volatile boolean isComplete;
    private Flow.@Nullable Subscription subscription;

    StreamedContent(BodyContent body) {
        super(body.mediaType());
        this.body = body;
        this.file = Objects.requireNonNull(body.file());
    }

    @Override
    public long getLength() {
        return body.length();
    }

    /** Begins to ask for the file when the connection stands: until then nothing of it is in memory. */
    @Override
    public Content.Chunk read() {
        begin();
        return super.read();
    }

    @Override
    public void demand(Runnable demandCallback) {
        begin();
        super.demand(demandCallback);
    }

    private synchronized void begin() {
        if (!isBegun) {
            isBegun = true;
            file.content().subscribe(this);
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        write(ByteBuffer.wrap(body.bytes()), next(given));
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        write(ByteBuffer.wrap(copy), next(Objects.requireNonNull(subscription)));
    }

    @Override
    public void onError(Throwable failure) {
        fail(new FileBrokenOffException());
    }

    /** Whether all of it was given to the connection. */
    boolean isComplete() {
        return isComplete;
    }

    @Override
    public void onComplete() {
        isComplete = true;
        write(true, ByteBuffer.wrap(body.end()), Callback.NOOP);
    }

    private static Callback next(Flow.Subscription subscription) {
        return Callback.from(() -> subscription.request(1), failure -> subscription.cancel());
    }

    @Override
    public void fail(Throwable failure) {
        super.fail(failure);
        Flow.Subscription begun = subscription;
        if (begun != null) {
            begun.cancel();
        }
    }
}
