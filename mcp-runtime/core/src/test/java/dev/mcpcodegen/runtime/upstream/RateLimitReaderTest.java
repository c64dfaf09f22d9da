package dev.mcpcodegen.runtime.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.RateLimit;
import dev.mcpcodegen.runtime.tool.RateLimitHeaders;
import dev.mcpcodegen.runtime.tool.RateLimitHeaders.ResetUnit;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@NullUnmarked
class RateLimitReaderTest {

    /** 2026-11-21T01:00:00Z, a Saturday. */
    private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");

    private static final String DATE = "Date: Sat, 21 Nov 2026 01:00:00 GMT";

    private static @Nullable RateLimit read(
            int status, @Nullable RateLimitHeaders names, Instant received, String... headers) {
        List<NameValue> fields = Stream.of(headers)
                .filter(header -> !header.isBlank())
                .map(header -> {
                    int colon = header.indexOf(':');
                    return new NameValue(
                            header.substring(0, colon).strip(),
                            header.substring(colon + 1).strip());
                })
                .toList();
        return RateLimitReader.read(
                new VendorAnswer(status, new ResponseHeaders(fields), new byte[0], received), names);
    }

    /** As {@code limit/remaining/reset/retry-after}; "-" for what is not known, "none" when nothing is. */
    private static String show(@Nullable RateLimit limit) {
        return limit == null
                ? "none"
                : show(limit.limit()) + "/" + show(limit.remaining()) + "/" + show(limit.resetSeconds()) + "/"
                        + show(limit.retryAfterSeconds());
    }

