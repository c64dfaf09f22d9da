package dev.mcpcodegen.it.sandbox.http;

import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Parses a body as its media type asks, and keeps as text what does not parse. */
final class BodyParser {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    // The bytes are in memory already; no part is worth a temporary file.
    private static final MultiPartConfig IN_MEMORY = new MultiPartConfig.Builder()
            .maxMemoryPartSize(-1)
            .maxPartSize(-1)
            .maxSize(-1)
            .build();

    private BodyParser() {}

    static ReceivedBody parse(@Nullable String contentType, byte[] bytes) {
        if (bytes.length == 0) {
            return new ReceivedBody.None();
        }
        String mediaType = mediaType(contentType);
        try {
            if (isJson(contentType)) {
                return new ReceivedBody.Json(JSON.readTree(bytes));
            }
            if (contentType != null && mediaType.equals("multipart/form-data")) {
                return new ReceivedBody.Multipart(parts(contentType, bytes));
            }
        } catch (JacksonException | CompletionException e) {
            return new ReceivedBody.Text(mediaType, new String(bytes, StandardCharsets.UTF_8));
        }
        return new ReceivedBody.Text(mediaType, new String(bytes, StandardCharsets.UTF_8));
    }

    /** Tells whether a body says to be JSON. */
    static boolean isJson(@Nullable String contentType) {
        String mediaType = mediaType(contentType);
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    private static List<Part> parts(String contentType, byte[] bytes) {
        List<Part> parts = new ArrayList<>();
        Content.Source source = Content.Source.from(ByteBuffer.wrap(bytes));
        try (MultiPartFormData.Parts parsed =
                MultiPartFormData.getParts(source, new Attributes.Mapped(), contentType, IN_MEMORY)) {
            for (MultiPart.Part part : parsed) {
                parts.add(new Part(
                        part.getName() == null ? "" : part.getName(),
                        part.getFileName(),
                        part.getHeaders().get(HttpHeader.CONTENT_TYPE),
                        content(part)));
            }
        }
        return parts;
    }

    private static byte[] content(MultiPart.Part part) {
        try (InputStream content = Content.Source.asInputStream(part.createContentSource())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A part in memory cannot fail to be read", e);
        }
    }
}
