package dev.mcpcodegen.codegen.output;

import java.util.List;
import java.util.stream.Stream;

/**
 * What writing a set of files did; paths relative to the root, sorted.
 *
 * @param written new or changed
 * @param unchanged already there with the same bytes, not touched
 * @param deleted written by an earlier run and no longer wanted
 */
public record OutputChanges(List<String> written, List<String> unchanged, List<String> deleted) {

    /** These changes and those of another root. */
    public OutputChanges and(OutputChanges other) {
        return new OutputChanges(
                both(written, other.written), both(unchanged, other.unchanged), both(deleted, other.deleted));
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).sorted().toList();
    }

    /** Whether the disk is as it was. */
    public boolean nothing() {
        return written.isEmpty() && deleted.isEmpty();
    }
}
