package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.arguments.ArgumentReader;
import dev.mcpcodegen.runtime.arguments.ArgumentReading;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The reading of a call for which the fields of those whom it names are known. Immutable. */
final class AccountReading implements CallReading {

    /** Bad Request and Unprocessable Content (RFC 9110): a value may be one that was good a while ago. */
    private static final Set<Integer> REFUSED_VALUES = Set.of(400, 422);

    private final Map<DynamicArgument, AccountFields> fields;
    private final Function<Boolean, ArgumentReader<?>> readers;
    private final Runnable expire;

    /**
     * @param readers makes the reader of what a caller sends, or of what reaches the tool itself
     * @param expire makes the next call read the fields anew
     */
    AccountReading(
            Map<DynamicArgument, AccountFields> fields, Function<Boolean, ArgumentReader<?>> readers, Runnable expire) {
        this.fields = fields;
        this.readers = readers;
        this.expire = expire;
    }

    @Override
    public ArgumentReading read(ObjectNode arguments) {
        return readers.apply(false).read(named(arguments));
    }

    @Override
    public ArgumentReading readOwn(ObjectNode arguments) {
        return readers.apply(true).read(named(arguments));
    }

    @Override
    public ObjectNode written(ObjectNode arguments) {
        return changed(arguments, FieldValues::written);
    }

    @Override
    public void answered(@Nullable ToolResult result) {
        ToolError error = result == null ? null : result.error();
        if (error != null && error.status() != null && REFUSED_VALUES.contains(error.status())) {
            expire.run();
        }
    }

    /** Whether something is wrong with a field, and not only with other arguments. */
    boolean concernsFields(ArgumentReading.Invalid invalid) {
        return invalid.violations().stream()
                .anyMatch(violation -> fields.keySet().stream()
                        .anyMatch(argument -> violation.argument().startsWith(argument.property() + ".")));
    }

    private ObjectNode named(ObjectNode arguments) {
        return changed(arguments, FieldValues::named);
    }

    private ObjectNode changed(ObjectNode arguments, Change change) {
        // The members are changed by being replaced, so the others can be shared.
        ObjectNode changed = arguments.objectNode().setAll(arguments);
        fields.forEach((argument, known) -> {
            JsonNode given = arguments.get(argument.property());
            if (given != null) {
                changed.set(argument.property(), change.of(new FieldValues(argument, known), given));
            }
        });
        return changed;
    }

    /** What is done to an argument. */
    private interface Change {

        JsonNode of(FieldValues values, JsonNode given);
    }
}
