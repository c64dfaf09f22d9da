package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.RequestBody;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Encodes request bodies. Pure, but for the boundary of a multipart body. */
final class BodyWriter {

    private BodyWriter() {}

    /**
     * Returns the bytes with their media type; null when there is no body.
     *
     * @throws InvalidArgumentException if a file cannot be encoded
     */
    static @Nullable BodyContent write(RequestBody body) {
        if (body instanceof RequestBody.Json json) {
            return new BodyContent("application/json", ToolJson.MAPPER.writeValueAsBytes(json.tree()));
        }
        if (body instanceof RequestBody.Form form) {
            return new BodyContent("application/x-www-form-urlencoded", utf8(formText(form.fields())));
        }
        if (body instanceof RequestBody.Multipart multipart) {
            return MultipartWriter.write(multipart.parts());
        }
        if (body instanceof RequestBody.Raw raw) {
            return new BodyContent(raw.mediaType(), utf8(raw.text()));
        }
        return null;
    }

    private static String formText(List<NameValue> fields) {
        return fields.stream()
                .map(field -> formEncode(field.name()) + "=" + formEncode(field.value()))
                .collect(Collectors.joining("&"));
    }

    private static String formEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
