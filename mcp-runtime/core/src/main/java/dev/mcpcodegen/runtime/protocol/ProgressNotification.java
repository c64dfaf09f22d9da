package dev.mcpcodegen.runtime.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes {@code notifications/progress} (MCP, "Progress"). */
public final class ProgressNotification {

    /** Up to here a double holds every integer. */
    private static final double EXACT = 9_007_199_254_740_992.0;

    private ProgressNotification() {}

    /**
     * Returns the notification as a JSON object.
     *
     * @param token the JSON text of the token, as the client wrote it
     */
    public static byte[] write(String token, double progress, @Nullable Double total, @Nullable String message) {
        return JsonText.write(generator -> {
            generator.writeStartObject();
            generator.writeStringProperty("jsonrpc", "2.0");
            generator.writeStringProperty("method", "notifications/progress");
            generator.writeObjectPropertyStart("params");
            generator.writeName("progressToken");
            generator.writeRawValue(token);
            writeNumber(generator, "progress", progress);
            if (total != null && Double.isFinite(total)) {
                writeNumber(generator, "total", total);
            }
            if (message != null) {
                generator.writeStringProperty("message", message);
            }
            generator.writeEndObject();
            generator.writeEndObject();
        });
    }

    private static void writeNumber(JsonGenerator generator, String name, double value) {
        if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
            generator.writeNumberProperty(name, (long) value);
        } else {
            generator.writeNumberProperty(name, value);
        }
    }
}
