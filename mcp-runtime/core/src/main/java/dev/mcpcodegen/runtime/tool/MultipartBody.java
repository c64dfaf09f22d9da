package dev.mcpcodegen.runtime.tool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a multipart body, in order. */
public final class MultipartBody {

    private final List<RequestBody.Part> parts = new ArrayList<>();

    MultipartBody() {}

    /** Adds a field, a list as one part an element; leaves it out when the value is null. */
    public MultipartBody field(String name, @Nullable Object value) {
        List<NameValue> fields = new ArrayList<>();
        WireValues.addQuery(fields, name, value, QueryStyle.EXPLODED);
        for (NameValue field : fields) {
            parts.add(new RequestBody.Part(field.name(), null, field.value()));
        }
        return this;
    }

    /** Adds a file; leaves it out when null. */
    public MultipartBody file(String name, @Nullable FileContent file) {
        if (file != null) {
            parts.add(new RequestBody.Part(name, file, ""));
        }
        return this;
    }

    /** Adds one part a file under the same name; leaves it out when null. */
    public MultipartBody files(String name, @Nullable List<FileContent> files) {
        if (files != null) {
            files.forEach(file -> file(name, file));
        }
        return this;
    }

    List<RequestBody.Part> parts() {
        return List.copyOf(parts);
    }
}
