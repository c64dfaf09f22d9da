package dev.mcpcodegen.runtime.tool;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a form body, in order. */
public final class FormBody {

    private final List<QueryParameter> fields = new ArrayList<>();

    FormBody() {}

    /** Adds a field, a list as one field an element, an object as JSON text; leaves it out when the value is null. */
    public FormBody field(String name, @Nullable Object value) {
        JsonNode sent = WireValues.tree(value);
        return field(name, sent, sent != null && sent.isObject() ? QueryStyle.JSON : QueryStyle.EXPLODED);
    }

    /** Adds a field in a style; leaves it out when the value is null. */
    public FormBody field(String name, @Nullable Object value, QueryStyle style) {
        JsonNode sent = WireValues.tree(value);
        if (sent != null) {
            fields.addAll(QueryExpansion.of(name, sent, style, FormBody::encode));
        }
        return this;
    }

    /**
     * Adds fields that no argument stands for.
     *
     * @param withheld names that must not come this way
     * @throws InvalidArgumentException if one of them does
     */
    public FormBody others(@Nullable Map<String, JsonNode> others, String... withheld) {
        Others.check(others, withheld).forEach(this::field);
        return this;
    }

    List<QueryParameter> fields() {
        return List.copyOf(fields);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
