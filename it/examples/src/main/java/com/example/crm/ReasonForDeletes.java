package com.example.crm;

import dev.mcpcodegen.runtime.tool.ToolCall;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolInterceptor;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.node.ObjectNode;

/** Asks why before anything is deleted. The reason stands in the audit beside the other arguments. */
public final class ReasonForDeletes implements ToolInterceptor {

    private static final String REASON = "reason";

    @Override
    public ObjectNode describe(ToolDescriptor tool, ObjectNode definition) {
        if (tool.method().equals("delete")) {
            ObjectNode schema = definition.withObjectProperty("inputSchema");
            schema.withObjectProperty("properties")
                    .putObject(REASON)
                    .put("type", "string")
                    .put("minLength", 10)
                    .put(
                            "description",
                            "why this is to be deleted, in the user's words; ask the user if it is not known");
            schema.withArrayProperty("required").add(REASON);
        }
        return definition;
    }

    @Override
    public CompletionStage<ToolResult> intercept(ToolCall call, Next next) {
        if (!call.tool().descriptor().method().equals("delete")) {
            return next.proceed(call);
        }
        ObjectNode arguments = call.arguments().deepCopy();
        String reason = arguments.remove(REASON).asString();
        if (reason.isBlank()) {
            return CompletableFuture.completedFuture(ToolResult.failure(
                    ToolError.gateway(ToolError.Kind.VALIDATION),
                    "Nothing was deleted: the reason is blank. Ask the user why it is to be deleted."));
        }
        return next.proceed(call.withArguments(arguments));
    }
}
