package dev.mcpcodegen.codegen.report;

import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.SecurityModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is told of a tool's request in a word. */
final class Requests {

    private Requests() {}

    /** The media types that the body may have; none when there is no body. */
    static List<String> mediaTypes(BodyModel body) {
        if (body instanceof BodyModel.JsonObject json) {
            return List.of(json.mediaType());
        }
        if (body instanceof BodyModel.JsonValue json) {
            return List.of(json.mediaType());
        }
        if (body instanceof BodyModel.Form) {
            return List.of("application/x-www-form-urlencoded");
        }
        if (body instanceof BodyModel.Multipart parts) {
            return List.of(parts.mediaType());
        }
        if (body instanceof BodyModel.Raw raw) {
            return List.of(raw.mediaType());
        }
        return body instanceof BodyModel.File file ? file.mediaTypes() : List.of();
    }

    /** The security schemes of a call: alternatives, each the schemes that are needed together. */
    static List<String> security(ToolModel tool, IntegrationModel integration) {
        SecurityModel security = Objects.requireNonNullElse(tool.request().security(), integration.security());
        return security.alternatives().stream()
                .map(requirement -> requirement.schemes().isEmpty()
                        ? "none"
                        : requirement.schemes().stream()
                                .map(SecurityModel.Use::scheme)
                                .collect(Collectors.joining(" + ")))
                .toList();
    }
}
