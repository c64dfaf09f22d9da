package dev.mcpcodegen.runtime.arguments;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The formats that are held against a value; all others only describe. Lenient where vendors are: a date-time may be a plain date,
 * lack its offset or have a space for the {@code T}, and goes to the vendor as it was sent.
 */
final class Formats {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** RFC 3339, section 5.6, asks for four digits of the year; java.time would take more. */
    private static final Pattern DATE_BEGINS = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9].*)?");

    private static final int MAX_LENGTH = 64;

    static final List<Format> ASSERTED = List.of(
            new Asserted("date", Formats::isDate),
            new Asserted("date-time", text -> isDate(text) || isDateTime(text)),
            new Asserted("uuid", text -> UUID.matcher(text).matches()));

    private Formats() {}

    /** Says what a value of an asserted format looks like. */
    static String inWords(String format) {
        return switch (format) {
            case "date" -> "a date such as 2026-01-31";
            case "date-time" -> "a date and time such as 2026-01-31T09:30:00Z, or a date such as 2026-01-31";
            case "uuid" -> "a UUID such as 123e4567-e89b-12d3-a456-426614174000";
            default -> "of the format " + format;
        };
    }

    private static boolean isDate(String text) {
        return parses(text, LocalDate::parse);
    }

    private static boolean isDateTime(String text) {
        String normal = text.replace(' ', 'T');
        return parses(normal, OffsetDateTime::parse) || parses(normal, LocalDateTime::parse);
    }

    private static boolean parses(String text, Function<String, ?> parser) {
        if (text.length() > MAX_LENGTH || !DATE_BEGINS.matcher(text).matches()) {
            return false;
        }
        try {
            return parser.apply(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private record Asserted(String name, Predicate<String> test) implements Format {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return test.test(value);
        }
    }
}
