package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.limit.ByteBudget;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects the body of a request as it arrives, up to a cap. Exactly one of the outcomes is told. */
final class BodyReader implements ReadListener {

    private static final int CHUNK = 8 << 10;

    /** A client whose body is left unread may see its connection reset instead of the answer, so some more is read than is taken. */
    private static final int READ_FACTOR = 2;

    private final ServletInputStream input;
    private final int maxBytes;
    private final Consumer<byte[]> onBody;
    private final ByteBudget buffers;
    private final Runnable onTooLarge;
    private final Runnable onOverBudget;
    private final Consumer<Throwable> onFailure;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final byte[] chunk = new byte[CHUNK];
    private @Nullable Future<?> timeLimit;
    private long received;
    private boolean isDone;

    BodyReader(
            ServletInputStream input,
            int maxBytes,
            ByteBudget buffers,
            Consumer<byte[]> onBody,
            Runnable onTooLarge,
            Runnable onOverBudget,
            Consumer<Throwable> onFailure) {
        this.input = input;
        this.maxBytes = maxBytes;
        this.onBody = onBody;
        this.buffers = buffers;
        this.onTooLarge = onTooLarge;
        this.onOverBudget = onOverBudget;
        this.onFailure = onFailure;
    }

    /** The body, if all of it has come along with the head, as most do; null if some of it is on its way, or it is too large. */
    static byte @Nullable [] arrived(HttpServletRequest request, int maxBytes) throws IOException {
        long length = request.getContentLengthLong();
        if (length < 0) {
            return hasNoBody(request) ? new byte[0] : null;
        }
        if (length > maxBytes) {
            return null;
        }
        ServletInputStream input = request.getInputStream();
        return input.available() < length ? null : input.readNBytes((int) length);
    }

    /** Without a length and a transfer coding there is none (RFC 9112, section 6.3); HTTP/2 tells it in another way. */
    private static boolean hasNoBody(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/1.") && request.getHeader("Transfer-Encoding") == null;
    }

    /** Whether a body of that length is not even worth reading to its end. */
    static boolean isHopeless(long length, int maxBytes) {
        return length > (long) READ_FACTOR * maxBytes;
    }

    /** Sets what is to be stopped once the body is here. */
    void limitTime(Future<?> timer) {
        this.timeLimit = timer;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!isDone && input.isReady()) {
            int count = input.read(chunk);
            if (count < 0) {
                return;
            }
            received += count;
            if (received <= maxBytes) {
                if (!buffers.reserve(count)) {
                    end(onOverBudget);
                    return;
                }
                body.write(chunk, 0, count);
            } else if (isHopeless(received, maxBytes)) {
                end(onTooLarge);
            }
        }
    }

    @Override
    public void onAllDataRead() {
        end(received > maxBytes ? onTooLarge : () -> onBody.accept(body.toByteArray()));
    }

    @Override
    public void onError(Throwable failure) {
        end(() -> onFailure.accept(failure));
    }

    private void end(Runnable outcome) {
        if (isDone) {
            return;
        }
        isDone = true;
        if (timeLimit != null) {
            timeLimit.cancel(false);
        }
        // When this returns, the body has been read into whatever is made of it.
        try {
            outcome.run();
        } finally {
            buffers.release(body.size());
        }
    }
}
