package dev.mcpcodegen.runtime.protocol;

import dev.mcpcodegen.runtime.tool.ToolJson;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * Writes JSON as UTF-8. Goes by way of characters, because a vendor's text may hold half a surrogate pair: it becomes a question mark here,
 * where a byte-writing generator would fail.
 */
final class JsonText {

    private JsonText() {}

    static byte[] write(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = ToolJson.MAPPER.createGenerator(text)) {
            content.accept(generator);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
