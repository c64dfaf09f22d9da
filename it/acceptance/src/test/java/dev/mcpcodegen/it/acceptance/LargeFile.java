package dev.mcpcodegen.it.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** A file on disk, sent and compared without being held in memory. */
final class LargeFile {

    /** What came of fetching a file. */
    record Fetched(int status, HttpHeaders headers, long size, String sha256) {}

    private final Path path;
    private final long size;

    private LargeFile(Path path, long size) {
        this.path = path;
        this.size = size;
    }

    /** Makes a file of noise. */
    static LargeFile of(Path path, int mebibytes) {
        Random random = new Random(mebibytes);
        byte[] block = new byte[1 << 20];
        try (var out = Files.newOutputStream(path)) {
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(block);
                out.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LargeFile(path, (long) mebibytes << 20);
    }

    long size() {
        return size;
    }

    String sha256() {
        try (InputStream in = Files.newInputStream(path)) {
            return digest(in).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the file at a URL. */
    Http.Answer put(String url) {
        try {
            return Http.send(Http.request(url).PUT(BodyPublishers.ofFile(path)).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fetches what is at a URL. */
    static Fetched fetch(String url) {
        HttpRequest request = Http.request(url).build();
        try {
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                Digest digest = digest(body);
                return new Fetched(response.statusCode(), response.headers(), digest.size(), digest.sha256());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Digest(long size, String sha256) {}

    private static Digest digest(InputStream in) throws IOException {
        MessageDigest digest = sha();
        byte[] buffer = new byte[64 << 10];
        long size = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            digest.update(buffer, 0, count);
            size += count;
        }
        return new Digest(size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
