package dev.mcpcodegen.runtime.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The parts of a multipart body, in order. What is null is left out. */
public final class MultipartBody {

    private final List<RequestBody.Part> parts = new ArrayList<>();

    MultipartBody() {}

    /** Adds a field, a list as one part an element, an object as a part of JSON. */
    public MultipartBody field(String name, @Nullable Object value) {
        JsonNode sent = WireValues.tree(value);
        if (sent != null && sent.isArray()) {
            sent.forEach(element -> add(name, element, element.isContainer() ? RequestBody.Json.MEDIA_TYPE : null));
        } else if (sent != null) {
            add(name, sent, sent.isContainer() ? RequestBody.Json.MEDIA_TYPE : null);
        }
        return this;
    }

    /** Adds one part of a media type, as JSON where the media type says so. */
    public MultipartBody field(String name, @Nullable Object value, String mediaType) {
        JsonNode sent = WireValues.tree(value);
        if (sent != null) {
            add(name, sent, mediaType);
        }
        return this;
    }

    /** Adds a field in a style. */
    public MultipartBody field(String name, @Nullable Object value, QueryStyle style) {
        JsonNode sent = WireValues.tree(value);
        if (sent != null) {
            QueryExpansion.of(name, sent, style, text -> text)
                    .forEach(field -> parts.add(new RequestBody.Part(field.name(), null, field.encodedValue(), null)));
        }
        return this;
    }

    /** Adds a file. */
    public MultipartBody file(String name, @Nullable FileContent file) {
        return part(name, file, null);
    }

    /** Adds a file that is of a media type unless it says something else. */
    public MultipartBody file(String name, @Nullable FileContent file, String mediaType) {
        return part(name, file, mediaType);
    }

    /** Adds one part a file under the same name. */
    public MultipartBody files(String name, @Nullable List<FileContent> files) {
        if (files != null) {
            files.forEach(file -> part(name, file, null));
        }
        return this;
    }

    /** Adds one part a file, each of a media type unless it says something else. */
    public MultipartBody files(String name, @Nullable List<FileContent> files, String mediaType) {
        if (files != null) {
            files.forEach(file -> part(name, file, mediaType));
        }
        return this;
    }

    /**
     * Adds fields that no argument stands for.
     *
     * @param withheld names that must not come this way
     * @throws InvalidArgumentException if one of them does
     */
    public MultipartBody others(@Nullable Map<String, JsonNode> others, String... withheld) {
        Others.check(others, withheld).forEach(this::field);
        return this;
    }

    private MultipartBody part(String name, @Nullable FileContent file, @Nullable String mediaType) {
        if (file != null) {
            parts.add(new RequestBody.Part(name, file, "", mediaType));
        }
        return this;
    }

    private void add(String name, JsonNode value, @Nullable String mediaType) {
        boolean json = mediaType != null && mediaType.toLowerCase(Locale.ROOT).contains("json");
        if (!value.isNull()) {
            parts.add(new RequestBody.Part(name, null, json ? value.toString() : WireValues.text(value), mediaType));
        }
    }

    List<RequestBody.Part> parts() {
        return List.copyOf(parts);
    }
}
