package dev.mcpcodegen.runtime.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/**
 * Reads a body that nobody wants. A client that is refused while it still sends may see its connection reset instead of the answer, and
 * one that was not told of the end sends its next request on a connection that is closed.
 */
final class BodyDrain implements ReadListener {

    private static final int CHUNK = 8 << 10;

    private final ServletInputStream input;
    private final Runnable atEnd;
    private final byte[] chunk = new byte[CHUNK];

    /**
     * Makes a drain.
     *
     * @param atEnd runs when the body has been read, or broke off
     */
    BodyDrain(ServletInputStream input, Runnable atEnd) {
        this.input = input;
        this.atEnd = atEnd;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (input.isReady() && input.read(chunk) >= 0) {
            // What was read is not wanted.
        }
    }

    @Override
    public void onAllDataRead() {
        atEnd.run();
    }

    @Override
    public void onError(Throwable failure) {
        atEnd.run();
    }
}
