package dev.mcpcodegen.runtime.tool;

import org.jspecify.annotations.Nullable;

/** Hears how far a call is. Port; thread-safe. */
@FunctionalInterface
public interface ProgressListener {

    /** Nobody wants to know. */
    ProgressListener NONE = (progress, total, message) -> {};

    /**
     * Tells how far the call is.
     *
     * @param total what {@code progress} will be at the end; null when not known
     * @param message what is going on, for a person
     */
    void progressed(double progress, @Nullable Double total, @Nullable String message);
}
