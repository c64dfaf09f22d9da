package dev.mcpcodegen.it.sandbox.affinity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts calls against the documented allowances and says so in headers. It never refuses: a test that wants a refusal
 * asks for a fault, and load tests may call as often as they like.
 */
final class RateLimit {

    private static final int PER_MINUTE = 900;
    private static final int PER_MONTH = 100_000;

    private final Clock clock;
    private Instant minuteStart;
    private int usedInMinute;
    private int usedInMonth;

    RateLimit(Clock clock) {
        this.clock = clock;
        this.minuteStart = clock.instant();
    }

    /** Counts a call; some calls are exempt from the monthly allowance. */
    void count(boolean countsForMonth) {
        if (!clock.instant().isBefore(minuteStart.plusSeconds(60))) {
            minuteStart = clock.instant();
            usedInMinute = 0;
        }
        usedInMinute++;
        usedInMonth += countsForMonth ? 1 : 0;
    }

    /** Returns the headers of an answer; resets are in seconds. */
    Map<String, String> headers() {
        return headers(Math.max(0, PER_MINUTE - usedInMinute));
    }

    /** Returns the headers of a refusal: nothing is left in this minute. */
    Map<String, String> exhausted() {
        return headers(0);
    }

    private Map<String, String> headers(int remainingInMinute) {
        Instant now = clock.instant();
        LocalDate nextMonth =
                LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1).plusMonths(1);
        Instant monthEnd = nextMonth.atStartOfDay().toInstant(ZoneOffset.UTC);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-ratelimit-limit-user", String.valueOf(PER_MINUTE));
        headers.put("x-ratelimit-limit-user-remaining", String.valueOf(remainingInMinute));
        headers.put("x-ratelimit-limit-user-reset", seconds(now, minuteStart.plusSeconds(60)));
        headers.put("x-ratelimit-limit-org", String.valueOf(PER_MONTH));
        headers.put("x-ratelimit-limit-org-remaining", String.valueOf(Math.max(0, PER_MONTH - usedInMonth)));
        headers.put("x-ratelimit-limit-org-reset", seconds(now, monthEnd));
        return headers;
    }

    private static String seconds(Instant from, Instant to) {
        return String.valueOf(Math.max(1, Duration.between(from, to).toSeconds()));
    }
}
