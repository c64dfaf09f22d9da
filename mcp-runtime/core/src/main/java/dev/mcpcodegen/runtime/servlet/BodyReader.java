package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.limit.ByteBudget;
import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request up to a cap: what has come along with the head at once, the rest as it arrives. */
final class BodyReader implements ReadListener {

    /** What comes of it; exactly one is told, once. */
    interface Outcome {

        /** All of it is here. */
        void whole(byte[] body);

        /** There is more of it than is taken. */
        void tooLarge();

        /** This node holds as much as it can. */
        void overBudget();

        /** It ended before its end, or is no proper body. */
        void broken();
    }

    private static final int CHUNK = 8 << 10;

    /** A declared length is believed up to here: a body that is only announced takes no memory. */
    private static final int MAX_FIRST_BYTES = 32 << 10;

    /** A client whose body is left unread may see its connection reset instead of the answer, so some more is read than is taken. */
    private static final int READ_FACTOR = 2;

    private final HttpServletRequest request;
    private final ServletInputStream input;
    private final long declared;
    private final int maxBytes;
    private final long maxRead;
    private final ByteBudget buffers;
    private final Outcome outcome;
    private byte[] body;
    private int size;
    private long received;
    private @Nullable Future<?> timeLimit;
    private boolean isDone;

    /**
     * Begins to read.
     *
     * @param maxBytes how much of it is taken
     */
    BodyReader(HttpServletRequest request, int maxBytes, ByteBudget buffers, Outcome outcome) throws IOException {
        this(request, maxBytes, (long) READ_FACTOR * maxBytes, buffers, outcome);
    }

    private BodyReader(HttpServletRequest request, int maxBytes, long maxRead, ByteBudget buffers, Outcome outcome)
            throws IOException {
        this.request = request;
        this.input = request.getInputStream();
        this.declared = request.getContentLengthLong();
        this.maxBytes = maxBytes;
        this.maxRead = maxRead;
        this.buffers = buffers;
        this.outcome = outcome;
        long first = declared < 0 ? CHUNK : Math.min(declared, MAX_FIRST_BYTES);
        this.body = new byte[(int) Math.min(first, maxBytes)];
    }

    /** Begins to read a body of which nothing is wanted but its end. */
    static BodyReader discarding(HttpServletRequest request, int maxBytes, ByteBudget buffers, Runnable atEnd)
            throws IOException {
        return new BodyReader(request, 0, (long) READ_FACTOR * maxBytes, buffers, new Ended(atEnd));
    }

    /** Whether so much was announced that it is not even worth reading to its end. */
    static boolean isHopeless(HttpServletRequest request, int maxBytes) {
        return request.getContentLengthLong() > (long) READ_FACTOR * maxBytes;
    }

    /** Reads what has come already, without waiting; true when that is all of it and the outcome has been told. */
    boolean readArrived() {
        try {
            while (!isDone && !isAtEnd() && input.available() > 0) {
                read();
            }
        } catch (IOException e) {
            // Tomcat would show it to the client, with its trace.
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            onError(e);
        }
        if (isAtEnd()) {
            onAllDataRead();
        }
        return isDone;
    }

    /**
     * Reads the rest as it comes; the request has to be asynchronous.
     *
     * @param limit to be stopped when all of it is here
     */
    void readRest(Future<?> limit) {
        timeLimit = limit;
        input.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!isDone && input.isReady() && read()) {
            // Goes on while there is something.
        }
    }

    @Override
    public void onAllDataRead() {
        end(
                received > size
                        ? outcome::tooLarge
                        : () -> outcome.whole(size == body.length ? body : Arrays.copyOf(body, size)));
    }

    @Override
    public void onError(Throwable failure) {
        end(outcome::broken);
    }

    /** Without a length and a transfer coding there is no body (RFC 9112, section 6.3); HTTP/2 tells it in another way. */
    private boolean isAtEnd() {
        return declared >= 0
                ? received == declared
                : request.getHeader("Transfer-Encoding") == null
                        && request.getProtocol().startsWith("HTTP/1.");
    }

    /** Reads once; false at the end. */
    private boolean read() throws IOException {
        boolean isKept = size < maxBytes;
        if (isKept && size == body.length) {
            body = Arrays.copyOf(body, Math.min(maxBytes, Math.max(CHUNK, 2 * size)));
        }
        byte[] target = isKept ? body : new byte[CHUNK];
        int offset = isKept ? size : 0;
        int count = input.read(target, offset, target.length - offset);
        if (count < 0) {
            return false;
        }
        received += count;
        if (isKept && !buffers.reserve(count)) {
            end(outcome::overBudget);
        } else if (isKept) {
            size += count;
        } else if (received > maxRead) {
            end(outcome::tooLarge);
        }
        return true;
    }

    private void end(Runnable told) {
        if (isDone) {
            return;
        }
        isDone = true;
        if (timeLimit != null) {
            timeLimit.cancel(false);
        }
        // When this returns, the body has been read into whatever is made of it.
        try {
            told.run();
        } finally {
            buffers.release(size);
        }
    }

    /** Whatever comes of it, it is over. */
    private record Ended(Runnable action) implements Outcome {

        @Override
        public void whole(byte[] body) {
            action.run();
        }

        @Override
        public void tooLarge() {
            action.run();
        }

        @Override
        public void overBudget() {
            action.run();
        }

        @Override
        public void broken() {
            action.run();
        }
    }
}
