package dev.mcpcodegen.codegen.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a vendor's document.
 *
 * @param httpMethod in upper case
 * @param path the template that requests are made of
 * @param writtenPath the key under which the vendor has it; another one than the template where the vendor writes templates in its own way
 * @param pointer where it stands
 * @param variant which of several tools it becomes; empty when it becomes one
 * @param fragment what the vendor's key has after a {@code #}, such as {@code add_shared_link}; empty for most
 * @param operationId the vendor's id; null when there is none
 * @param body null when it takes none
 * @param request what else its request needs
 * @param directives what overlay and documentation records say about it
 */
public record ApiOperation(
        String httpMethod,
        String path,
        String writtenPath,
        String pointer,
        String variant,
        String fragment,
        @Nullable String operationId,
        String summary,
        String description,
        List<String> tags,
        boolean deprecated,
        List<ApiParameter> parameters,
        @Nullable ApiBody body,
        ApiResponse response,
        ApiRequest request,
        ToolDirectives directives) {

    /** {@code METHOD /path}, and the variant where there are several. */
    public String line() {
        return identity().toString();
    }

    public ToolIdentity identity() {
        return new ToolIdentity(httpMethod, writtenPath, variant);
    }

    public ApiOperation withDirectives(ToolDirectives newDirectives) {
        return withVariant(variant, newDirectives);
    }

    /** The same operation as another tool. */
    public ApiOperation withVariant(String newVariant, ToolDirectives newDirectives) {
        return new ApiOperation(
                httpMethod,
                path,
                writtenPath,
                pointer,
                newVariant,
                fragment,
                operationId,
                summary,
                description,
                tags,
                deprecated,
                parameters,
                body,
                response,
                request,
                newDirectives);
    }

    /**
     * A parameter; {@code property.name()} is its wire name.
     *
     * @param reserved whether a query keeps reserved characters
     */
    public record ApiParameter(
            PropertyModel property, ArgumentModel.Location location, ArgumentModel.Style style, boolean reserved) {}

    /**
     * A request body.
     *
     * @param kind how it is written
     * @param mediaTypes the media type chosen among those offered; for files all that are offered
     * @param type its shape; a reference to an object for the forms
     * @param encodings by the name of a form's field or part
     * @param rules what it demands as a whole
     */
    public record ApiBody(
            BodyKind kind,
            List<String> mediaTypes,
            TypeModel type,
            boolean required,
            String description,
            Map<String, ApiEncoding> encodings,
            ObjectRules rules) {

        /** The media type that is sent, or the first of several. */
        public String mediaType() {
            return mediaTypes.get(0);
        }
    }

    /** Ways to write a body. */
    public enum BodyKind {
        JSON,
        FORM,
        MULTIPART,
        TEXT,
        FILE
    }

    /**
     * How one field of a form is written (OpenAPI, Encoding Object).
     *
     * @param style {@link ArgumentModel.Style#PLAIN} where nothing is said
     * @param mediaType null where nothing is said
     * @param isFile whether the media type is one of files
     */
    public record ApiEncoding(
            ArgumentModel.Style style, @Nullable String mediaType, boolean isFile) {

        /** Nothing is said. */
        public static final ApiEncoding NONE = new ApiEncoding(ArgumentModel.Style.PLAIN, null, false);
    }

    /**
     * What a request needs besides parameters and body.
     *
     * @param servers where it goes instead of the API's own servers; empty for those
     * @param security null for what the whole API wants
     * @param notes what was decided while reading, in sentences for people
     */
    public record ApiRequest(List<String> servers, @Nullable SecurityModel security, List<String> notes) {}

    /**
     * The answer on success.
     *
     * @param mediaType the media type chosen among those offered; empty for none
     * @param type its shape
     * @param headers the names of its headers as they are documented
     */
    public record ApiResponse(String mediaType, TypeModel type, List<String> headers) {}
}
