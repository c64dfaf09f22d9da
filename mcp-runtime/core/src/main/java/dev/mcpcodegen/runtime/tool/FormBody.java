package dev.mcpcodegen.runtime.tool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a form body, in order. */
public final class FormBody {

    private final List<NameValue> fields = new ArrayList<>();

    FormBody() {}

    /** Adds a field, a list as one field an element; leaves it out when the value is null. */
    public FormBody field(String name, @Nullable Object value) {
        WireValues.addQuery(fields, name, value, QueryStyle.EXPLODED);
        return this;
    }

    List<NameValue> fields() {
        return List.copyOf(fields);
    }
}
