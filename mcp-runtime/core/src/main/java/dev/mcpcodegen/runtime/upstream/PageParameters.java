package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.PageRules;
import dev.mcpcodegen.runtime.tool.Paging;
import dev.mcpcodegen.runtime.tool.QueryParameter;
import dev.mcpcodegen.runtime.tool.RequestBody;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a position in a list into a request, in the vendor's own parameters. Pure. */
final class PageParameters {

    private PageParameters() {}

    static UpstreamRequest add(UpstreamRequest request, Paging paging, PagePosition position) {
        String token = position.token();
        if (paging instanceof Paging.Unpaged) {
            return request;
        }
        boolean byLink = paging instanceof Paging.Link || paging instanceof Paging.NextUrl;
        if (byLink && token != null) {
            // The link repeats the whole query, the page size included.
            return new UpstreamRequest(
                    request.method(), token, List.of(), request.headers(), request.cookies(), request.body());
        }
        PageRules rules = paging.rules();
        UpstreamRequest sized = rules.limitParam() == null || position.size() == null
                ? request
                : put(request, rules, rules.limitParam(), number(position.size()));
        if (paging instanceof Paging.Cursor cursor && token != null) {
            return put(sized, rules, cursor.cursorParam(), text(token));
        }
        if (paging instanceof Paging.LastItem lastItem && token != null) {
            return put(sized, rules, lastItem.cursorParam(), text(token));
        }
        // Numbers are sent from the first page on: some vendors page only those who ask for a page.
        if (paging instanceof Paging.Offset offset) {
            return put(sized, rules, offset.offsetParam(), number(from(token, offset.firstOffset())));
        }
        if (paging instanceof Paging.PageNumber page) {
            return put(sized, rules, page.pageParam(), number(from(token, page.firstPage())));
        }
        return sized;
    }

    /** Returns the number that a token of ours stands for. */
    static long from(@Nullable String token, int first) {
        return token == null ? first : Long.parseLong(token);
    }

    private static JsonNode number(long value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.stringNode(value);
    }

    private static UpstreamRequest put(UpstreamRequest request, PageRules rules, String name, JsonNode value) {
        if (!rules.inBody()) {
            return request.withoutQuery(name).withQuery(name, value.asString());
        }
        RequestBody body = request.body() instanceof RequestBody.Form form
                ? new RequestBody.Form(replaced(form.fields(), name, value.asString()))
                : json(request.body(), name, value);
        return new UpstreamRequest(
                request.method(), request.path(), request.query(), request.headers(), request.cookies(), body);
    }

    private static List<QueryParameter> replaced(List<QueryParameter> fields, String name, String value) {
        List<QueryParameter> replaced = new ArrayList<>(fields);
        replaced.removeIf(field -> field.name().equals(name));
        replaced.add(QueryParameter.of(name, value));
        return List.copyOf(replaced);
    }

    private static RequestBody json(RequestBody body, String name, JsonNode value) {
        if (!(body instanceof RequestBody.Json json)) {
            return new RequestBody.Json(put(ToolJson.MAPPER.createObjectNode(), name, value));
        }
        return json.tree() instanceof ObjectNode tree
                ? new RequestBody.Json(json.mediaType(), put(tree.deepCopy(), name, value))
                : json;
    }

    private static ObjectNode put(ObjectNode object, String name, JsonNode value) {
        if (!name.startsWith("/")) {
            object.set(name, value);
            return object;
        }
        JsonPointer pointer = JsonPointer.compile(name);
        ObjectNode holder = object;
        for (; !pointer.tail().matches(); pointer = pointer.tail()) {
            String member = pointer.getMatchingProperty();
            holder = holder.get(member) instanceof ObjectNode present ? present : holder.putObject(member);
        }
        holder.set(pointer.getMatchingProperty(), value);
        return object;
    }
}
