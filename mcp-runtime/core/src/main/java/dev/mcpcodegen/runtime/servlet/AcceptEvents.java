package dev.mcpcodegen.runtime.servlet;

import java.util.List;
import java.util.Locale;

/** Reads {@code Accept} (RFC 9110, section 12.5.1) for the one form that has to be asked for. Pure. */
final class AcceptEvents {

    private AcceptEvents() {}

    /** Whether an answer may be a stream of events: it is named, and not with a weight of nothing. A wildcard is not taken for it. */
    static boolean allowsStream(List<String> values) {
        for (String value : values) {
            for (String item : value.split(",", -1)) {
                String[] parts = item.toLowerCase(Locale.ROOT).split(";", -1);
                if (parts[0].strip().equals("text/event-stream")) {
                    return parts.length == 1 || !AcceptEncoding.isZero(parts[parts.length - 1].strip());
                }
            }
        }
        return false;
    }
}
