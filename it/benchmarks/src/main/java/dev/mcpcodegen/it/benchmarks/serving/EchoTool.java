package dev.mcpcodegen.it.benchmarks.serving;

import dev.mcpcodegen.runtime.tool.CallContext;
import dev.mcpcodegen.runtime.tool.LocalTool;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says what it was told. */
final class EchoTool implements LocalTool<EchoArguments, String> {

    private final ToolDescriptor descriptor;

    EchoTool(ToolDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public ToolDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public CompletionStage<ToolResult> call(EchoArguments arguments, CallContext context) {
        return CompletableFuture.completedFuture(ToolResult.text(arguments.text()));
    }

    /** Like the SDK's, which runs where the request is read. */
    @Override
    public boolean mayBlock() {
        return false;
    }
}
