package dev.mcpcodegen.it.sandbox.octapipe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts calls against an allowance a minute and says so in headers. It never refuses: a test that wants a refusal asks for a fault.
 *
 * <p>Neither the number nor the headers are documented: they are what APIs of this make send.
 */
final class Allowance {

    private static final int PER_MINUTE = 600;

    private final Clock clock;
    private Instant start;
    private int used;

    Allowance(Clock clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    void count() {
        if (!clock.instant().isBefore(end())) {
            start = clock.instant();
            used = 0;
        }
        used++;
    }

    Map<String, String> headers() {
        return headers(Math.max(0, PER_MINUTE - used));
    }

    /** Returns the headers of a refusal: nothing is left, and when there will be. */
    Map<String, String> exhausted() {
        long seconds = Math.max(1, Duration.between(clock.instant(), end()).toSeconds());
        Map<String, String> headers = headers(0);
        headers.put("Retry-After", String.valueOf(seconds));
        headers.put("X-RateLimit-Reset", String.valueOf(end().getEpochSecond()));
        return headers;
    }

    private static Map<String, String> headers(int remaining) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Limit", String.valueOf(PER_MINUTE));
        headers.put("X-RateLimit-Remaining", String.valueOf(remaining));
        return headers;
    }

    private Instant end() {
        return start.plusSeconds(60);
    }
}
