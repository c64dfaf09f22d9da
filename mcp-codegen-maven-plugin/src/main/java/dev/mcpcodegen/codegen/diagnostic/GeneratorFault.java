package dev.mcpcodegen.codegen.diagnostic;

import java.util.function.Supplier;

/** A mistake of this generator that one place of a document brought to light: people learn where, and can leave that place out. */
public final class GeneratorFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SourceLocation location;

    private GeneratorFault(SourceLocation location, RuntimeException cause) {
        super("Generating from " + location + " failed: " + words(cause), cause);
        this.location = location;
    }

    /**
     * Works on what stands at a place.
     *
     * @throws GeneratorFault if the work throws anything of its own
     */
    public static <T> T locating(SourceLocation location, Supplier<T> work) {
        try {
            return work.get();
        } catch (GeneratorFault e) {
            throw e;
        } catch (RuntimeException e) {
            throw new GeneratorFault(location, e);
        }
    }

    /** Reports the fault at its place. */
    public void report(Diagnostics diagnostics) {
        report(diagnostics.at(location), this);
    }

    static void report(DiagnosticScope scope, Throwable fault) {
        Throwable cause = fault instanceof GeneratorFault && fault.getCause() != null ? fault.getCause() : fault;
        scope.error(
                "The generator cannot cope with this: " + words(cause),
                "This is a bug of the generator, please report it. Leave the operation out by `x-mcp: false` meanwhile.");
    }

    /** What happened and in which line of ours: enough for a report, and no stack trace for who reads a build's log. */
    private static String words(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause + (trace.length == 0 ? "" : " (" + trace[0].getFileName() + ":" + trace[0].getLineNumber() + ")");
    }
}
