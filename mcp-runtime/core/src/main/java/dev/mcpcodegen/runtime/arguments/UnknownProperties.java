package dev.mcpcodegen.runtime.arguments;

import dev.mcpcodegen.runtime.arguments.ArgumentReading.Violation;
import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

/** Tells which properties a tool's record has no place for. The binder stops at the first; taking it out leads to the next. */
final class UnknownProperties {

    /** Each one costs a binding of all arguments. */
    private static final int MAX_TOLD = 20;

    private final ObjectReader binder;
    private final InputSchema schema;
    private final List<Violation> violations = new ArrayList<>();

    UnknownProperties(ObjectReader binder, InputSchema schema) {
        this.binder = binder;
        this.schema = schema;
    }

    InvalidArgumentException refuse(UnrecognizedPropertyException first, ObjectNode arguments) {
        UnrecognizedPropertyException unknown = first;
        while (tell(unknown, arguments) && violations.size() < MAX_TOLD) {
            try {
                binder.readValue(arguments);
                break;
            } catch (UnrecognizedPropertyException e) {
                unknown = e;
            }
        }
        return new InvalidArgumentException(
                violations.get(0).argument(), new ArgumentReading.Invalid(violations).message());
    }

    /** Returns whether the property could be taken out; not where a name on the way to it has two spellings. */
    private boolean tell(UnrecognizedPropertyException unknown, JsonNode arguments) {
        List<Reference> way = unknown.getPath().subList(0, unknown.getPath().size() - 1);
        InputSchema place = schema;
        JsonNode object = arguments;
        for (Reference step : way) {
            String property = step.getPropertyName();
            if (property == null) {
                place = place.whenOf("array").items();
                object = object.path(step.getIndex());
            } else {
                place = place.whenOf("object").property(property);
                object = object.path(property);
            }
        }
        String name = unknown.getPropertyName();
        Set<String> known = place.whenOf("object").properties();
        if (known.isEmpty()) {
            // Of several alternatives only the binder knows which one was meant.
            known = new LinkedHashSet<>();
            for (Object id : unknown.getKnownPropertyIds()) {
                known.add(id.toString());
            }
        }
        ArgumentPath path = ArgumentPath.to(way);
        violations.add(new Violation(path.child(name).text(), Sentences.unknown(path, name, known)));
        return object instanceof ObjectNode owner && owner.remove(name) != null;
    }
}
