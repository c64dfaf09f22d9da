package dev.mcpcodegen.runtime.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Builds an {@link UpstreamRequest}. A null or absent value leaves its parameter out, except in the path. */
public final class UpstreamRequestBuilder {

    private final String method;
    private String path;
    private final List<NameValue> query = new ArrayList<>();
    private final List<NameValue> headers = new ArrayList<>();
    private final List<NameValue> cookies = new ArrayList<>();
    private RequestBody body = new RequestBody.None();

    UpstreamRequestBuilder(String method, String pathTemplate) {
        this.method = method;
        this.path = pathTemplate;
    }

    /**
     * Fills one placeholder of the path template.
     *
     * @throws InvalidArgumentException if the value is missing or could leave its segment
     */
    public UpstreamRequestBuilder path(String name, @Nullable Object value) {
        if (value == null) {
            throw new InvalidArgumentException(name, "\"" + name + "\" is required.");
        }
        path = path.replace("{" + name + "}", PercentEncoding.segment(name, WireValues.text(value)));
        return this;
    }

    /** Adds a query parameter in the {@link QueryStyle#EXPLODED} style. */
    public UpstreamRequestBuilder query(String name, @Nullable Object value) {
        return query(name, value, QueryStyle.EXPLODED);
    }

    /** Adds a query parameter. */
    public UpstreamRequestBuilder query(String name, @Nullable Object value, QueryStyle style) {
        WireValues.addQuery(query, name, value, style);
        return this;
    }

    /**
     * Adds a request header.
     *
     * @throws InvalidArgumentException if the value holds anything but visible ASCII and spaces
     */
    public UpstreamRequestBuilder header(String name, @Nullable Object value) {
        if (value != null) {
            headers.add(new NameValue(name, WireValues.headerText(name, value)));
        }
        return this;
    }

    /**
     * Adds a cookie.
     *
     * @throws InvalidArgumentException if the value holds anything but visible ASCII
     */
    public UpstreamRequestBuilder cookie(String name, @Nullable Object value) {
        if (value != null) {
            cookies.add(new NameValue(name, PercentEncoding.encode(WireValues.headerText(name, value))));
        }
        return this;
    }

    /** Sends a JSON object with the properties that {@code properties} puts into it. */
    public UpstreamRequestBuilder jsonBody(Consumer<JsonBody> properties) {
        JsonBody object = new JsonBody();
        properties.accept(object);
        body = new RequestBody.Json(object.tree());
        return this;
    }

    /** Sends any JSON value; nothing when null. */
    public UpstreamRequestBuilder jsonBody(@Nullable JsonNode value) {
        if (value != null) {
            body = new RequestBody.Json(value);
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
        MultipartBody multipart = new MultipartBody();
        parts.accept(multipart);
        body = new RequestBody.Multipart(multipart.parts());
        return this;
    }

    /** Sends text of another media type; nothing when null. */
    public UpstreamRequestBuilder rawBody(String mediaType, @Nullable String text) {
        if (text != null) {
            body = new RequestBody.Raw(mediaType, text);
        }
        return this;
    }

    public UpstreamRequest build() {
        return new UpstreamRequest(method, path, List.copyOf(query), List.copyOf(headers), List.copyOf(cookies), body);
    }
}
