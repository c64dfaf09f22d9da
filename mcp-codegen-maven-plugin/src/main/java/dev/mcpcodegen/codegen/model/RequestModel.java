package dev.mcpcodegen.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool's request holds besides its arguments.
 *
 * @param path the path template as it is sent: percent-encoded, without query and fragment
 * @param constants what is sent with every call
 * @param accept the media type that is asked for; null for the runtime's default
 * @param server the name of the server that the request goes to; null for the integration's base URL
 * @param security what the vendor wants to see, where it differs from the rest of its API; null where it does not
 * @param notes what was decided on the way, in sentences for people
 */
public record RequestModel(
        String path,
        List<ConstantModel> constants,
        @Nullable String accept,
        @Nullable String server,
        @Nullable SecurityModel security,
        List<String> notes) {

    /** A request to a path and nothing else. */
    public static RequestModel to(String path) {
        return new RequestModel(path, List.of(), null, null, null, List.of());
    }

    /**
     * A value that no caller chooses.
     *
     * @param place where it goes
     * @param json the value as JSON text
     */
    public record ConstantModel(ArgumentModel place, String json) {}
}
