package dev.mcpcodegen.it.sandbox.affinity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;

/** Date-times as the vendor writes them: ISO 8601 with milliseconds and the offset of Pacific time. */
final class Moments {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private Moments() {}

    static String text(Instant moment) {
        return moment.atZone(PACIFIC).format(FORMAT);
    }

    /** Returns the moment of a checked date-time; a date alone is its midnight in UTC. */
    static Instant parse(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant();
    }

    static Instant of(JsonNode stored, String property) {
        return parse(stored.path(property).asString(""));
    }

    /** Returns midnight in Pacific time of the date that the text begins with: all that a date field keeps. */
    static String midnight(String text) {
        return text(LocalDate.parse(text.substring(0, 10)).atStartOfDay(PACIFIC).toInstant());
    }
}
