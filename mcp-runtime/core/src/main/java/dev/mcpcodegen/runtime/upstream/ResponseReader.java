package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.tool.Content;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Turns a vendor's success into what a model sees. Never a success out of half an answer. Pure. */
final class ResponseReader {

    // What a vendor sends twice in one object is its affair; a caller's arguments are read more strictly.
    private static final JsonMapper JSON = ToolJson.MAPPER
            .rebuild()
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int MAX_NOTICE_BYTES = 1024;

    private final Pager pager;
    private final int maxResultBytes;

    ResponseReader(Pager pager, int maxResultBytes) {
        this.pager = pager;
        this.maxResultBytes = maxResultBytes;
    }

    /**
     * Reads the answer as the tool describes it.
     *
     * @throws UpstreamFailure if it is something else
     */
    ToolResult read(UpstreamCall call, PagePosition position, Credential credential, VendorAnswer answer) {
        refuseUnknownEncoding(call, answer);
        boolean pages = call.tool().paging().isPresent();
        if (answer.body().length == 0) {
            return ToolResult.json(pages ? emptyPage() : success(answer));
        }
        if (pages) {
            return ToolResult.json(pager.page(call, position, credential, answer, json(call, answer)));
        }
        if (call.tool().response().binary()) {
            return FileReader.read(call, answer);
        }
        return readSingle(call, answer);
    }

    private ToolResult readSingle(UpstreamCall call, VendorAnswer answer) {
        MediaType mediaType = answer.mediaType();
        if (mediaType.isJson() || mediaType.isUnknown()) {
            return structured(call, answer, json(call, answer));
        }
        // Many servers label JSON as text.
        JsonNode parsed = tryJson(answer);
        if (parsed != null && parsed.isContainer()) {
            return structured(call, answer, parsed);
        }
        if (mediaType.isHtml()) {
            throw notJson(call, answer, "a web page");
        }
        if (mediaType.isText()) {
            return text(call, CleanText.of(new String(answer.body(), mediaType.charset())));
        }
        return FileReader.read(call, answer);
    }

    private ToolResult structured(UpstreamCall call, VendorAnswer answer, JsonNode whole) {
        // A part that is not there is no reason to call a change that was made a failure.
        JsonNode part = whole.at(call.tool().response().path());
        JsonNode value = part.isMissingNode() ? whole : part;
        // What was short on the wire is short as a result.
        boolean mayBeLarge = answer.body().length > maxResultBytes;
        return ToolResult.json(mayBeLarge ? cut(call, value) : object(value));
    }

    private JsonNode cut(UpstreamCall call, JsonNode value) {
        ResultCut cut = new ResultCut();
        JsonNode smaller = object(cut.cut(value, room()));
        return cut.told().isEmpty() ? smaller : ((ObjectNode) smaller).put("_notice", notice(call, cut.told()));
    }

    private static JsonNode object(JsonNode value) {
        return value.isObject() ? value : ToolJson.MAPPER.createObjectNode().set("result", value);
    }

    private ToolResult text(UpstreamCall call, String text) {
        ResultCut cut = new ResultCut();
        String shown = text.length() > room() / 4
                ? cut.cut(StringNode.valueOf(text), room()).asString()
                : text;
        ObjectNode structured = ToolJson.MAPPER.createObjectNode().put("result", shown);
        if (cut.told().isEmpty()) {
            return new ToolResult(List.of(new Content.Text(shown)), structured, null, null);
        }
        String notice = notice(call, cut.told());
        structured.put("_notice", notice);
        return new ToolResult(List.of(new Content.Text(shown), new Content.Text(notice)), structured, null, null);
    }

    private int room() {
        return Math.max(maxResultBytes - MAX_NOTICE_BYTES, maxResultBytes / 2);
    }

    private static String notice(UpstreamCall call, String leftOut) {
        return call.integration().displayName() + "'s answer is too large for one result. Left out: " + leftOut
                + ". To get that, ask for less at a time: a narrower filter, fewer fields, or the parts one by one.";
    }

    private static ObjectNode success(VendorAnswer answer) {
        return ToolJson.MAPPER.createObjectNode().put("success", true).put("status", answer.status());
    }

    private static ObjectNode emptyPage() {
        ObjectNode page = ToolJson.MAPPER.createObjectNode();
        page.putArray("result");
        return page;
    }

    private static JsonNode json(UpstreamCall call, VendorAnswer answer) {
        JsonNode parsed = tryJson(answer);
        if (parsed == null) {
            throw notJson(
                    call, answer, answer.mediaType().isHtml() ? "a web page" : "something that is not valid JSON");
        }
        return parsed;
    }

    /** Returns the body as JSON; null when it is none. */
    static @Nullable JsonNode tryJson(VendorAnswer answer) {
        try {
            JsonNode parsed = answer.mediaType().charset().name().startsWith("UTF-")
                    ? JSON.readTree(answer.body())
                    : JSON.readTree(new String(answer.body(), answer.mediaType().charset()));
            return parsed.isMissingNode() ? null : parsed;
        } catch (JacksonException | NumberFormatException e) {
            // The second for an exponent beyond all numbers.
            return null;
        }
    }

    private static void refuseUnknownEncoding(UpstreamCall call, VendorAnswer answer) {
        String encoding = answer.headers().first("content-encoding");
        if (encoding != null && !encoding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
            throw notJson(call, answer, "a compression that was not asked for");
        }
    }

    private static UpstreamFailure notJson(UpstreamCall call, VendorAnswer answer, String what) {
        return UpstreamFailure.badResponse(
                call,
                answer.status(),
                call.integration().displayName() + " answered (HTTP " + answer.status() + ") with " + what
                        + ", which cannot be read.");
    }
}
