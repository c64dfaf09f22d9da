package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.lock.Change;
import java.util.List;

/**
 * What locking did.
 *
 * @param integrations one for each lock that was written; none when there were errors
 */
public record LockResult(List<Diagnostic> diagnostics, List<LockedIntegration> integrations) {

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /**
     * A lock that was written.
     *
     * @param file as people see it
     * @param wasLocked whether there was a lock before
     * @param changes what the lock says now and did not say before
     */
    public record LockedIntegration(
            String integration, String file, int tools, boolean wasLocked, List<Change> changes) {

        /** One line for the log. */
        public String summary() {
            String what = tools + (tools == 1 ? " tool" : " tools") + " of " + integration;
            if (wasLocked && changes.isEmpty()) {
                return file + " is as it was: " + what + ".";
            }
            return "Locked " + what + " in " + file
                    + (changes.isEmpty()
                            ? "."
                            : ", " + changes.size() + (changes.size() == 1 ? " change:" : " changes:"));
        }
    }
}
