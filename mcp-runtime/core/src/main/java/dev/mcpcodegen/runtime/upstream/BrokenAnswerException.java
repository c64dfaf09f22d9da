package dev.mcpcodegen.runtime.upstream;

import java.io.Serial;

/** An answer began and did not end as HTTP says it must. */
final class BrokenAnswerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BrokenAnswerException(Throwable cause) {
        super(cause);
    }
}
