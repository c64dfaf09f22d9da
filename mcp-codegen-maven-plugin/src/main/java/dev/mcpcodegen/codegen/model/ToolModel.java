package dev.mcpcodegen.codegen.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One tool.
 *
 * @param name under which clients call it
 * @param nameSource which rule the name came from
 * @param javaName the simple name of its class
 * @param title a short label for people; empty when there is none
 * @param description what it does, requires and returns, for a model
 * @param resource what it works on
 * @param method {@code list}, {@code get}, {@code create}, {@code update}, {@code delete} or a verb of the vendor's
 * @param operation the operation behind it
 * @param arguments path, query, header, cookie, body; required before optional; then the document's order. Without {@code limit} and
 *     {@code next_cursor}
 * @param body how the body arguments travel
 * @param request what the request holds besides them
 * @param paging how the vendor pages; null when the tool takes no {@code limit} and {@code next_cursor}
 * @param pagingNote why a list has no paging, for the report; empty when there is nothing to say
 * @param dynamicFields arguments whose content the vendor's customers define
 */
public record ToolModel(
        String name,
        NameSource nameSource,
        String javaName,
        String title,
        String description,
        String resource,
        String method,
        List<String> tags,
        OperationRef operation,
        List<ArgumentModel> arguments,
        BodyModel body,
        RequestModel request,
        @Nullable PagingModel paging,
        String pagingNote,
        ResponseModel response,
        Hints hints,
        boolean deprecated,
        List<DynamicFieldsModel> dynamicFields) {

    public ToolModel withArguments(List<ArgumentModel> newArguments) {
        return with(newArguments, dynamicFields);
    }

    public ToolModel withDynamicFields(List<DynamicFieldsModel> newFields) {
        return with(arguments, newFields);
    }

    private ToolModel with(List<ArgumentModel> newArguments, List<DynamicFieldsModel> newFields) {
        return new ToolModel(
                name,
                nameSource,
                javaName,
                title,
                description,
                resource,
                method,
                tags,
                operation,
                List.copyOf(newArguments),
                body,
                request,
                paging,
                pagingNote,
                response,
                hints,
                deprecated,
                List.copyOf(newFields));
    }

    public Optional<PagingModel> pages() {
        return Optional.ofNullable(paging);
    }

    /** The rules a name can come from, most deliberate first. */
    public enum NameSource {
        /** The overlay gives the whole name. */
        OVERLAY,
        /** It has been published under this name, which the rules would not give it today. */
        LOCKED,
        /** Resource and method, at least one of them from the overlay or a documentation record. */
        DECLARED,
        /** Resource and method from path, HTTP method and answer. */
        DERIVED,
        /** The vendor's operation id. */
        OPERATION_ID
    }

    /**
     * The operation a tool stands for.
     *
     * @param httpMethod in upper case
     * @param path the path template
     * @param pointer where it stands in the document
     * @param variant which of the operation's tools; empty when it is the only one
     */
    public record OperationRef(String httpMethod, String path, String pointer, String variant) {

        /** Refers to an operation that becomes one tool. */
        public OperationRef(String httpMethod, String path, String pointer) {
            this(httpMethod, path, pointer, "");
        }

        public ToolIdentity identity() {
            return new ToolIdentity(httpMethod, path, variant);
        }

        /** The pointer into the vendor's own file, whose key may be another one than that of the template that was made of it. */
        public String writtenPointer() {
            int method = pointer.lastIndexOf('/');
            String written =
                    "/paths/" + path.replace("~", "~0").replace("/", "~1") + pointer.substring(Math.max(0, method));
            return pointer.startsWith("/paths/") && variant.isEmpty() ? written : pointer;
        }

        @Override
        public String toString() {
            return identity().toString();
        }
    }

    /** What clients are told about a call's effects (MCP, ToolAnnotations). */
    public record Hints(boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {}
}
