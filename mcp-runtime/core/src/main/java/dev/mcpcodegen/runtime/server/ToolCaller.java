package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.arguments.ArgumentReading;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.fields.CallReading;
import dev.mcpcodegen.runtime.fields.DynamicTools;
import dev.mcpcodegen.runtime.files.FileSink;
import dev.mcpcodegen.runtime.limit.AccountSlots;
import dev.mcpcodegen.runtime.metrics.RuntimeMetrics;
import dev.mcpcodegen.runtime.tool.LocalTool;
import dev.mcpcodegen.runtime.tool.ProgressListener;
import dev.mcpcodegen.runtime.tool.Tool;
import dev.mcpcodegen.runtime.tool.ToolCall;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolInterceptor;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import dev.mcpcodegen.runtime.upstream.UpstreamCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one call of one permitted tool: arguments, interceptors, trail, vendor or local code, trail. Whatever goes wrong on the caller's or
 * the vendor's side is a result; only our own faults are exceptions. Thread-safe.
 */
public final class ToolCaller {

    /** Tools that call themselves would go on until the deadline. */
    private static final int MAX_DEPTH = 8;

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE_CONTENT = 422;

    private final ToolCatalog catalog;
    private final DynamicTools dynamicTools;
    private final List<ToolInterceptor> interceptors;
    private final CallTrail trail;
    private final VendorCalls vendorCalls;
    private final Workers workers;
    private final RuntimeMetrics metrics;
    private final FileRouter files;
    private final Duration timeout;
    private final Clock clock;

