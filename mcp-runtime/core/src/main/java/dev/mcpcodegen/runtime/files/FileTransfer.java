package dev.mcpcodegen.runtime.files;

import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How files travel with one call to a vendor, other than within it.
 *
 * @param upload takes the place of the file in the request that has no content; null when there is none
 * @param download where the answer's bytes go; null when they are read into the result
 * @param linked makes the result of a file that is too large for one; null when nobody could fetch it
 */
public record FileTransfer(
        @Nullable FileSource upload,
        @Nullable FileSink download,
        @Nullable Function<FileHead, ToolResult> linked) {

    /** Within the call only. */
    public static final FileTransfer NONE = new FileTransfer(null, null, null);
}
