package dev.mcpcodegen.runtime.tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Builds an {@link UpstreamRequest}. A null or absent value leaves its parameter out, except in the path. */
public final class UpstreamRequestBuilder {

    private final String method;
    private String path;
    private final List<QueryParameter> query = new ArrayList<>();
    private final List<NameValue> headers = new ArrayList<>();
    private final List<NameValue> cookies = new ArrayList<>();
    private RequestBody body = new RequestBody.None();

    /** Query parameters by the names of the specification, and by names that a caller chose within an exploded object. */
    private final Set<String> named = new HashSet<>();

    private final Set<String> chosen = new HashSet<>();

    UpstreamRequestBuilder(String method, String pathTemplate) {
        this.method = method;
        this.path = pathTemplate;
    }

    /**
     * Fills one placeholder of the path template in the {@link PathStyle#COMMA} style.
     *
     * @throws InvalidArgumentException if the value is missing or could leave its segment
     */
    public UpstreamRequestBuilder path(String name, @Nullable Object value) {
        return path(name, value, PathStyle.COMMA);
    }

    /**
     * Fills one placeholder of the path template.
     *
     * @throws InvalidArgumentException if the value is missing or could leave its segment
     */
    public UpstreamRequestBuilder path(String name, @Nullable Object value, PathStyle style) {
        JsonNode sent = WireValues.tree(value);
        if (sent == null) {
            throw new InvalidArgumentException(name, "\"" + name + "\" is required.");
        }
        path = path.replace("{" + name + "}", PathExpansion.of(name, sent, style));
        // What stands beside the placeholder in its segment may make dots of what were none. A tab can only be a
        // separator here.
        PercentEncoding.refuseTraversal(name, path.replace("%09", ","));
        return this;
    }

    /** Adds a query parameter in the {@link QueryStyle#EXPLODED} style. */
    public UpstreamRequestBuilder query(String name, @Nullable Object value) {
        return query(name, value, QueryStyle.EXPLODED);
    }

    /** Adds a query parameter. */
    public UpstreamRequestBuilder query(String name, @Nullable Object value, QueryStyle style) {
        return query(name, value, style, PercentEncoding::encode);
    }

    /** Adds a query parameter in the {@link QueryStyle#EXPLODED} style whose reserved characters go as they are. */
    public UpstreamRequestBuilder reservedQuery(String name, @Nullable Object value) {
        return reservedQuery(name, value, QueryStyle.EXPLODED);
    }

    /**
     * Adds a query parameter whose reserved characters go as they are (RFC 6570, section 3.2.3), except those that would end the value:
     * {@code & ; + # [ ]} and the percent sign.
     */
    public UpstreamRequestBuilder reservedQuery(String name, @Nullable Object value, QueryStyle style) {
        return query(name, value, style, PercentEncoding::encodeReserved);
    }

    /** Makes a value the whole query: the members of an object become parameters, in the JSON style its text. */
    public UpstreamRequestBuilder queryString(@Nullable Object value, QueryStyle style) {
        return query("", value, style, PercentEncoding::encode);
    }

    private UpstreamRequestBuilder query(
            String name, @Nullable Object value, QueryStyle style, UnaryOperator<String> encoding) {
        named.add(name);
        JsonNode sent = WireValues.tree(value);
        if (sent != null) {
            List<QueryParameter> parameters = QueryExpansion.of(name, sent, style, encoding);
            query.addAll(parameters);
            if (style == QueryStyle.EXPLODED && (value instanceof Map<?, ?> || value instanceof JsonNode)) {
                parameters.forEach(parameter -> chosen.add(parameter.name()));
                chosen.remove(name);
            }
        }
        return this;
    }

    /**
     * Adds a request header in the {@link HeaderStyle#COMMA} style.
     *
     * @throws InvalidArgumentException if the value holds anything but visible ASCII and spaces
     */
    public UpstreamRequestBuilder header(String name, @Nullable Object value) {
        return header(name, value, HeaderStyle.COMMA);
    }

    /**
     * Adds a request header.
     *
     * @throws InvalidArgumentException if the value holds anything but visible ASCII and spaces
     */
    public UpstreamRequestBuilder header(String name, @Nullable Object value, HeaderStyle style) {
        JsonNode sent = WireValues.tree(value);
        if (sent != null) {
            headers.add(new NameValue(name, HeaderText.of(name, sent, style)));
        }
        return this;
    }

    /** Asks for an answer of a media type before all others. */
    public UpstreamRequestBuilder accept(String mediaType) {
        headers.add(new NameValue("Accept", mediaType + ", */*;q=0.1"));
        return this;
    }