    /**
     * Wires a caller.
     *
     * @param catalog the tools that a call may call in turn
     * @param dynamicTools those of them whose arguments depend on the account
     * @param upstream calls a vendor and completes within the call's deadline
     * @param files decides how files travel, and how long those may take that do
     * @param timeout for a whole call, from its arguments to its result
     */
    public ToolCaller(
            ToolCatalog catalog,
            DynamicTools dynamicTools,
            List<ToolInterceptor> interceptors,
            CallTrail trail,
            Function<UpstreamCall, CompletableFuture<ToolResult>> upstream,
            Workers workers,
            AccountSlots slots,
            RuntimeMetrics metrics,
            FileRouter files,
            Duration timeout,
            Clock clock) {
        this.catalog = catalog;
        this.dynamicTools = dynamicTools;
        this.interceptors = List.copyOf(interceptors);
        this.trail = trail;
        this.vendorCalls = new VendorCalls(upstream, slots, trail);
        this.workers = workers;
        this.metrics = metrics;
        this.files = files;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** Calls a tool that the origin's grant permits. */
    public <A> CompletionStage<ToolResult> call(CatalogTool<A> tool, ObjectNode arguments, CallOrigin origin) {
        Instant now = clock.instant();
        return run(
                RunningCall.of(
                        tool, arguments, origin, now, now.plus(files.timeout(origin, timeout)), 0, this::callInTurn),
                arguments);
    }

    /** Calls another tool on behalf of a call; what the caller may not see is as absent as what never was. */
    private CompletionStage<ToolResult> callInTurn(RunningCall<?> outer, String name, ObjectNode arguments) {
        if (outer.depth() == MAX_DEPTH) {
            return Outcome.failure(
                    ToolError.Kind.INTERNAL,
                    "The tool \"" + name + "\" was not called: " + MAX_DEPTH
                            + " tools have called each other already. Tell the operator of this server.");
        }
        CatalogTool<?> tool =
                catalog.view(outer.grant()).flatMap(view -> view.find(name)).orElse(null);
        return tool == null
                ? Outcome.failure(ToolError.Kind.NOT_FOUND, "There is no tool \"" + name + "\" for this caller.")
                : run(outer.inTurn(tool, arguments, clock.instant()), arguments);
    }

    private CompletionStage<ToolResult> run(RunningCall<?> call, ObjectNode arguments) {
        CompletionStage<ToolResult> result = Outcome.of(() -> read(call, arguments));
        return CallDeadline.enforce(result, call, workers).whenComplete((answer, failure) -> finished(call, answer));
    }

    private void finished(RunningCall<?> call, @Nullable ToolResult result) {
        if (result != null && !result.isError() && !call.tool().descriptor().readOnly()) {
            dynamicTools.changed(call.tool(), call.grant());
        }
        Instant now = clock.instant();
        metrics.called(call.tool().integration().name(), result, Duration.between(call.startedAt(), now));
        trail.finished(call, result, now);
    }

    private CompletionStage<ToolResult> read(RunningCall<?> call, ObjectNode arguments) {
        if (call.tool().descriptor().dynamicFields().isEmpty()) {
            CallReading reading = CallReading.of(call.tool());
            return proceed(call, reading, reading.read(arguments));
        }
        return dynamicTools
                .read(call.tool(), arguments, call.grant())
                .thenCompose(read -> proceed(call, read.reading(), read.outcome()));
    }

    private CompletionStage<ToolResult> proceed(RunningCall<?> call, CallReading reading, ArgumentReading outcome) {
        if (outcome instanceof ArgumentReading.Valid valid) {
            ToolCall permitted = new ToolCall(call.tool().tool(), valid.arguments(), call);
            return intercept(0, permitted, last -> sendChecked(call, reading, valid, last.arguments()));
        }
        return refused((ArgumentReading.Invalid) outcome);
    }

    private CompletionStage<ToolResult> intercept(int index, ToolCall call, ToolInterceptor.Next tool) {
        return index == interceptors.size()
                ? tool.proceed(call)
                : interceptors.get(index).intercept(call, next -> intercept(index + 1, next, tool));
    }

    /** An interceptor may have changed the arguments, also in place: what it made of them has to stand the same test. */
    private CompletionStage<ToolResult> sendChecked(
            RunningCall<?> call, CallReading reading, ArgumentReading.Valid asRead, ObjectNode arguments) {
        ArgumentReading last = interceptors.isEmpty() ? asRead : reading.readOwn(arguments);
        if (!(last instanceof ArgumentReading.Valid valid)) {
            return refused((ArgumentReading.Invalid) last);
        }
        return send(call, asRead, reading.written(valid.arguments())).whenComplete((result, failure) -> {
            if (result != null && isRefusedValue(result)) {
                reading.refused();
            }
        });
    }

    private static boolean isRefusedValue(ToolResult result) {
        ToolError error = result.error();
        Integer status = error == null ? null : error.status();
        return status != null && (status == BAD_REQUEST || status == UNPROCESSABLE_CONTENT);
    }

    private <A> CompletionStage<ToolResult> send(
            RunningCall<A> call, ArgumentReading.Valid asRead, ObjectNode arguments) {
        A bound = call.tool().arguments().bind(arguments);
        Tool<A, ?> tool = call.tool().tool();
        if (tool instanceof UpstreamTool<A, ?> upstreamTool) {
            UpstreamRequest request = upstreamTool.toRequest(bound);
            return files.route(
                    call,
                    request,
                    transfer -> vendorCalls.make(call, asRead, request, transfer),
                    (link, sink) -> fetch(call, link, sink));
        }
        LocalTool<A, ?> local = (LocalTool<A, ?>) tool;
        return trail.recorded(call, () -> callLocal(call, local, bound));
    }

    /** Makes the call of a link, for the same client and until the same moment, but as whom the link says. */
    private CompletionStage<ToolResult> fetch(RunningCall<?> outer, RedeemedLink link, FileSink sink) {
        CallOrigin origin = new CallOrigin(
                link.grant(),
                outer.cancellation(),
                outer.origin().trace(),
                ProgressListener.NONE,
                new FileOrigin(null, null, sink));
        ObjectNode arguments = link.ticket().arguments();
        return run(
                RunningCall.of(
                        link.tool(),
                        arguments,
                        origin,
                        clock.instant(),
                        outer.deadline(),
                        outer.depth() + 1,
                        this::callInTurn),
                arguments);
    }

    private <A> CompletionStage<ToolResult> callLocal(RunningCall<A> call, LocalTool<A, ?> tool, A arguments) {
        if (!tool.mayBlock()) {
            return Outcome.of(() -> tool.call(arguments, call));
        }
        try {
            return workers.call(() -> Outcome.of(() -> tool.call(arguments, call)), call.cancellation());
        } catch (RejectedExecutionException e) {
            return Outcome.failure(
                    ToolError.Kind.OVERLOADED, "Too many calls are waiting. Try again in a few seconds.");
        }
    }

    private static CompletionStage<ToolResult> refused(ArgumentReading.Invalid invalid) {
        return Outcome.failure(ToolError.Kind.INVALID_ARGUMENTS, invalid.message());
    }
}
