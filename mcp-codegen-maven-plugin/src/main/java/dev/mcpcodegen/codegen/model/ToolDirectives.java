package dev.mcpcodegen.codegen.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The extension object {@code x-mcp} of an operation: what overlay and documentation records decide. Null and empty mean that the rules
 * decide.
 *
 * @param expose false when the operation shall be no tool
 * @param arguments by the parameter's or property's name in the document
 */
public record ToolDirectives(
        boolean expose,
        @Nullable String name,
        @Nullable String resource,
        @Nullable String method,
        @Nullable String title,
        @Nullable String description,
        List<String> tags,
        Annotations annotations,
        Map<String, ArgumentDirectives> arguments,
        @Nullable BodyDirectives body,
        @Nullable PagingDirectives paging,
        @Nullable String responsePath,
        boolean followRedirect,
        List<FieldsDirectives> dynamicFields) {

    /** Says nothing. */
    public static final ToolDirectives NONE = new ToolDirectives(
            true,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            new Annotations(null, null, null, null),
            Map.of(),
            null,
            null,
            null,
            false,
            List.of());

    /** Adds what is said where an argument is declared; what is said of the operation goes first. */
    public ToolDirectives withArguments(Map<String, ArgumentDirectives> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, ArgumentDirectives> all = new LinkedHashMap<>(arguments);
        more.forEach((argument, said) -> all.merge(argument, said, ArgumentDirectives::or));
        return new ToolDirectives(
                expose,
                name,
                resource,
                method,
                title,
                description,
                tags,
                annotations,
                Collections.unmodifiableMap(all),
                body,
                paging,
                responsePath,
                followRedirect,
                dynamicFields);
    }

    /** Overrides of the hints; null leaves a hint to the rules. */
    public record Annotations(
            @Nullable Boolean readOnly,
            @Nullable Boolean destructive,
            @Nullable Boolean idempotent,
            @Nullable Boolean openWorld) {}

    /**
     * What is decided about one argument.
     *
     * @param pointer where it is said, for diagnostics
     * @param name another name for callers
     * @param constJson the value that is always sent, as JSON text; null when callers choose it
     * @param merge whether all arguments of this name are one
     * @param pattern a regular expression for the text
     * @param optional not required although the document says so
     * @param hidden no argument
     * @param enforceEnum false to tell the values of an enum without refusing others
     */
    public record ArgumentDirectives(
            String pointer,
            @Nullable String name,
            @Nullable String description,
            @Nullable String constJson,
            @Nullable String pattern,
            boolean merge,
            boolean optional,
            boolean hidden,
            boolean enforceEnum) {

        /** An argument that callers do not see, because the runtime supplies it. Nobody has said so: it stands nowhere. */
        public static final ArgumentDirectives CREDENTIAL =
                new ArgumentDirectives("", null, null, null, null, false, false, true, true);

        /** Whether a person has written it, and must hear what is wrong with it. */
        public boolean isWritten() {
            return !pointer.isEmpty();
        }

        /** What is said here, and where nothing is said, there. */
        public ArgumentDirectives or(ArgumentDirectives other) {
            return new ArgumentDirectives(
                    pointer,
                    name == null ? other.name : name,
                    description == null ? other.description : description,
                    constJson == null ? other.constJson : constJson,
                    pattern == null ? other.pattern : pattern,
                    merge || other.merge,
                    optional || other.optional,
                    hidden || other.hidden,
                    enforceEnum && other.enforceEnum);
        }
    }

    /**
     * What is decided about the body.
     *
     * @param wrapper names of the objects around what callers pass, outermost first; empty for none
     */
    public record BodyDirectives(String pointer, List<String> wrapper) {}

    /**
     * An argument that holds fields of the customer's own.
     *
     * @param pointer where it is said, for diagnostics
     * @param property the argument
     * @param form how fields stand in it
     * @param member the member of a condition that names the field; empty for other forms
     * @param partial whether fields that a record must have may be left out; null to decide by the method
     * @param fieldSet the name of a set that the document declares; null when the set stands here
     * @param ownSet the set that stands here; null when one is named
     */
    public record FieldsDirectives(
            String pointer,
            String property,
            DynamicFieldsModel.Form form,
            String member,
            @Nullable Boolean partial,
            @Nullable String fieldSet,
            @Nullable FieldSetModel ownSet) {}

    /**
     * What is decided about paging; the names are those of {@code x-mcp.paging}.
     *
     * @param pointer where it is said, for diagnostics
     * @param style {@code cursor}, {@code lastItem}, {@code offset}, {@code page}, {@code link}, {@code nextUrl} or {@code none}
     * @param in {@code query} or {@code body}
     */
    public record PagingDirectives(
            String pointer,
            @Nullable String style,
            @Nullable String in,
            @Nullable String cursorParam,
            @Nullable String offsetParam,
            @Nullable String pageParam,
            @Nullable String limitParam,
            @Nullable Integer first,
            @Nullable Integer minLimit,
            @Nullable Integer maxLimit,
            @Nullable Integer defaultLimit,
            List<String> items,
            @Nullable String next,
            @Nullable String lastItem,
            @Nullable String hasMore,
            @Nullable String total,
            @Nullable String pageCount,
            @Nullable String step,
            @Nullable Boolean shortPageEnds) {

        /** Decides nothing. */
        public static PagingDirectives none(String pointer) {
            return new PagingDirectives(
                    pointer, null, null, null, null, null, null, null, null, null, null, List.of(), null, null, null,
                    null, null, null, null);
        }
    }
}