    private static String show(@Nullable Long number) {
        return number == null ? "-" : number.toString();
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // structured fields
                "200 | RateLimit: \"default\";r=50;t=30 ~ RateLimit-Policy: \"default\";q=100;w=60 | 100/50/30/-",
                "200 | RateLimit: \"a\";r=50;t=30, \"b\";r=0;t=9 ~ RateLimit-Policy: \"a\";q=100;w=60, \"b\";q=10;w=9 | 10/0/9/-",
                "200 | RateLimit: burst;r=5 | -/5/-/-",
                "200 | RateLimit: limit=100, remaining=7, reset=30 | 100/7/30/-",
                "200 | RateLimit: \"broken;r=50;t=30 | none",
                "200 | RateLimit: \"a\";r=-1;t=30 | none",
                // the expired triple
                "200 | RateLimit-Limit: 100 ~ RateLimit-Remaining: 40 ~ RateLimit-Reset: 12 | 100/40/12/-",
                "200 | RateLimit-Limit: 100, 100;w=60 ~ RateLimit-Remaining: 40 ~ RateLimit-Reset: 12 | 100/40/12/-",
                "200 | RateLimit-Limit: 10 ~ RateLimit-Remaining: 4 ~ RateLimit-Reset: 1795222830 | 10/4/30/-",
                // GitHub: epoch seconds; the limit may be hit with 403
                "403 | x-ratelimit-limit: 60 ~ x-ratelimit-remaining: 0 ~ x-ratelimit-used: 60 ~ x-ratelimit-resource: core ~ x-ratelimit-reset: 1795222860 | 60/0/60/-",
                "403 | x-ratelimit-limit: 5000 ~ x-ratelimit-remaining: 4999 ~ x-ratelimit-reset: 1795222860 ~ retry-after: 60 | 5000/4999/60/60",
                // Attio: a date and nothing else
                "429 | Retry-After: Sat, 21 Nov 2026 01:00:05 GMT | -/0/5/5",
                "429 | `` | -/0/-/-",
                "200 | `` | none",
                // Affinity: two windows
                "200 | X-Ratelimit-Limit-User: 900 ~ X-Ratelimit-Limit-User-Remaining: 899 ~ X-Ratelimit-Limit-User-Reset: 60 ~ X-Ratelimit-Limit-Org: 40000 ~ X-Ratelimit-Limit-Org-Remaining: 4000 ~ X-Ratelimit-Limit-Org-Reset: 86400 | 40000/4000/86400/-",
                // HubSpot, HighLevel, Brevo, Kong, OpenAI
                "200 | X-HubSpot-RateLimit-Daily: 500000 ~ X-HubSpot-RateLimit-Daily-Remaining: 400000 ~ X-HubSpot-RateLimit-Secondly: 19 ~ X-HubSpot-RateLimit-Secondly-Remaining: 1 | 19/1/-/-",
                "200 | X-RateLimit-Max: 100 ~ X-RateLimit-Remaining: 99 ~ X-RateLimit-Interval-Milliseconds: 10000 ~ X-RateLimit-Limit-Daily: 200 ~ X-RateLimit-Daily-Remaining: 20 | 200/20/-/-",
                "200 | x-sib-ratelimit-limit: 400 ~ x-sib-ratelimit-remaining: 3 ~ x-sib-ratelimit-reset: 1.2 | 400/3/2/-",
                "200 | X-RateLimit-Limit-Minute: 60 ~ X-RateLimit-Remaining-Minute: 59 ~ RateLimit-Limit: 60 ~ RateLimit-Remaining: 59 ~ RateLimit-Reset: 33 | 60/59/33/-",
                "200 | x-ratelimit-limit-requests: 60 ~ x-ratelimit-remaining-requests: 6 ~ x-ratelimit-reset-requests: 6m0.5s | 60/6/361/-",
                // other forms of time
                "200 | X-Rate-Limit-Limit: 9 ~ X-Rate-Limit-Remaining: 1 ~ X-Rate-Limit-Reset: 2026-11-21T01:00:10.5Z | 9/1/11/-",
                "200 | X-RateLimit-Limit: 9 ~ X-RateLimit-Remaining: 1 ~ X-RateLimit-Reset: Sat Nov 21 2026 01:01:00 GMT+0000 (Coordinated Universal Time) | 9/1/60/-",
                "200 | X-RateLimit-Limit: 9 ~ X-RateLimit-Remaining: 1 ~ X-RateLimit-Reset: Sat Nov 21 2026 02:01:00 GMT+0100 (CET) | 9/1/60/-",
                "200 | X-RateLimit-Limit: 9 ~ X-RateLimit-Remaining: 1 ~ X-RateLimit-Reset: Saturday, 21-Nov-26 01:01:00 GMT | 9/1/60/-",
                "200 | X-RateLimit-Limit: 9 ~ X-RateLimit-Remaining: 1 ~ X-RateLimit-Reset: Sat Nov 21 01:01:00 2026 | 9/1/60/-",
                "200 | X-RateLimit-Limit: 9 ~ X-RateLimit-Remaining: 1 ~ X-RateLimit-Reset: 2026-11-21 01:01:00 | 9/1/60/-",
                "200 | X-RateLimit-Limit: 9 ~ X-RateLimit-Remaining: 1 ~ X-RateLimit-Reset: 1795222860000 | 9/1/60/-",
                "200 | X-RateLimit-Limit: 9 ~ X-RateLimit-Remaining: 1 ~ X-RateLimit-Reset: 1795222700 | 9/1/0/-",
                // Retry-After
                "429 | RateLimit-Limit: 9 ~ RateLimit-Remaining: 0 ~ RateLimit-Reset: 5 ~ Retry-After: 30 | 9/0/30/30",
                "429 | RateLimit-Limit: 9 ~ RateLimit-Remaining: 0 ~ RateLimit-Reset: 50 ~ Retry-After: 30 | 9/0/50/30",
                "429 | X-RateLimit-Retry-After: 12 | -/0/12/12",
                "429 | Retry-After-Ms: 1500 | -/0/2/2",
                "503 | Retry-After: 120 | -/-/-/120",
                // nonsense
                "200 | X-RateLimit-Limit: -5 ~ X-RateLimit-Remaining: 1000000000000000000 ~ X-RateLimit-Reset: soon | none",
                "200 | X-RateLimit-Limit: 9 ~ X-RateLimit-Remaining: 1 ~ X-RateLimit-Reset: 99999999 | 9/1/-/-",
                "200 | X-RateLimit-Limit: unlimited ~ X-RateLimit-Remaining: 8 | -/8/-/-",
                "429 | Retry-After: 2099-01-01T00:00:00Z | -/0/-/-",
                "200 | Content-Length: 5 ~ X-Limit: 9 | none"
            })
    void readsTheDialectsOfVendors(int status, @Nullable String headers, String expected) {
        String[] fields = headers == null ? new String[0] : headers.split(" ~ ");
        String[] withDate = Stream.concat(Stream.of(DATE), Stream.of(fields)).toArray(String[]::new);
        assertThat(show(read(status, null, NOW, withDate))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void readsWhatVendorsSend(String vendor, int status, String[] headers, String expected) {
        assertThat(show(read(status, null, NOW, headers))).isEqualTo(expected);
        // Without a date of the vendor's, by our own clock; with one, whatever our clock says.
        for (int days : new int[] {-1, 1}) {
            String[] dated = Stream.concat(Stream.of(DATE), Stream.of(headers)).toArray(String[]::new);
            assertThat(show(read(status, null, NOW.plus(Duration.ofDays(days)), dated)))
                    .isEqualTo(expected);
        }
    }

    /** From a table of names, sources and headers as their documentation shows them. */
    static List<Arguments> readsWhatVendorsSend() throws IOException {
        try (InputStream table = RateLimitReaderTest.class.getResourceAsStream("rate-limits-of-vendors.tsv")) {
            List<Arguments> vendors = new String(table.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(row -> Arguments.of(row[0], Integer.parseInt(row[2]), row[3].split(" ~ "), row[4]))
                    .toList();
            assertThat(vendors).hasSizeGreaterThan(60);
            return vendors;
        }
    }

    @Test
    void isNeverMorePermissiveThanWhatCameAndNeverMoreSoWhenLessIsLeft() {
        Random random = new Random(7);
        for (int run = 0; run < 2_000; run++) {
            int[] limits = {1 + random.nextInt(1_000), 1 + random.nextInt(1_000)};
            int[] left = {random.nextInt(limits[0] + 1), random.nextInt(limits[1] + 1)};
            int[] resets = {random.nextInt(5_000), random.nextInt(5_000)};
            int retryAfter = random.nextInt(5_000);
            int status = random.nextBoolean() ? 429 : 200;
            RateLimit one = two(status, limits, left, resets, retryAfter);
            double share = Math.min((double) left[0] / limits[0], (double) left[1] / limits[1]);
            assertThat((double) one.remaining() / one.limit()).isEqualTo(share);
            assertThat(one.retryAfterSeconds()).isEqualTo(retryAfter);
            if (status == 429) {
                assertThat(one.resetSeconds()).isGreaterThanOrEqualTo(retryAfter);
            }
            int less = random.nextInt(2);
            left[less] = left[less] == 0 ? 0 : random.nextInt(left[less]);
            RateLimit other = two(status, limits, left, resets, retryAfter);
            assertThat((double) other.remaining() / other.limit()).isLessThanOrEqualTo(share);
        }
    }

    private static RateLimit two(int status, int[] limits, int[] left, int[] resets, int retryAfter) {
        List<String> headers = new ArrayList<>(List.of("Retry-After: " + retryAfter));
        for (int i = 0; i < 2; i++) {
            headers.add("X-RateLimit-Limit-W" + i + ": " + limits[i]);
            headers.add("X-RateLimit-Remaining-W" + i + ": " + left[i]);
            headers.add("X-RateLimit-Reset-W" + i + ": " + resets[i]);
        }
        return read(status, null, NOW, headers.toArray(String[]::new));
    }

    @Test
    void choosesTheLongestWaitAmongExhaustedWindows() {
        RateLimit limit = read(
                429,
                null,
                NOW,
                "X-RateLimit-Limit-A: 10",
                "X-RateLimit-Remaining-A: 0",
                "X-RateLimit-Reset-A: 5",
                "X-RateLimit-Limit-B: 10",
                "X-RateLimit-Remaining-B: 0",
                "X-RateLimit-Reset-B: 500");
        assertThat(show(limit)).isEqualTo("10/0/500/-");
        assertThat(limit.policies()).extracting(RateLimit.Policy::name).containsExactly("a", "b");
    }

    @Test
    void believesTheVendorsOwnNamesAndUnits() {
        RateLimitHeaders names = new RateLimitHeaders("X-Quota", "X-Quota-Left", "X-Quota-End", ResetUnit.EPOCH_MILLIS);
        assertThat(show(read(200, names, NOW, DATE, "x-quota: 9", "x-quota-left: 2", "X-Quota-End: 1795222801500")))
                .isEqualTo("9/2/2/-");
        RateLimitHeaders seconds = new RateLimitHeaders("l", "r", "x-ratelimit-reset", ResetUnit.SECONDS);
        assertThat(show(read(200, seconds, NOW, DATE, "l: 9", "r: 2", "X-RateLimit-Reset: 1795222860")))
                .isEqualTo("9/2/-/-");
        RateLimitHeaders epoch = new RateLimitHeaders("l", "r", "e", ResetUnit.EPOCH_SECONDS);
        assertThat(show(read(200, epoch, NOW, DATE, "l: 9", "r: 2", "e: 1795222860")))
                .isEqualTo("9/2/60/-");
        RateLimitHeaders date = new RateLimitHeaders("l", "r", "e", ResetUnit.DATE);
        assertThat(show(read(200, date, NOW, DATE, "l: 9", "r: 2", "e: Sat, 21 Nov 2026 01:00:05 GMT")))
                .isEqualTo("9/2/5/-");
    }

    @Test
    void countsFromTheVendorsClockHoweverWrongOursIs() {
        for (int days : new int[] {-1, 0, 1}) {
            Instant skewed = NOW.plusSeconds(days * 86_400L);
            assertThat(show(read(429, null, skewed, DATE, "Retry-After: Sat, 21 Nov 2026 01:00:05 GMT")))
                    .isEqualTo("-/0/5/5");
        }
        assertThat(show(read(429, null, NOW, "Retry-After: Sat, 21 Nov 2026 01:00:05 GMT")))
                .isEqualTo("-/0/5/5");
    }

    @Test
    void T_E09_givesBoundedNumbersOrNothingWhateverComes() {
        String[] names = {
            "RateLimit",
            "RateLimit-Policy",
            "RateLimit-Limit",
            "RateLimit-Remaining",
            "RateLimit-Reset",
            "X-RateLimit-Limit-User",
            "X-Rate-Limit-Reset",
            "x-ratelimit-remaining-",
            "Retry-After",
            "Date",
            "retry-after-ms"
        };
        String alphabet = "0123456789-+.,;=\" rtqwmshde:TZ\u0000é%";
        Random random = new Random(20261121);
        for (int run = 0; run < 10_000; run++) {
            List<String> headers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                StringBuilder value = new StringBuilder();
                int length = random.nextInt(24);
                for (int j = 0; j < length; j++) {
                    value.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                headers.add(names[random.nextInt(names.length)] + ":" + value);
            }
            RateLimit limit = read(429, null, NOW, headers.toArray(String[]::new));
            if (!show(limit).matches("(\\d{1,10}|-)(/(\\d{1,10}|-)){3}")) {
                fail(headers + " gave " + show(limit));
            }
        }
    }

    @Test
    void T_E09_readsLongHostileValuesQuickly() {
        String blanks = ";  ".repeat(20_000);
        long start = System.nanoTime();
        read(
                429,
                null,
                NOW,
                "RateLimit: \"a\"" + blanks + "x",
                "X-RateLimit-Reset: " + "1s".repeat(30_000),
                "RateLimit-Policy: a" + blanks.substring(0, 1_900) + "\"");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
}
