package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.Part;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The files that a signed link may fetch for a short while. Thread-safe. */
public final class Downloads {

    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private record Download(Part file, Instant expiry) {}

    private final Clock clock;
    private final Map<String, Download> downloads = new ConcurrentHashMap<>();

    Downloads(Clock clock) {
        this.clock = clock;
    }

    /** Offers a file and returns the id that fetches it. */
    String offer(Part file) {
        String signedId = UUID.randomUUID().toString();
        downloads.put(signedId, new Download(file, clock.instant().plus(LIFETIME)));
        return signedId;
    }

    /** Returns a file while its link is good. */
    Optional<Part> fetch(String signedId) {
        return Optional.ofNullable(downloads.get(signedId))
                .filter(download -> clock.instant().isBefore(download.expiry()))
                .map(Download::file);
    }

    void clear() {
        downloads.clear();
    }
}
