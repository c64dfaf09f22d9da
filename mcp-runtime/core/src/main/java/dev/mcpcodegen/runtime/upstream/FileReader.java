package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.Content;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns an answer that is a file into a content block. Pure. */
final class FileReader {

    /** The largest file that travels within a result. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final Pattern FILENAME = Pattern.compile("filename=(?:\"([^\"]*)\"|([^;\\s]+))");

    private FileReader() {}

    static ToolResult read(UpstreamCall call, VendorAnswer answer) {
        if (answer.body().length > MAX_BYTES) {
            throw new AnswerTooLargeException(MAX_BYTES);
        }
        return new ToolResult(List.of(content(call, answer)), null, null, null);
    }

    private static Content content(UpstreamCall call, VendorAnswer answer) {
        MediaType mediaType = answer.mediaType();
        String name = mediaType.isUnknown() ? "application/octet-stream" : mediaType.name();
        if (name.startsWith("image/") && !mediaType.isText()) {
            return new Content.Image(base64(answer), name);
        }
        if (name.startsWith("audio/")) {
            return new Content.Audio(base64(answer), name);
        }
        String uri = uri(call, answer.headers().first("content-disposition"));
        if (mediaType.isText() || mediaType.isJson()) {
            return new Content.TextResource(uri, name, CleanText.of(new String(answer.body(), mediaType.charset())));
        }
        return new Content.BlobResource(uri, name, base64(answer));
    }

    private static String base64(VendorAnswer answer) {
        return Base64.getEncoder().encodeToString(answer.body());
    }

    /** Names the file within the result; the name leads nowhere. */
    private static String uri(UpstreamCall call, @Nullable String contentDisposition) {
        String filename = call.tool().name();
        if (contentDisposition != null) {
            Matcher matcher = FILENAME.matcher(contentDisposition);
            if (matcher.find()) {
                filename = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            }
        }
        String encoded = URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment:" + call.integration().name() + "/" + encoded;
    }
}
