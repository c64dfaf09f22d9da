package dev.mcpcodegen.runtime.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A request to a vendor's API, relative to its base URL and without credentials. Immutable.
 *
 * @param method the HTTP method
 * @param path the path, percent-encoded, beginning with a slash; a query in it stands before the others
 * @param query the query parameters in order
 * @param headers request headers
 * @param cookies cookies
 * @param body the body
 */
public record UpstreamRequest(
        String method,
        String path,
        List<QueryParameter> query,
        List<NameValue> headers,
        List<NameValue> cookies,
        RequestBody body) {

    public static UpstreamRequestBuilder get(String pathTemplate) {
        return new UpstreamRequestBuilder("GET", pathTemplate);
    }

    public static UpstreamRequestBuilder post(String pathTemplate) {
        return new UpstreamRequestBuilder("POST", pathTemplate);
    }

    public static UpstreamRequestBuilder put(String pathTemplate) {
        return new UpstreamRequestBuilder("PUT", pathTemplate);
    }

    public static UpstreamRequestBuilder patch(String pathTemplate) {
        return new UpstreamRequestBuilder("PATCH", pathTemplate);
    }

    public static UpstreamRequestBuilder delete(String pathTemplate) {
        return new UpstreamRequestBuilder("DELETE", pathTemplate);
    }

    /** Any other method, such as {@code HEAD}. */
    public static UpstreamRequestBuilder method(String method, String pathTemplate) {
        return new UpstreamRequestBuilder(method, pathTemplate);
    }

    /** Returns this request with one more query parameter at the end. */
    public UpstreamRequest withQuery(String name, String value) {
        List<QueryParameter> more = new ArrayList<>(query);
        more.add(QueryParameter.of(name, value));
        return new UpstreamRequest(method, path, List.copyOf(more), headers, cookies, body);
    }

    /** Returns this request without the query parameters of that name. */
    public UpstreamRequest withoutQuery(String name) {
        List<QueryParameter> others = query.stream()
                .filter(parameter -> !parameter.name().equals(name))
                .toList();
        return new UpstreamRequest(method, path, others, headers, cookies, body);
    }

    /** The files in the body, in order. */
    public List<FileContent> files() {
        if (body instanceof RequestBody.File single) {
            return List.of(single.file());
        }
        return body instanceof RequestBody.Multipart multipart
                ? multipart.parts().stream()
                        .map(RequestBody.Part::file)
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }

    /** Path and query as they stand in the request line (RFC 9112, origin-form), relative to the base URL. */
    public String target() {
        if (query.isEmpty()) {
            return path;
        }
        // Some documents have queries in their paths, and a vendor's link to its next page has one.
        String before = path + (path.indexOf('?') < 0 ? "?" : "&");
        return query.stream().map(QueryParameter::inQuery).collect(Collectors.joining("&", before, ""));
    }
}
