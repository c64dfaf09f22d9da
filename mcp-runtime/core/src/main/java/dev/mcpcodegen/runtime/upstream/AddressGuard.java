package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.threads.DaemonThreads;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Resolves host names and keeps only addresses that a request may reach.
 *
 * <p>The check is made on the very addresses that are connected to, so a name that changes its address between two look-ups gains
 * nothing. Connections are pooled by destination, and the tag is part of the destination: one that was opened to a private address is
 * out of reach for requests without that right.
 */
final class AddressGuard implements SocketAddressResolver, AutoCloseable {

    /** Part of a pooled connection's identity. */
    enum Reach {
        PUBLIC_ONLY,
        ANY
    }

    private static final int MAX_LOOK_UPS = 4;

    // A look-up cannot be interrupted: one that hangs is left behind.
    private static final Duration STOP_PATIENCE = Duration.ofMillis(500);

    // Look-ups block, so they have threads of their own, which go when there is nothing to look up.
    private final DaemonThreads lookUpThreads = new DaemonThreads("mcp-upstream-dns");
    private final ThreadPoolExecutor lookUps;
    private final SocketAddressResolver resolver;

    AddressGuard(Scheduler scheduler, Duration timeout) {
        lookUps = new ThreadPoolExecutor(
                MAX_LOOK_UPS, MAX_LOOK_UPS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), lookUpThreads);
        lookUps.allowCoreThreadTimeOut(true);
        resolver = new SocketAddressResolver.Async(lookUps, scheduler, timeout.toMillis());
    }

    /** For tests: look-ups by {@code resolver}. */
    AddressGuard(SocketAddressResolver resolver) {
        this.lookUps = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        this.resolver = resolver;
    }

    static Reach tag(boolean allowPrivateAddress) {
        return allowPrivateAddress ? Reach.ANY : Reach.PUBLIC_ONLY;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        boolean anyAddress = context.get(Destination.CONTEXT_KEY) instanceof Destination destination
                && destination.getOrigin().getTag() == Reach.ANY;
        resolver.resolve(host, port, context, anyAddress ? promise : publicOnly(promise));
    }

    private static Promise<List<InetSocketAddress>> publicOnly(Promise<List<InetSocketAddress>> promise) {
        return new Promise<>() {
            @Override
            public void succeeded(List<InetSocketAddress> addresses) {
                List<InetSocketAddress> allowed = addresses.stream()
                        .filter(address -> PublicAddresses.contains(address.getAddress()))
                        .toList();
                if (allowed.isEmpty()) {
                    promise.failed(new PrivateAddressException());
                } else {
                    promise.succeeded(allowed);
                }
            }

            @Override
            public void failed(Throwable failure) {
                promise.failed(failure);
            }
        };
    }

    @Override
    public void close() {
        lookUps.shutdownNow();
        lookUpThreads.awaitEnd(STOP_PATIENCE);
    }
}
