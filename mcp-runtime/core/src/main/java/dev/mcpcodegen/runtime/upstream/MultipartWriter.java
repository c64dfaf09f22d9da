package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.files.FileSource;
import dev.mcpcodegen.runtime.tool.FileContent;
import dev.mcpcodegen.runtime.tool.RequestBody;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Encodes {@code multipart/form-data} (RFC 7578) and its relatives (RFC 2046), with names escaped as browsers do it. */
final class MultipartWriter {

    private final @Nullable FileSource upload;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private byte @Nullable [] beforeUpload;

    private MultipartWriter(@Nullable FileSource upload) {
        this.upload = upload;
    }

    static BodyContent write(RequestBody.Multipart body, @Nullable FileSource upload) {
        // Nobody who supplies a part can know the boundary, so no part can end itself.
        String boundary = "mcp-" + UUID.randomUUID();
        MultipartWriter writer = new MultipartWriter(upload);
        for (RequestBody.Part part : body.parts()) {
            writer.text("--" + boundary + "\r\n");
            writer.part(part);
        }
        writer.text("--" + boundary + "--\r\n");
        return writer.content(body.mediaType() + "; boundary=" + boundary);
    }

    private BodyContent content(String mediaType) {
        return beforeUpload == null
                ? new BodyContent(mediaType, out.toByteArray())
                : new BodyContent(mediaType, beforeUpload, upload, out.toByteArray());
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
        if (upload == null || file.isInline()) {
            head(file.filenameOr("file"), FileMediaType.of(part.name(), file, taken));
            out.writeBytes(file.bytes());
        } else {
            String named = upload.filename() == null ? "file" : upload.filename();
            head(file.filenameOr(named), FileMediaType.of(part.name(), file, upload, taken));
            beforeUpload = out.toByteArray();
            out = new ByteArrayOutputStream();
        }
        text("\r\n");
    }

    private void head(String filename, String mediaType) {
        text("; filename=\"" + escape(filename) + "\"\r\n");
        text("Content-Type: " + mediaType + "\r\n\r\n");
    }

    private static String escape(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
