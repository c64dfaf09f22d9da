package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.files.FileSource;
import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.QueryParameter;
import dev.mcpcodegen.runtime.tool.RequestBody;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Encodes request bodies. Pure, but for the boundary of a multipart body. */
final class BodyWriter {

    private BodyWriter() {}

    /** Returns the bytes of a body whose files are within it, with their media type; null when there is no body. */
    static @Nullable BodyContent write(RequestBody body) {
        return write(body, null);
    }

    /**
     * Returns the bytes with their media type; null when there is no body.
     *
     * @param upload takes the place of the file that has no content; null when there is none
     * @throws InvalidArgumentException if a file cannot be encoded, or its content is missing
     */
    static @Nullable BodyContent write(RequestBody body, @Nullable FileSource upload) {
        if (body instanceof RequestBody.Json json) {
            return new BodyContent(json.mediaType(), ToolJson.MAPPER.writeValueAsBytes(json.tree()));
        }
        if (body instanceof RequestBody.Form form) {
            return new BodyContent("application/x-www-form-urlencoded", utf8(formText(form.fields())));
        }
        if (body instanceof RequestBody.Multipart multipart) {
            return MultipartWriter.write(multipart, upload);
        }
        if (body instanceof RequestBody.Raw raw) {
            return new BodyContent(withCharset(raw), utf8(raw.text()));
        }
        if (body instanceof RequestBody.File file) {
            return upload == null || file.file().isInline()
                    ? new BodyContent(
                            FileMediaType.of("body", file.file(), file.mediaTypes()),
                            file.file().bytes())
                    : new BodyContent(
                            FileMediaType.of("body", file.file(), upload, file.mediaTypes()),
                            new byte[0],
                            upload,
                            new byte[0]);
        }
        return null;
    }

    private static String formText(List<QueryParameter> fields) {
        return fields.stream()
                .map(field -> URLEncoder.encode(field.name(), StandardCharsets.UTF_8) + "=" + field.encodedValue())
                .collect(Collectors.joining("&"));
    }

    /** Text in other than ASCII characters has to say how it is encoded: without a word, {@code text/plain} is ASCII (RFC 2046, 4.1.2). */
    private static String withCharset(RequestBody.Raw raw) {
        String mediaType = raw.mediaType().toLowerCase(Locale.ROOT);
        boolean plain = raw.text().chars().allMatch(c -> c < 0x80);
        return plain || !mediaType.startsWith("text/") || mediaType.contains("charset")
                ? raw.mediaType()
                : raw.mediaType() + "; charset=utf-8";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
