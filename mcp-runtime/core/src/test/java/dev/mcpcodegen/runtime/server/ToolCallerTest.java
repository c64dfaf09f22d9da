package dev.mcpcodegen.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.runtime.RecordingAudit;
import dev.mcpcodegen.runtime.TestTools;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.fields.DynamicTools;
import dev.mcpcodegen.runtime.limit.AccountSlots;
import dev.mcpcodegen.runtime.metrics.RuntimeMetrics;
import dev.mcpcodegen.runtime.tool.CallContext;
import dev.mcpcodegen.runtime.tool.Content;
import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.LocalTool;
import dev.mcpcodegen.runtime.tool.ProgressListener;
import dev.mcpcodegen.runtime.tool.ToolCall;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolInterceptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.TraceContext;
import dev.mcpcodegen.runtime.upstream.UpstreamCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ToolCallerTest {

    private static final Grant GRANT = TestTools.grant();
    private static final TraceContext TRACE = TraceContext.of(
                    "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01", null)
            .orElseThrow();

    private final Workers workers = new Workers();
    private final RecordingAudit audit = new RecordingAudit();
    private final Cancellation cancellation = new Cancellation();
    private Function<UpstreamCall, CompletableFuture<ToolResult>> upstream =
            call -> CompletableFuture.completedFuture(ToolResult.text("from the vendor"));
    private Duration timeout = Duration.ofSeconds(10);
    private final RuntimeMetrics metrics = new RuntimeMetrics();
    private int calls = 1_000;
    private int waiting = 1_000;

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void asksTheVendorWithTheToolsRequest() {
        CompletableFuture<UpstreamCall> seen = new CompletableFuture<>();
        upstream = call -> {
            seen.complete(call);
            return CompletableFuture.completedFuture(ToolResult.text("Ada"));
        };

        ToolResult result = call("get_person", "{\"id\":\"a b\"}", List.of());

        assertThat(text(result)).isEqualTo("Ada");
        assertThat(seen.join().grant()).isSameAs(GRANT);
        assertThat(seen.join().integration().name()).isEqualTo("crm");
        assertThat(seen.join().request().path()).isEqualTo("/persons/a%20b");
        assertThat(seen.join().trace()).isEqualTo(TRACE);
        assertThat(audit.events).containsExactly("finished get_person ok null");
    }

    @Test
    void refusesInvalidArgumentsWithoutCallingAnything() {
        ToolResult result = call("echo", "{\"text\":{},\"more\":1}", List.of());

        assertThat(Objects.requireNonNull(result.error()).kind()).isEqualTo(ToolError.Kind.INVALID_ARGUMENTS);
        assertThat(text(result)).contains("text").contains("more");
        assertThat(audit.events).containsExactly("finished echo error invalid_arguments");
    }

    @Test
    void T_B07_ofAThousandInvalidCallsNoneReachesTheVendor() {
        AtomicInteger sent = new AtomicInteger();
        upstream = call -> {
            sent.incrementAndGet();
            return CompletableFuture.completedFuture(ToolResult.text("sent"));
        };
        List<String> wrong = List.of("{}", "[]", "{\"id\":\"1\"}", "[\"a\",\"b\"]", "[[\"1\"]]", "{\"a\":null}");
        for (int i = 0; i < 1_000; i++) {
            String value = wrong.get(i % wrong.size());
            String arguments = switch (i % 4) {
                case 0 -> "{\"id\":" + value + "}";
                case 1 -> "{\"id\":\"1\",\"isAdmin" + i + "\":" + value + "}";
                case 2 -> "{\"Id\":\"" + i + "\"}";
                default -> "{\"id\":\"" + i + "\",\"__proto__\":{\"x\":" + i + "}}";
            };
            ToolResult result = call("get_person", arguments, List.of());
            assertThat(Objects.requireNonNull(result.error()).kind())
                    .as(arguments)
                    .isEqualTo(ToolError.Kind.INVALID_ARGUMENTS);
        }
        assertThat(sent).hasValue(0);
    }

    @Test
    void T_B01_aPathThatCannotBeCarriedIsAToolError() {
        ToolResult result = call("get_person", "{\"id\":\"..\"}", List.of());

        assertThat(Objects.requireNonNull(result.error()).kind()).isEqualTo(ToolError.Kind.INVALID_ARGUMENTS);
    }

    @Test
    void T_F01_recordsAWriteBeforeItHappens() {
        TestTools.Write note = new TestTools.Write("note", (text, context) -> {
            assertThat(audit.events).containsExactly("started note");
            return CompletableFuture.completedFuture(ToolResult.text("written"));
        });

        assertThat(text(call("note", "{\"text\":\"hi\"}", List.of(), note))).isEqualTo("written");
        assertThat(audit.events).containsExactly("started note", "finished note ok null");
    }

    @Test
    void T_F01_anAuditThatFailsStopsWritesButNotReads() {
        audit.isBroken = true;
        TestTools.Write note = new TestTools.Write("note");

        ToolResult written = call("note", "{\"text\":\"hi\"}", List.of(), note);

        assertThat(Objects.requireNonNull(written.error()).kind()).isEqualTo(ToolError.Kind.UNAVAILABLE);
        assertThat(note.written).isEmpty();
        assertThat(text(call("echo", "{\"text\":\"hi\"}", List.of()))).isEqualTo("hi");
    }

    @Test
    void T_F01_aCallThatAnInterceptorSpoilsStillEndsInTheTrail() {
        ToolInterceptor throwing = (call, next) -> {
            throw new IllegalStateException("spoilt");
        };
        ToolInterceptor empty = (call, next) -> CompletableFuture.completedFuture(null);

        assertThatThrownBy(() -> call("echo", "{\"text\":\"hi\"}", List.of(throwing)))
                .hasRootCauseMessage("spoilt");
        assertThatThrownBy(() -> call("echo", "{\"text\":\"hi\"}", List.of(empty)))
                .hasRootCauseMessage("An interceptor or a tool returned no result");
        assertThat(audit.events).containsExactly("finished echo error internal", "finished echo error internal");
    }

    @Test
    void interceptorsSeeACallInOrderAndMayChangeIt() {
        ToolInterceptor loud = (call, next) -> next.proceed(call.withArguments(call.arguments()
                .deepCopy()
                .put("text", call.arguments().get("text").asString() + "!")));
        ToolInterceptor marked = (call, next) -> next.proceed(call)
                .thenApply(result ->
                        ToolResult.text("<" + ((Content.Text) result.content().get(0)).text() + ">"));

        assertThat(text(call("echo", "{\"text\":\"hi\"}", List.of(marked, loud))))
                .isEqualTo("<hi!>");
    }

    @Test
    void whatAnInterceptorMakesOfTheArgumentsIsCheckedAgain() {
        ToolInterceptor inPlace = (call, next) -> {
            call.arguments().remove("text");
            return next.proceed(call);
        };

        ToolResult result = call("echo", "{\"text\":\"hi\"}", List.of(inPlace));

        assertThat(Objects.requireNonNull(result.error()).kind()).isEqualTo(ToolError.Kind.INVALID_ARGUMENTS);
    }

    @Test
    void anInterceptorMayAnswerItself() {
        TestTools.Write note = new TestTools.Write("note");
        ToolInterceptor dryRun = (call, next) -> CompletableFuture.completedFuture(ToolResult.text("not done"));

        assertThat(text(call("note", "{\"text\":\"hi\"}", List.of(dryRun), note)))
                .isEqualTo("not done");
        assertThat(note.written).isEmpty();
        assertThat(audit.events).containsExactly("finished note ok null");
    }

    @Test
    void T_E07_aCallWhoseClientIsGoneEndsAtOnceAndTheTrailSaysSo() {
        CompletableFuture<ToolResult> vendor = new CompletableFuture<>();
        upstream = call -> vendor;
        CompletableFuture<ToolResult> result =
                start("get_person", "{\"id\":\"7\"}", List.of()).toCompletableFuture();
        assertThat(result).isNotDone();

        cancellation.cancel();

        assertThat(vendor).isCancelled();
        assertThat(Objects.requireNonNull(result.join().error()).kind()).isEqualTo(ToolError.Kind.CANCELLED);
        assertThat(audit.events).containsExactly("finished get_person error cancelled");
    }

    @Test
    void anInterceptorMayAskForMoreThanTheToolDoes() {
        TestTools.Write note = new TestTools.Write("note");
        List<ToolInterceptor> interceptors = List.of(new WithReason(true));

        ToolResult unreasoned = call("note", "{\"text\":\"hi\"}", interceptors, note);
        ToolResult reasoned = call("note", "{\"text\":\"hi\",\"reason\":\"asked to\"}", interceptors, note);

        assertThat(text(unreasoned)).contains("\"reason\"");
        assertThat(text(reasoned)).isEqualTo("written");
        assertThat(note.written).containsExactly("hi");
    }

    @Test
    void whatAnInterceptorAskedForDoesNotReachTheTool() {
        TestTools.Write note = new TestTools.Write("note");

        ToolResult result =
                call("note", "{\"text\":\"hi\",\"reason\":\"asked to\"}", List.of(new WithReason(false)), note);

        assertThat(Objects.requireNonNull(result.error()).kind()).isEqualTo(ToolError.Kind.INVALID_ARGUMENTS);
        assertThat(note.written).isEmpty();
    }

    @Test
    void aToolMayCallAnotherOne() {
        upstream = call ->
                CompletableFuture.completedFuture(ToolResult.text(call.request().path() + " until " + call.deadline()));
        CompletableFuture<Instant> deadline = new CompletableFuture<>();
        TestTools.Write twice = new TestTools.Write("twice", (text, context) -> {
            deadline.complete(context.deadline());
            return context.call(new TestTools.GetPerson(), new TestTools.GetPerson.Arguments(text.text()));
        });

        assertThat(text(call("twice", "{\"text\":\"7\"}", List.of(), twice)))
                .isEqualTo("/persons/7 until " + deadline.join());
        assertThat(audit.events)
                .containsExactly("started twice", "finished get_person ok null", "finished twice ok null");
    }

    @Test
    void T_E01_toolsThatCallThemselvesAreStopped() {
        AtomicInteger times = new AtomicInteger();
        TestTools.Write again = new TestTools.Write("again", (text, context) -> {
            times.incrementAndGet();
            return context.call("again", json("{\"text\":\"x\"}"));
        });

        ToolResult result = call("again", "{\"text\":\"x\"}", List.of(), again);

        assertThat(text(result)).contains("8 tools have called each other already");
        assertThat(times.get()).isEqualTo(9);
    }

    @Test
    void onlyTheCallOfTheClientTellsHowFarItIs() {
        List<Double> told = new CopyOnWriteArrayList<>();
        TestTools.Write inner = new TestTools.Write("inner", (text, context) -> {
            context.progress(50, null, null);
            return CompletableFuture.completedFuture(ToolResult.text("inner"));
        });
        TestTools.Write outer = new TestTools.Write("outer", (text, context) -> {
            context.progress(1, null, null);
            return context.call(inner, text).whenComplete((result, failure) -> context.progress(2, null, null));
        });
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm(inner, outer)), Map.of(), Integer.MAX_VALUE);

        ToolResult result = caller(catalog, List.of())
                .call(
                        catalog.view(GRANT).orElseThrow().find("outer").orElseThrow(),
                        json("{\"text\":\"x\"}"),
                        new CallOrigin(GRANT, cancellation, TRACE, (progress, total, message) -> told.add(progress)))
                .toCompletableFuture()
                .join();

        assertThat(text(result)).isEqualTo("inner");
        assertThat(told).containsExactly(1.0, 2.0);
    }

    @Test
    void aToolThatIsCalledByAnotherOneIsCalledByTheRules() {
        ToolInterceptor quiet = (call, next) -> call.tool() instanceof TestTools.Echo
                ? CompletableFuture.completedFuture(ToolResult.text("hush"))
                : next.proceed(call);
        TestTools.Write outer = new TestTools.Write("outer", (text, context) -> context.call(text.text(), json("{}")));

        assertThat(text(call("outer", "{\"text\":\"echo\"}", List.of(quiet), outer)))
                .as("the arguments are validated")
                .contains("\"text\" is required");
        assertThat(text(call("outer", "{\"text\":\"absent\"}", List.of(quiet), outer)))
                .isEqualTo("There is no tool \"absent\" for this caller.");
        TestTools.Write loud = new TestTools.Write(
                "loud", (text, context) -> context.call(new TestTools.Echo(), new TestTools.Text("loud")));
        assertThat(text(call("loud", "{\"text\":\"x\"}", List.of(quiet), loud))).isEqualTo("hush");
    }

    @Test
    void aToolCannotCallWhatItsCallerMayNot() {
        TestTools.Write outer =
                new TestTools.Write("outer", (text, context) -> context.call(new TestTools.Echo(), text));
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm(outer)), Map.of(), Integer.MAX_VALUE);
        Grant creating = TestTools.grant("create");

        ToolResult result = caller(catalog, List.of())
                .call(
                        catalog.view(creating).orElseThrow().find("outer").orElseThrow(),
                        json("{\"text\":\"hi\"}"),
                        origin(creating))
                .toCompletableFuture()
                .join();

        assertThat(Objects.requireNonNull(result.error()).kind()).isEqualTo(ToolError.Kind.NOT_FOUND);
    }

    @Test
    void givesUpAtTheDeadlineAndInterruptsTheTool() throws Exception {
        timeout = Duration.ofMillis(100);
        CountDownLatch interrupted = new CountDownLatch(1);
        TestTools.Write stuck = new TestTools.Write("stuck", (text, context) -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return CompletableFuture.completedFuture(ToolResult.text("late"));
        });

        ToolResult result = call("stuck", "{\"text\":\"hi\"}", List.of(), stuck);

        assertThat(Objects.requireNonNull(result.error()).kind()).isEqualTo(ToolError.Kind.TIMEOUT);
        assertThat(text(result)).contains("not known");
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(audit.events).containsExactly("started stuck", "finished stuck error timeout");
    }

    @Test
    void onlyAToolThatNeverBlocksIsCalledByTheThreadThatServesTheRequest() {
        ToolResult blocking = call("where", "{}", List.of(), new Where(true));
        ToolResult quick = call("where", "{}", List.of(), new Where(false));

        assertThat(text(blocking)).startsWith("mcp-tool-");
        assertThat(text(quick)).isEqualTo(Thread.currentThread().getName());
    }

    @Test
    void whateverAToolThrowsEndsInTheTrail() {
        LocalTool<?, ?> broken = new Where(false) {
            @Override
            public CompletionStage<ToolResult> call(Nothing arguments, CallContext context) {
                throw new NoClassDefFoundError("com/example/Gone");
            }
        };

        assertThatThrownBy(() -> call("where", "{}", List.of(), broken)).hasRootCauseMessage("com/example/Gone");
        assertThat(audit.events).containsExactly("finished where error internal");
    }

    @Test
    void cancellingACallCancelsTheVendorsPart() {
        CompletableFuture<ToolResult> vendor = new CompletableFuture<>();
        upstream = call -> vendor;
        CompletionStage<ToolResult> result = start("get_person", "{\"id\":\"1\"}", List.of());

        cancellation.cancel();

        assertThat(vendor).isCancelled();
        assertThat(result.toCompletableFuture().join().isError()).isTrue();
    }

    @Test
    void aCancelledWriteDoesNotLeave() {
        TestTools.Write note = new TestTools.Write("note");
        cancellation.cancel();

        assertThat(call("note", "{\"text\":\"hi\"}", List.of(), note).isError()).isTrue();
        assertThat(note.written).isEmpty();
    }

    @Test
    void anInvalidArgumentFoundByAHandWrittenToolIsAToolError() {
        TestTools.Write picky = new TestTools.Write("picky", (text, context) -> {
            throw new InvalidArgumentException("text", "text must rhyme");
        });

        assertThat(text(call("picky", "{\"text\":\"hi\"}", List.of(), picky))).isEqualTo("text must rhyme");
    }

    @Test
    void ourOwnFaultsAreExceptions() {
        TestTools.Write broken = new TestTools.Write("broken", (text, context) -> {
            throw new IllegalStateException("bug");
        });

        assertThatThrownBy(() -> call("broken", "{\"text\":\"hi\"}", List.of(), broken))
                .hasRootCauseMessage("bug");
        assertThat(audit.events).containsExactly("started broken", "finished broken error internal");
    }

    @Test
    void T_E01_tooManyBlockingCallsAreRefusedNotQueuedForEver() {
        CountDownLatch release = new CountDownLatch(1);
        TestTools.Write slow = new TestTools.Write("slow", (text, context) -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return CompletableFuture.completedFuture(ToolResult.text("done"));
        });
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm(slow)), Map.of(), Integer.MAX_VALUE);
        ToolCaller caller = caller(catalog, List.of());

        List<CompletableFuture<ToolResult>> results = IntStream.range(0, 400)
                .mapToObj(i -> caller.call(
                                catalog.view(GRANT).orElseThrow().find("slow").orElseThrow(),
                                json("{\"text\":\"x\"}"),
                                origin())
                        .toCompletableFuture())
                .toList();
        release.countDown();

        assertThat(results)
                .extracting(result -> result.join().error() == null ? "done" : "overloaded")
                .contains("done", "overloaded");
    }

    @Test
    void T_F07_anAccountsCallsBeyondItsSlotsWaitAndTheRestIsRefused() {
        calls = 2;
        waiting = 1;
        List<CompletableFuture<ToolResult>> atVendor = new CopyOnWriteArrayList<>();
        upstream = call -> {
            CompletableFuture<ToolResult> answer = new CompletableFuture<>();
            atVendor.add(answer);
            return answer;
        };
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm()), Map.of(), Integer.MAX_VALUE);
        ToolCaller caller = caller(catalog, List.of());
        CatalogTool<?> tool =
                catalog.view(GRANT).orElseThrow().find("get_person").orElseThrow();

        List<CompletableFuture<ToolResult>> results = IntStream.range(0, 4)
                .mapToObj(
                        i -> caller.call(tool, json("{\"id\":\"1\"}"), origin()).toCompletableFuture())
                .toList();

        assertThat(atVendor).hasSize(2);
        assertThat(Objects.requireNonNull(results.get(3).join().error()).kind()).isEqualTo(ToolError.Kind.OVERLOADED);
        atVendor.get(0).complete(ToolResult.text("first"));
        assertThat(text(results.get(0).join())).isEqualTo("first");
        for (int i = 0; i < 500 && atVendor.size() < 3; i++) {
            sleep();
        }
        assertThat(atVendor).hasSize(3);
        atVendor.get(2).complete(ToolResult.text("third"));
        assertThat(text(results.get(2).join())).isEqualTo("third");
        assertThat(results.get(1)).isNotDone();
    }

    @Test
    void T_F07_aCallThatIsGivenUpWhileItWaitsIsNeverMade() {
        calls = 1;
        List<CompletableFuture<ToolResult>> atVendor = new CopyOnWriteArrayList<>();
        upstream = call -> {
            CompletableFuture<ToolResult> answer = new CompletableFuture<>();
            atVendor.add(answer);
            return answer;
        };
        ToolCatalog catalog = ToolCatalog.load(List.of(TestTools.crm()), Map.of(), Integer.MAX_VALUE);
        ToolCaller caller = caller(catalog, List.of());
        CatalogTool<?> tool =
                catalog.view(GRANT).orElseThrow().find("get_person").orElseThrow();
        CallOrigin other = new CallOrigin(GRANT, new Cancellation(), null, ProgressListener.NONE);
        caller.call(tool, json("{\"id\":\"1\"}"), other);
        CompletableFuture<ToolResult> waits =
                caller.call(tool, json("{\"id\":\"2\"}"), origin()).toCompletableFuture();

        cancellation.cancel();
        atVendor.get(0).complete(ToolResult.text("first"));

        assertThat(Objects.requireNonNull(waits.join().error()).kind()).isEqualTo(ToolError.Kind.CANCELLED);
        assertThat(atVendor).hasSize(1);
    }

    private ToolResult call(
            String tool, String arguments, List<ToolInterceptor> interceptors, LocalTool<?, ?>... extras) {
        return start(tool, arguments, interceptors, extras)
                .toCompletableFuture()
                .join();
    }

    private CompletionStage<ToolResult> start(
            String tool, String arguments, List<ToolInterceptor> interceptors, LocalTool<?, ?>... extras) {
        ToolCatalog catalog =
                ToolCatalog.load(List.of(TestTools.crm(extras)), Map.of(), interceptors, Integer.MAX_VALUE);
        return caller(catalog, interceptors)
                .call(catalog.view(GRANT).orElseThrow().find(tool).orElseThrow(), json(arguments), origin());
    }

    private CallOrigin origin() {
        return origin(GRANT);
    }

    private CallOrigin origin(Grant grant) {
        return new CallOrigin(grant, cancellation, TRACE, ProgressListener.NONE);
    }

    private ToolCaller caller(ToolCatalog catalog, List<ToolInterceptor> interceptors) {
        return new ToolCaller(
                catalog,
                DynamicTools.of(
                        catalog, call -> upstream.apply(call), workers::after, workers::soon, Clock.systemUTC()),
                interceptors,
                new CallTrail(audit),
                call -> upstream.apply(call),
                workers,
                new AccountSlots(calls, waiting, workers::soon),
                metrics,
                TestFiles.router(catalog, GRANT),
                timeout,
                Clock.systemUTC());
    }

    private static void sleep() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) ToolJson.MAPPER.readTree(text);
    }

    private static String text(ToolResult result) {
        return ((Content.Text) result.content().get(0)).text();
    }

    private record Nothing() {}

    /** Tells the thread that it is called by. */
    private static class Where implements LocalTool<Nothing, String> {

        private final boolean mayBlock;
        private final ToolDescriptor descriptor = ToolDescriptor.builder("where")
                .readOnly()
                .describedBy("{\"description\":\"Where.\",\"inputSchema\":{\"type\":\"object\"}}")
                .build();

        Where(boolean mayBlock) {
            this.mayBlock = mayBlock;
        }

        @Override
        public ToolDescriptor descriptor() {
            return descriptor;
        }

        @Override
        public boolean mayBlock() {
            return mayBlock;
        }

        @Override
        public CompletionStage<ToolResult> call(Nothing arguments, CallContext context) {
            return CompletableFuture.completedFuture(
                    ToolResult.text(Thread.currentThread().getName()));
        }
    }

    /** Asks for a reason on writes, and may forget to take it out again. */
    private record WithReason(boolean takesItOut) implements ToolInterceptor {

        @Override
        public ObjectNode describe(ToolDescriptor tool, ObjectNode definition) {
            if (!tool.readOnly()) {
                ObjectNode schema = definition.withObjectProperty("inputSchema");
                schema.withObjectProperty("properties").putObject("reason").put("type", "string");
                schema.withArrayProperty("required").add("reason");
            }
            return definition;
        }

        @Override
        public CompletionStage<ToolResult> intercept(ToolCall call, Next next) {
            ObjectNode arguments = call.arguments().deepCopy();
            if (takesItOut) {
                arguments.remove("reason");
            }
            return next.proceed(call.withArguments(arguments));
        }
    }
}
