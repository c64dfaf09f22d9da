package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.RateLimitHeaders.ResetUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a point in time in any of the forms that vendors use, as whole seconds from {@code now}, rounded up. Pure.
 *
 * @param now the response's own time
 */
record ResetTime(Instant now) {

    // No window is longer than a leap year: between that and the first plausible epoch lies nonsense.
    private static final long MAX_SECONDS = 31_622_400;
    private static final BigDecimal EPOCH_SECONDS = new BigDecimal(1_000_000_000L);
    private static final BigDecimal EPOCH_MILLIS = new BigDecimal(1_000_000_000_000L);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,16}(?:\\.\\d{1,9})?");
    private static final Pattern DURATION = Pattern.compile("(?:\\d{1,9}(?:\\.\\d{1,9})?(?:ms|s|m|h|d))+");
    private static final Pattern DURATION_PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");
    private static final Pattern ZONE_NAME = Pattern.compile(" \\([^)]*\\)$");
    private static final int MAX_LENGTH = 100;

    private static final DateTimeFormatter RFC_850 = new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.ENGLISH);
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[ 'UTC']", Locale.ENGLISH),
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            RFC_850,
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM dd yyyy HH:mm:ss 'GMT'[Z]", Locale.ENGLISH));

    /** Reads a value whose unit shows in its form; null when it makes no sense. */
    @Nullable
    Long seconds(String value) {
        if (value.length() > MAX_LENGTH) {
            return null;
        }
        String text = first(value);
        if (NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            if (number.compareTo(EPOCH_MILLIS) >= 0) {
                return until(epochMillis(number));
            }
            return number.compareTo(EPOCH_SECONDS) >= 0
                    ? until(epochMillis(number.movePointRight(3)))
                    : bounded(number);
        }
        return DURATION.matcher(text).matches() ? bounded(duration(text)) : until(date(value));
    }

    /** Reads a value whose unit is known; null when it makes no sense. */
    @Nullable
    Long seconds(String value, ResetUnit unit) {
        String text = first(value);
        if (!NUMBER.matcher(text).matches()) {
            return seconds(value);
        }
        BigDecimal number = new BigDecimal(text);
        return switch (unit) {
            case SECONDS -> bounded(number);
            case EPOCH_SECONDS -> until(epochMillis(number.movePointRight(3)));
            case EPOCH_MILLIS -> until(epochMillis(number));
            case DATE -> seconds(value);
        };
    }

    /** Reads a date in any of the forms of RFC 9110 section 5.6.7, RFC 3339 or JavaScript; null when it is none. */
    static @Nullable Instant date(@Nullable String value) {
        if (value == null || value.length() > MAX_LENGTH) {
            return null;
        }
        String text = ZONE_NAME.matcher(value.strip()).replaceFirst("");
        for (DateTimeFormatter format : DATES) {
            try {
                TemporalAccessor parsed = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                return parsed instanceof OffsetDateTime offset
                        ? offset.toInstant()
                        : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                // Another form, then.
            }
        }
        return null;
    }

    /** Some servers send the header twice, which arrives as a list. A date holds a comma of its own, so it is not cut. */
    private static String first(String value) {
        int comma = value.indexOf(',');
        return (comma < 0 ? value : value.substring(0, comma)).strip();
    }

    private static @Nullable Instant epochMillis(BigDecimal millis) {
        return millis.precision() - millis.scale() > 15
                ? null
                : Instant.ofEpochMilli(millis.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    private static BigDecimal duration(String text) {
        BigDecimal seconds = BigDecimal.ZERO;
        Matcher part = DURATION_PART.matcher(text);
        while (part.find()) {
            BigDecimal unit = switch (part.group(2)) {
                case "ms" -> new BigDecimal("0.001");
                case "m" -> new BigDecimal(60);
                case "h" -> new BigDecimal(3_600);
                case "d" -> new BigDecimal(86_400);
                default -> BigDecimal.ONE;
            };
            seconds = seconds.add(new BigDecimal(part.group(1)).multiply(unit));
        }
        return seconds;
    }

    private @Nullable Long until(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        long millis = Math.max(0, Duration.between(now, instant).toMillis());
        return bounded(BigDecimal.valueOf(millis, 3));
    }

    static @Nullable Long bounded(long seconds) {
        return bounded(BigDecimal.valueOf(seconds));
    }

    private static @Nullable Long bounded(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.CEILING);
        return whole.compareTo(BigDecimal.valueOf(MAX_SECONDS)) > 0 ? null : Long.valueOf(whole.longValueExact());
    }
}
