package dev.mcpcodegen.codegen.spec.bundle;

import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Documents that are fetched: by HTTPS, from hosts that the user allows by name and whose addresses are public, without redirects, in
 * 10 seconds and 10 MB. Each stands for a path that no file has, so that a reference in it finds its neighbours.
 */
public final class RemoteFiles {

    private static final int TIMEOUT_SECONDS = 10;
    private static final int MAX_BYTES = 10 * 1024 * 1024;

    private final Set<String> allowedHosts;
    private final Predicate<InetAddress> allowedAddress;
    private final Supplier<HttpClient.Builder> client;
    private final Map<Path, URI> known = new HashMap<>();

    /** Fetches from some hosts; from none when there are none. */
    public RemoteFiles(Set<String> allowedHosts) {
        this(allowedHosts, PublicAddress::is, HttpClient::newBuilder);
    }

    RemoteFiles(Set<String> allowedHosts, Predicate<InetAddress> allowedAddress, Supplier<HttpClient.Builder> client) {
        this.allowedHosts = allowedHosts;
        this.allowedAddress = allowedAddress;
        this.client = client;
    }

    /** URI of a document that is no file; null for a file. */
    @Nullable
    URI uri(Path path) {
        return known.get(path);
    }

    /** Path that stands for what a reference's path names, seen from a file or another remote document; empty when it may not. */
    Optional<Path> path(Path root, Path from, String written) {
        try {
            URI base = known.get(from);
            URI named = URI.create(written.replace(" ", "%20"));
            URI uri = (base == null ? named : base.resolve(named)).normalize();
            if (!"https".equalsIgnoreCase(uri.getScheme())
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || !allowedHosts.contains(uri.getAuthority().toLowerCase(Locale.ROOT))) {
                return Optional.empty();
            }
            Path path = root.resolve("https:").resolve(Integer.toHexString(uri.hashCode()) + known.size());
            for (Map.Entry<Path, URI> same : known.entrySet()) {
                path = same.getValue().equals(uri) ? same.getKey() : path;
            }
            known.put(path, uri);
            return Optional.of(path);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Content of a document; empty, and told, when it cannot be had. */
    Optional<byte[]> fetch(URI uri, DiagnosticScope scope) {
        try {
            // The JVM remembers addresses for longer than this takes, so those looked at here are those connected to.
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                if (!allowedAddress.test(address)) {
                    scope.warning(
                            "\"" + uri.getHost() + "\" is a private address; nothing is fetched from it.",
                            "Put a copy of the document into the folder and refer to that.");
                    return Optional.empty();
                }
            }
            return Optional.of(get(uri));
        } catch (IOException | ExecutionException | TimeoutException e) {
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            tell(scope, uri, cause.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tell(scope, uri, "interrupted");
        }
        return Optional.empty();
    }

    private static void tell(DiagnosticScope scope, URI uri, String why) {
        scope.warning(
                "\"" + uri + "\" cannot be fetched: " + why + ".",
                "Put a copy of the document into the folder and refer to that.");
    }

    private byte[] get(URI uri) throws IOException, ExecutionException, TimeoutException, InterruptedException {
        Duration timeout = Duration.ofSeconds(TIMEOUT_SECONDS);
        HttpClient http = client.get()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(timeout).build();
        return http.sendAsync(request, BodyHandlers.ofInputStream())
                .thenApplyAsync(RemoteFiles::body)
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private static byte[] body(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("larger than " + MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
