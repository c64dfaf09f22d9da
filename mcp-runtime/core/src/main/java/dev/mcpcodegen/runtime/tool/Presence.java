package dev.mcpcodegen.runtime.tool;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that a caller may leave out, send as null, or send. Used where a vendor tells absent from null, such as an update that
 * clears a field.
 *
 * @param <T> the value's type
 * @param isPresent whether the caller sent the property at all
 * @param value what was sent; null when absent or sent as null
 */
public record Presence<T>(
        @JsonIgnore boolean isPresent, @Nullable T value) {

    private static final Presence<?> ABSENT = new Presence<>(false, null);

    /** The property was left out. */
    @SuppressWarnings("unchecked") // holds no value
    public static <T> Presence<T> absent() {
        return (Presence<T>) ABSENT;
    }

    /** The property was sent, possibly as null. */
    public static <T> Presence<T> of(@Nullable T value) {
        return new Presence<>(true, value);
    }

    /** Returns the value, which must have been sent and not be null. */
    public T orElseThrow() {
        return Objects.requireNonNull(value, "absent or null");
    }
}
