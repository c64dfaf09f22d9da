package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolDirectives.Annotations;
import dev.mcpcodegen.codegen.model.ToolModel.Hints;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a call does to the vendor's data, by the meaning of its HTTP method (RFC 9110, section 9.2). */
final class HintRules {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "QUERY");
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE");
    private static final Set<String> OVERWRITING = Set.of("PUT", "DELETE");

    private HintRules() {}

    static Hints of(ApiOperation operation, String method) {
        String http = operation.httpMethod();
        // A GET that is named for a verb of writing, as in paths that call procedures, is not believed to be safe.
        boolean reads = READING.contains(http) && (Verbs.isReading(method) || !Verbs.startsWithVerb(method));
        boolean destroys = OVERWRITING.contains(http)
                || Verbs.isDestructive(method)
                || (!READING.contains(http) && SaidMethods.isDestructive(operation));
        Annotations declared = operation.directives().annotations();
        return new Hints(
                orElse(declared.readOnly(), reads),
                orElse(declared.destructive(), destroys),
                orElse(declared.idempotent(), IDEMPOTENT.contains(http)),
                orElse(declared.openWorld(), true));
    }

    private static boolean orElse(@Nullable Boolean declared, boolean derived) {
        return declared == null ? derived : declared;
    }
}
