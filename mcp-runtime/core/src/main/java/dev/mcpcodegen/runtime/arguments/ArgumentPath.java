package dev.mcpcodegen.runtime.arguments;

import com.networknt.schema.path.NodePath;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException.Reference;

/**
 * Where in the arguments something stands, written {@code a.b[0]}. The text is only made when a message needs it.
 *
 * @param step a property's name or an item's index
 */
record ArgumentPath(@Nullable ArgumentPath parent, Object step, int depth) {

    static final ArgumentPath ROOT = new ArgumentPath(null, "", 0);

    private static final int MAX_NAME = 64;

    static ArgumentPath of(NodePath location) {
        ArgumentPath path = ROOT;
        for (int i = 0; i < location.getNameCount(); i++) {
            path = path.child(location.getElement(i));
        }
        return path;
    }

    /** Where binding stopped. */
    static ArgumentPath to(List<Reference> place) {
        ArgumentPath path = ROOT;
        for (Reference step : place) {
            path = path.child(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return path;
    }

    /** The property of that name, or the item at that index. */
    ArgumentPath child(Object next) {
        return new ArgumentPath(this, next, depth + 1);
    }

    /** Names are the caller's own words where an argument is unknown, so they are cleaned like values. */
    String text() {
        if (parent == null) {
            return "";
        }
        String before = parent.text();
        if (step instanceof Integer) {
            return before + "[" + step + "]";
        }
        String name = ShownText.of(step.toString(), MAX_NAME);
        return before.isEmpty() ? name : before + "." + name;
    }

    /** Begins a sentence. */
    String quoted() {
        return parent == null ? "The argument object" : "\"" + text() + "\"";
    }

    @Override
    public String toString() {
        return text();
    }
}
