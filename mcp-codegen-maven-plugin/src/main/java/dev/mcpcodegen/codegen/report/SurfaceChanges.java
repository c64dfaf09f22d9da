package dev.mcpcodegen.codegen.report;

import dev.mcpcodegen.codegen.lock.Change;
import java.util.List;

/**
 * What changed in the tools of one integration.
 *
 * @param from what it is compared with, as people see it
 * @param to where it changed, as people see it
 */
public record SurfaceChanges(String integration, String from, String to, List<Change> changes) {

    /** How many of the changes may make a client fail. */
    public long breaking() {
        return changes.stream().filter(Change::isBreaking).count();
    }

    List<Change> breakingOnes() {
        return changes.stream().filter(Change::isBreaking).toList();
    }

    List<Change> others() {
        return changes.stream().filter(change -> !change.isBreaking()).toList();
    }
}
