package dev.mcpcodegen.runtime.upstream;

import java.io.Serial;

/** There is no memory left for what a vendor sends. */
final class OverBudgetException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    OverBudgetException() {
        super("The budget for buffered bytes is used up", null, false, false);
    }
}
