package dev.mcpcodegen.codegen.output;

import java.util.List;

/**
 * What writing a set of files did; paths relative to the root, sorted.
 *
 * @param written new or changed
 * @param unchanged already there with the same bytes, not touched
 * @param deleted written by an earlier run and no longer wanted
 */
public record OutputChanges(List<String> written, List<String> unchanged, List<String> deleted) {

    /** Whether the disk is as it was. */
    public boolean nothing() {
        return written.isEmpty() && deleted.isEmpty();
    }
}
