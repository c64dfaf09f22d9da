package dev.mcpcodegen.runtime.upstream;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** An answer was given up because it is larger than what is taken. */
final class AnswerTooLargeException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long maxBytes;
    private final transient @Nullable VendorAnswer head;

    AnswerTooLargeException(long maxBytes) {
        this(maxBytes, null);
    }

    /** Tells what came before the bytes that were too many; {@code head} has no body. */
    AnswerTooLargeException(long maxBytes, @Nullable VendorAnswer head) {
        super("more than " + maxBytes + " bytes", null, false, false);
        this.maxBytes = maxBytes;
        this.head = head;
    }

    long maxBytes() {
        return maxBytes;
    }

    /** What the vendor said before; null when it is not known. */
    @Nullable
    VendorAnswer head() {
        return head;
    }
}
