package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.NameValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers of an answer in the order in which they came. */
record ResponseHeaders(List<NameValue> fields) {

    /** Returns the value of the first header of that name in any case; null when there is none. */
    @Nullable
    String first(String name) {
        for (NameValue field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.value();
            }
        }
        return null;
    }

    /** Returns the values of all headers of that name in any case. */
    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(NameValue::value)
                .toList();
    }
}
