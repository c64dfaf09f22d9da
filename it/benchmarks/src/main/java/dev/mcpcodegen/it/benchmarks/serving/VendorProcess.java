package dev.mcpcodegen.it.benchmarks.serving;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A vendor in a process of its own: answers at once below {@code /fast}, after five seconds below {@code /slow}. */
public final class VendorProcess {

    /** What it answers. */
    static final String ITEM = "{\"id\":\"4711\",\"name\":\"Item\",\"owner\":{\"id\":7,\"name\":\"Ada\"},"
            + "\"tags\":[\"a\",\"b\"],\"fields\":[" + "{\"key\":\"stage\",\"value\":\"won\",\"n\":12345.67},".repeat(20)
            + "null]}";

    private static final int SLOW_MILLIS = 5_000;
    private static final int BACKLOG = 4_096;

    private VendorProcess() {}

    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(JettyContainer.http()));
        connector.setHost("127.0.0.1");
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(TimeUnit.MINUTES.toMillis(5));
        server.addConnector(connector);
        server.setHandler(new ItemHandler());
        server.start();
        ChildProcess.announce(connector.getLocalPort());
    }

    private static final class ItemHandler extends Handler.Abstract.NonBlocking {

        private final ByteBuffer item = ByteBuffer.wrap(ITEM.getBytes(StandardCharsets.UTF_8));
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger mostOpen = new AtomicInteger();

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String path = Request.getPathInContext(request);
            if (path.equals("/stats")) {
                response.write(true, StandardCharsets.UTF_8.encode("mostOpen=" + mostOpen.getAndSet(0)), callback);
                return true;
            }
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, item.remaining());
            if (path.startsWith("/slow/")) {
                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                request.getComponents()
                        .getScheduler()
                        .schedule(
                                () -> {
                                    open.decrementAndGet();
                                    response.write(true, item.slice(), callback);
                                },
                                SLOW_MILLIS,
                                TimeUnit.MILLISECONDS);
            } else {
                response.write(true, item.slice(), callback);
            }
            return true;
        }
    }
}
