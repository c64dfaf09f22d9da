package dev.mcpcodegen.it.benchmarks.serving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Thousands of calls at a time, one on each connection, each followed by the next; driven by one thread. */
final class ManyCalls {

    private static final int CONNECTING_AT_ONCE = 128;
    private static final long SELECT_MILLIS = 1_000;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final InetSocketAddress server;
    private final byte[] request;
    private final int calls;
    private final int waves;
    private final List<Long> nanos = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);
    private final AtomicInteger waiting = new AtomicInteger();
    private int connecting;
    private int closed;

    /**
     * Prepares calls.
     *
     * @param calls under way at a time
     * @param waves how many of them, one after the other, on each connection
     */
    ManyCalls(int port, byte[] request, int calls, int waves) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.request = request;
        this.calls = calls;
        this.waves = waves;
    }

    /** How many calls wait for their answer now. */
    int waiting() {
        return waiting.get();
    }

    /**
     * Makes all calls.
     *
     * @return how long each took, in nanoseconds, the shortest first
     * @throws IOException if any of them is not answered as it should be
     */
    long[] run() throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        int opened = 0;
        try (Selector selector = Selector.open()) {
            while (closed < calls) {
                while (opened < calls && connecting < CONNECTING_AT_ONCE) {
                    open(selector);
                    opened++;
                }
                selector.select(SELECT_MILLIS);
                for (SelectionKey key : selector.selectedKeys()) {
                    ((Call) key.attachment()).proceed(key);
                }
                selector.selectedKeys().clear();
                if (System.nanoTime() > deadline) {
                    throw new IOException(waiting + " calls were not answered");
                }
            }
        }
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    @SuppressWarnings("resource") // Closed when its calls are answered, or with the process.
    private void open(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.connect(server);
        channel.register(selector, SelectionKey.OP_CONNECT, new Call(channel));
        connecting++;
    }

    /** One connection. */
    private final class Call {

        private final SocketChannel channel;
        private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
        private int answered;
        private long sentAt;

        Call(SocketChannel channel) {
            this.channel = channel;
        }

        void proceed(SelectionKey key) throws IOException {
            if (key.isConnectable()) {
                channel.finishConnect();
                connecting--;
                key.interestOps(SelectionKey.OP_READ);
                send();
            } else if (key.isReadable()) {
                read();
            }
        }

        /** A request is small enough for every socket's buffer. */
        private void send() throws IOException {
            sentAt = System.nanoTime();
            waiting.incrementAndGet();
            if (channel.write(ByteBuffer.wrap(request)) < request.length) {
                throw new IOException("A request was not taken at once");
            }
        }

        private void read() throws IOException {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                throw new IOException("The server closed a connection: " + answer.toString(StandardCharsets.UTF_8));
            }
            byte[] bytes = new byte[buffer.position()];
            buffer.flip().get(bytes);
            answer.writeBytes(bytes);
            String text = answer.toString(StandardCharsets.UTF_8);
            if (!isComplete(text)) {
                return;
            }
            if (!text.startsWith("HTTP/1.1 200")
                    || !text.contains("\"result\":")
                    || text.contains("\"isError\":true")) {
                throw new IOException("A wrong answer: " + text);
            }
            nanos.add(System.nanoTime() - sentAt);
            waiting.decrementAndGet();
            answer.reset();
            answered++;
            if (answered < waves) {
                send();
            } else {
                channel.close();
                closed++;
            }
        }

        private boolean isComplete(String text) {
            int body = text.indexOf("\r\n\r\n") + 4;
            if (body < 4) {
                return false;
            }
            String head = text.substring(0, body).toLowerCase(Locale.ROOT);
            int length = head.indexOf("content-length:");
            return length < 0
                    ? text.endsWith("0\r\n\r\n") && text.length() > body
                    : text.length() - body
                            >= Integer.parseInt(head.substring(length + 15, head.indexOf('\r', length))
                                    .strip());
        }
    }
}
