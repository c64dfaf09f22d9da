package dev.mcpcodegen.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a vendor's document.
 *
 * @param httpMethod in upper case
 * @param pointer where it stands
 * @param variant which of several tools it becomes; empty when it becomes one
 * @param operationId the vendor's id; null when there is none
 * @param body null when it takes none
 * @param directives what overlay and documentation records say about it
 */
public record ApiOperation(
        String httpMethod,
        String path,
        String pointer,
        String variant,
        @Nullable String operationId,
        String summary,
        String description,
        List<String> tags,
        boolean deprecated,
        List<ApiParameter> parameters,
        @Nullable ApiBody body,
        ApiResponse response,
        ToolDirectives directives) {

    /** {@code METHOD /path}, and the variant where there are several. */
    public String line() {
        return identity().toString();
    }

    public ToolIdentity identity() {
        return new ToolIdentity(httpMethod, path, variant);
    }

    public ApiOperation withDirectives(ToolDirectives newDirectives) {
        return withVariant(variant, newDirectives);
    }

    /** The same operation as another tool. */
    public ApiOperation withVariant(String newVariant, ToolDirectives newDirectives) {
        return new ApiOperation(
                httpMethod,
                path,
                pointer,
                newVariant,
                operationId,
                summary,
                description,
                tags,
                deprecated,
                parameters,
                body,
                response,
                newDirectives);
    }

    /** A parameter; {@code property.name()} is its wire name. */
    public record ApiParameter(PropertyModel property, ArgumentModel.Location location, ArgumentModel.Style style) {}

    /**
     * A request body.
     *
     * @param mediaType the media type chosen among those offered
     * @param type its shape; a reference to an object for the forms
     */
    public record ApiBody(String mediaType, TypeModel type, boolean required, String description) {}

    /**
     * The answer on success.
     *
     * @param mediaType the media type chosen among those offered; empty for none
     * @param type its shape
     */
    public record ApiResponse(String mediaType, TypeModel type) {}
}
