package dev.mcpcodegen.it.corpus.confirm;

import dev.mcpcodegen.it.corpus.call.ArgumentSynthesiser;
import dev.mcpcodegen.it.corpus.generated.LoadedTools.LoadedTool;
import dev.mcpcodegen.it.corpus.schema.SchemaJudge;
import dev.mcpcodegen.it.corpus.schema.SchemaJudge.Violation;
import dev.mcpcodegen.runtime.arguments.ArgumentReader;
import dev.mcpcodegen.runtime.arguments.ArgumentReading;
import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Calls one tool as a client would, up to the request that would leave. */
final class ToolTrial {

    private static final int CURSOR_ATTEMPTS = 8;

    private final SchemaJudge judge;
    private final LoadedTool tool;
    private final Consumer<String> problems;

    ToolTrial(SchemaJudge judge, LoadedTool tool, Consumer<String> problems) {
        this.judge = judge;
        this.tool = tool;
        this.problems = problems;
    }

    /**
     * A call and what came of it.
     *
     * @param all whether every argument was given, not only what is required
     * @param arguments what reached the tool, without what the runtime keeps for itself
     */
    record Call(boolean all, ObjectNode arguments, UpstreamRequest request) {}

    /** Returns the calls that led to a request. What went wrong with the others is told as a problem. */
    List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        ObjectNode required = ArgumentSynthesiser.required(
                tool.inputSchema(), tool.definition().path("description").asString(""));
        List<Violation> violations = violations(required);
        if (violations.isEmpty()) {
            call(false, required, calls);
        } else {
            problems.accept("no-valid-call: of the required arguments " + required + ": " + violations.get(0));
        }
        ObjectNode all = fitting(ArgumentSynthesiser.all(tool.inputSchema()));
        if (violations(all).isEmpty() && (!all.equals(required) || all.isEmpty())) {
            call(true, all, calls);
        }
        return calls;
    }

    /** Leaves out optional arguments that do not fit: they contradict themselves, or are beyond what is made up here. */
    private ObjectNode fitting(ObjectNode arguments) {
        if (tool.tool().descriptor().paging().isPresent()) {
            arguments.remove("next_cursor");
        }
        for (int i = 0; i < CURSOR_ATTEMPTS && !violations(arguments).isEmpty(); i++) {
            String place = violations(arguments).get(0).place();
            String argument = place.length() > 1 ? place.substring(1).split("/", 2)[0] : "";
            if (arguments.remove(argument.replace("~1", "/").replace("~0", "~")) == null) {
                break;
            }
        }
        return arguments;
    }

    private List<Violation> violations(ObjectNode arguments) {
        return judge.violations(tool.inputSchema(), arguments);
    }

    private void call(boolean all, ObjectNode arguments, List<Call> calls) {
        try {
            request(tool.tool(), all, arguments, calls);
        } catch (InvalidArgumentException e) {
            if (!isEmptyInPath(e, arguments)) {
                problems.accept("call-fails: " + e.getMessage() + " with " + arguments);
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            String cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
            problems.accept("call-fails: " + e.getClass().getSimpleName() + ": " + e.getMessage() + cause + " with "
                    + arguments);
        }
    }

    /** An object without members leaves no segment; schemas that every client takes cannot demand a member, so the answer does. */
    private static boolean isEmptyInPath(InvalidArgumentException refusal, ObjectNode arguments) {
        return String.valueOf(refusal.getMessage()).contains("must not be empty")
                && arguments.valueStream().anyMatch(value -> value.isObject() && value.isEmpty());
    }

    private <A> void request(UpstreamTool<A, ?> upstream, boolean all, ObjectNode arguments, List<Call> calls) {
        ArgumentReader<A> reader = ArgumentReader.of(upstream, tool.inputSchema());
        ArgumentReading reading = reader.read(arguments);
        if (reading instanceof ArgumentReading.Valid valid) {
            ObjectNode accepted = valid.arguments();
            calls.add(new Call(all, accepted, upstream.toRequest(reader.bind(accepted))));
        } else if (reading instanceof ArgumentReading.Invalid invalid) {
            problems.accept("runtime-refuses: " + invalid.message() + " with " + arguments);
        }
    }
}
