package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.FileContent;
import dev.mcpcodegen.runtime.tool.RequestBody;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Encodes {@code multipart/form-data} (RFC 7578) and its relatives (RFC 2046), with names escaped as browsers do it. */
final class MultipartWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private MultipartWriter() {}

    static BodyContent write(RequestBody.Multipart body) {
        // Nobody who supplies a part can know the boundary, so no part can end itself.
        String boundary = "mcp-" + UUID.randomUUID();
        MultipartWriter writer = new MultipartWriter();
        for (RequestBody.Part part : body.parts()) {
            writer.text("--" + boundary + "\r\n");
            writer.part(part);
        }
        writer.text("--" + boundary + "--\r\n");
        return new BodyContent(body.mediaType() + "; boundary=" + boundary, writer.out.toByteArray());
    }

    private void part(RequestBody.Part part) {
        text("Content-Disposition: form-data; name=\"" + escape(part.name()) + "\"");
        FileContent file = part.file();
        if (file == null) {
            String type = part.mediaType() == null ? "" : "\r\nContent-Type: " + part.mediaType();
            text(type + "\r\n\r\n" + part.value() + "\r\n");
            return;
        }
        List<String> taken = part.mediaType() == null ? List.of() : List.of(part.mediaType(), "*/*");
        text("; filename=\"" + escape(file.filename()) + "\"\r\n");
        text("Content-Type: " + FileMediaType.of(part.name(), file, taken) + "\r\n\r\n");
        out.writeBytes(file.bytes());
        text("\r\n");
    }

    private static String escape(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
