package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.Upstream429;
import dev.mcpcodegen.runtime.tool.RateLimit;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the HTTP answer to a call says about the vendor's rate limit. Pure. */
final class VendorLimits {

    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;

    private VendorLimits() {}

    /** Returns the HTTP status of the answer. */
    static int status(Grant grant, ToolResult result) {
        return grant.upstream429() == Upstream429.HTTP_429 && isVendorLimit(result.error()) ? TOO_MANY_REQUESTS : OK;
    }

    /** Returns what goes into headers; after a refusal also when to try again, if that is known only from the window's end. */
    static @Nullable RateLimit told(ToolResult result) {
        RateLimit limit = result.rateLimit();
        ToolError error = result.error();
        if (error == null || !isVendorLimit(error) || error.retryAfterSeconds() == null) {
            return limit;
        }
        return limit == null
                ? new RateLimit(null, null, null, error.retryAfterSeconds(), List.of())
                : new RateLimit(
                        limit.limit(),
                        limit.remaining(),
                        limit.resetSeconds(),
                        error.retryAfterSeconds(),
                        limit.policies());
    }

    private static boolean isVendorLimit(@Nullable ToolError error) {
        return error != null
                && error.kind() == ToolError.Kind.RATE_LIMITED
                && error.source().equals("upstream");
    }
}
