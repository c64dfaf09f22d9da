package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.files.FileHead;
import dev.mcpcodegen.runtime.files.FileName;
import dev.mcpcodegen.runtime.tool.Content;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns an answer that is a file into a content block. Pure. */
final class FileReader {

    /** The largest file that travels within a result. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final String BYTES = "application/octet-stream";

    // What a header may hold of them is passed on in a header of ours (RFC 9110, section 8.3.1).
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            "[\\w!#$&^.+-]{1,60}/[\\w!#$&^.+-]{1,80}(\\s*;\\s*[\\w-]+=(\"[ -!#-~]*\"|[\\w!#$&^.+:/-]+))*");

    private static final Pattern LENGTH = Pattern.compile("\\d{1,15}");
    private static final Pattern ENCODING = Pattern.compile("[A-Za-z-]{1,20}");

    private FileReader() {}

    static ToolResult read(UpstreamCall call, VendorAnswer answer) {
        if (answer.body().length > MAX_BYTES) {
            throw new AnswerTooLargeException(MAX_BYTES, answer);
        }
        return new ToolResult(List.of(content(call, answer)), null, null, null);
    }

    private static Content content(UpstreamCall call, VendorAnswer answer) {
        MediaType mediaType = answer.mediaType();
        String name = mediaType.isUnknown() ? BYTES : mediaType.name();
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

    /** Returns the result of a file that is too large for one; empty when it is no file, or nobody could fetch it. */
    static Optional<ToolResult> linked(UpstreamCall call, @Nullable VendorAnswer head) {
        Function<FileHead, ToolResult> linked = call.files().linked();
        if (linked == null || head == null || !head.isSuccess()) {
            return Optional.empty();
        }
        MediaType mediaType = head.mediaType();
        boolean isFile =
                call.tool().response().binary() || !(mediaType.isUnknown() || mediaType.isJson() || mediaType.isText());
        return isFile ? Optional.of(linked.apply(head(head))) : Optional.empty();
    }

    /** Returns what a vendor says of a file. */
    static FileHead head(VendorAnswer answer) {
        String mediaType = answer.headers().first("content-type");
        String encoding = answer.headers().first("content-encoding");
        String length = answer.headers().first("content-length");
        return new FileHead(
                FileName.in(answer.headers().first("content-disposition")).orElse(null),
                mediaType != null && MEDIA_TYPE.matcher(mediaType).matches() ? mediaType : BYTES,
                length != null && LENGTH.matcher(length).matches() ? Long.parseLong(length) : -1,
                encoding != null && ENCODING.matcher(encoding).matches() ? encoding : null);
    }

    /** Names the file within the result; the name leads nowhere. */
    private static String uri(UpstreamCall call, @Nullable String contentDisposition) {
        String filename = FileName.in(contentDisposition).orElse(call.tool().name());
        return "attachment:" + call.integration().name() + "/" + FileName.encoded(filename);
    }
}
