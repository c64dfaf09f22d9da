package dev.mcpcodegen.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool's operation holds that the tool does not show, for the report.
 *
 * @param operationId the vendor's id; null when there is none
 * @param leftOut parameters and properties of the body that are no arguments
 */
public record ToolOrigin(@Nullable String operationId, List<LeftOut> leftOut) {

    /** Nothing is known. */
    public static final ToolOrigin UNKNOWN = new ToolOrigin(null, List.of());

    /**
     * A parameter or property that is no argument.
     *
     * @param wireName its name in the request
     */
    public record LeftOut(String wireName, ArgumentModel.Location location, Cause cause) {}

    /** Why something is no argument. */
    public enum Cause {
        /** Only the vendor sets it. */
        READ_ONLY,
        /** The runtime pages with it. */
        PAGING,
        /** It always has the same value. */
        CONSTANT,
        /** The overlay says so, or it carries a credential. */
        HIDDEN,
        /** HTTP or the runtime sets this header. */
        HEADER_OF_HTTP
    }
}