    /** Adds a cookie in the {@link QueryStyle#EXPLODED} style, percent-encoded. */
    public UpstreamRequestBuilder cookie(String name, @Nullable Object value) {
        return cookie(name, value, QueryStyle.EXPLODED);
    }

    /**
     * Adds a cookie, percent-encoded; what is exploded becomes several.
     *
     * @throws InvalidArgumentException if an object has a member that cannot be the name of a cookie
     */
    public UpstreamRequestBuilder cookie(String name, @Nullable Object value, QueryStyle style) {
        JsonNode sent = WireValues.tree(value);
        if (sent != null) {
            QueryExpansion.of(name, sent, style, PercentEncoding::encode)
                    .forEach(cookie ->
                            cookies.add(new NameValue(HeaderText.token(name, cookie.name()), cookie.encodedValue())));
        }
        return this;
    }

    /** Sends a JSON object with the properties that {@code properties} puts into it. */
    public UpstreamRequestBuilder jsonBody(Consumer<JsonBody> properties) {
        return jsonBody(RequestBody.Json.MEDIA_TYPE, properties);
    }

    /** Sends a JSON object under another media type, such as {@code application/merge-patch+json}. */
    public UpstreamRequestBuilder jsonBody(String mediaType, Consumer<JsonBody> properties) {
        JsonBody object = new JsonBody();
        properties.accept(object);
        body = new RequestBody.Json(mediaType, object.tree());
        return this;
    }

    /** Sends any JSON value; nothing when null. */
    public UpstreamRequestBuilder jsonBody(@Nullable JsonNode value) {
        return jsonBody(RequestBody.Json.MEDIA_TYPE, value);
    }

    /** Sends any JSON value under another media type; nothing when null. */
    public UpstreamRequestBuilder jsonBody(String mediaType, @Nullable JsonNode value) {
        if (value != null) {
            body = new RequestBody.Json(mediaType, value);
        }
        return this;
    }

    /** Sends {@code application/x-www-form-urlencoded} fields. */
    public UpstreamRequestBuilder formBody(Consumer<FormBody> fields) {
        FormBody form = new FormBody();
        fields.accept(form);
        body = new RequestBody.Form(form.fields());
        return this;
    }

    /** Sends {@code multipart/form-data}. */
    public UpstreamRequestBuilder multipartBody(Consumer<MultipartBody> parts) {
        return multipartBody(RequestBody.Multipart.MEDIA_TYPE, parts);
    }

    /** Sends several parts under another media type, such as {@code multipart/related}. */
    public UpstreamRequestBuilder multipartBody(String mediaType, Consumer<MultipartBody> parts) {
        MultipartBody multipart = new MultipartBody();
        parts.accept(multipart);
        body = new RequestBody.Multipart(mediaType, multipart.parts());
        return this;
    }

    /** Sends text of another media type; nothing when null. */
    public UpstreamRequestBuilder rawBody(String mediaType, @Nullable String text) {
        if (text != null) {
            body = new RequestBody.Raw(mediaType, text);
        }
        return this;
    }

    /**
     * Sends the bytes of a file; nothing when null.
     *
     * @param mediaTypes what the vendor takes, at least one; ranges such as {@code image/*} stand for what the file says of itself
     */
    public UpstreamRequestBuilder fileBody(@Nullable FileContent file, String... mediaTypes) {
        if (file != null) {
            body = new RequestBody.File(List.of(mediaTypes), file);
        }
        return this;
    }

    /** Leaves a body out in which nothing stands: the vendor takes the request without one. */
    public UpstreamRequestBuilder omitEmptyBody() {
        boolean empty = (body instanceof RequestBody.Json json && json.tree().isEmpty())
                || (body instanceof RequestBody.Form form && form.fields().isEmpty())
                || (body instanceof RequestBody.Multipart multipart
                        && multipart.parts().isEmpty());
        if (empty) {
            body = new RequestBody.None();
        }
        return this;
    }

    /**
     * Returns the request.
     *
     * @throws InvalidArgumentException if a caller named a member of an object like a parameter that stands beside it in the query
     */
    public UpstreamRequest build() {
        for (String name : chosen) {
            if (named.contains(name)) {
                throw new InvalidArgumentException(
                        name, "\"" + name + "\" is a parameter of its own and cannot be set within another one.");
            }
        }
        return new UpstreamRequest(method, path, List.copyOf(query), List.copyOf(headers), List.copyOf(cookies), body);
    }
}
