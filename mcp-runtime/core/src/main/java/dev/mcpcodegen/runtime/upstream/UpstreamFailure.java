package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.ToolError;
import java.io.Serial;

/** A call cannot go on. The message is the whole sentence for the model and holds no secret. */
final class UpstreamFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ToolError error;

    UpstreamFailure(ToolError error, String message) {
        super(message, null, false, false);
        this.error = error;
    }

    /** The vendor's answer is of no use. */
    static UpstreamFailure badResponse(UpstreamCall call, int status, String sentence) {
        ToolError error = new ToolError(ToolError.Kind.BAD_RESPONSE, "upstream", status, null, null, null);
        return new UpstreamFailure(error, sentence + CallFailures.caution(call));
    }

    /** The call is refused on this side of the vendor. */
    static UpstreamFailure gateway(ToolError.Kind kind, String sentence) {
        return new UpstreamFailure(ToolError.gateway(kind), sentence);
    }

    ToolError error() {
        return error;
    }
}
