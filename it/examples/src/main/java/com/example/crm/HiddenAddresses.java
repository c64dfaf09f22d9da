package com.example.crm;

import dev.mcpcodegen.runtime.tool.Content;
import dev.mcpcodegen.runtime.tool.ToolCall;
import dev.mcpcodegen.runtime.tool.ToolInterceptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Hides e-mail addresses in whatever a tool answers. */
public final class HiddenAddresses implements ToolInterceptor {

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(\\.[\\w-]{1,63})+");

    @Override
    public CompletionStage<ToolResult> intercept(ToolCall call, Next next) {
        return next.proceed(call).thenApply(HiddenAddresses::hide);
    }

    /** Models read the text, programs the data: both say the same, so both are redacted. */
    private static ToolResult hide(ToolResult result) {
        List<Content> content = result.content().stream()
                .map(block -> block instanceof Content.Text text ? new Content.Text(hide(text.text())) : block)
                .toList();
        return new ToolResult(content, hide(result.structured()), result.error(), result.rateLimit());
    }

    /** Addresses have no character that JSON escapes, and neither has what stands in for them. */
    private static @Nullable JsonNode hide(@Nullable JsonNode data) {
        return data == null ? null : ToolJson.MAPPER.readTree(hide(data.toString()));
    }

    private static String hide(String text) {
        return ADDRESS.matcher(text).replaceAll("(hidden)");
    }
}
