package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** The types that generated code compiles against. By name: none of them is on the generator's own class path. */
final class LibraryTypes {

    private static final String TOOL = "dev.mcpcodegen.runtime.tool";
    private static final String JACKSON = "com.fasterxml.jackson.annotation";

    static final ClassName DERIVED_VALUE = ClassName.get(TOOL, "DerivedValue");
    static final ClassName DYNAMIC_FIELDS = ClassName.get(TOOL, "DynamicFields");
    static final ClassName ERROR_RULES = ClassName.get(TOOL, "ErrorRules");
    static final ClassName FILE_CONTENT = ClassName.get(TOOL, "FileContent");
    static final ClassName HEADER_STYLE = ClassName.get(TOOL, "HeaderStyle");
    static final ClassName INTEGRATION = ClassName.get(TOOL, "Integration");
    static final ClassName LOGIN_RECIPE = ClassName.get(TOOL, "LoginRecipe");
    static final ClassName PAGE = ClassName.get(TOOL, "Page");
    static final ClassName PAGING = ClassName.get(TOOL, "Paging");
    static final ClassName PATH_STYLE = ClassName.get(TOOL, "PathStyle");
    static final ClassName PRESENCE = ClassName.get(TOOL, "Presence");
    static final ClassName QUERY_STYLE = ClassName.get(TOOL, "QueryStyle");
    static final ClassName RATE_LIMIT_HEADERS = ClassName.get(TOOL, "RateLimitHeaders");
    static final ClassName RESPONSE_RULES = ClassName.get(TOOL, "ResponseRules");
    static final ClassName SECURITY_REQUIREMENT = ClassName.get(TOOL, "SecurityRequirement");
    static final ClassName SECURITY_SCHEME = ClassName.get(TOOL, "SecurityScheme");
    static final ClassName TOOL_TYPE = ClassName.get(TOOL, "Tool");
    static final ClassName TOOL_JSON = ClassName.get(TOOL, "ToolJson");
    static final ClassName TOOL_DESCRIPTOR = ClassName.get(TOOL, "ToolDescriptor");
    static final ClassName UPSTREAM_REQUEST = ClassName.get(TOOL, "UpstreamRequest");
    static final ClassName UPSTREAM_REQUEST_BUILDER = ClassName.get(TOOL, "UpstreamRequestBuilder");
    static final ClassName UPSTREAM_TOOL = ClassName.get(TOOL, "UpstreamTool");
    static final ClassName MCP_SERVLET = ClassName.get("dev.mcpcodegen.runtime.servlet", "McpServlet");

    static final ClassName JSON_ALIAS = ClassName.get(JACKSON, "JsonAlias");
    static final ClassName JSON_ANY_GETTER = ClassName.get(JACKSON, "JsonAnyGetter");
    static final ClassName JSON_ANY_SETTER = ClassName.get(JACKSON, "JsonAnySetter");
    static final ClassName JSON_CREATOR = ClassName.get(JACKSON, "JsonCreator");
    static final ClassName JSON_PROPERTY = ClassName.get(JACKSON, "JsonProperty");
    static final ClassName JSON_SUB_TYPES = ClassName.get(JACKSON, "JsonSubTypes");
    static final ClassName JSON_TYPE_INFO = ClassName.get(JACKSON, "JsonTypeInfo");
    static final ClassName JSON_VALUE = ClassName.get(JACKSON, "JsonValue");
    static final ClassName JSON_NODE = ClassName.get("tools.jackson.databind", "JsonNode");

    static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    private static final AnnotationSpec NULLABLE = AnnotationSpec.builder(
                    ClassName.get("org.jspecify.annotations", "Nullable"))
            .build();

    private LibraryTypes() {}

    static TypeName nullable(TypeName type) {
        return type.annotated(NULLABLE);
    }

    /** {@code @Generated} with the name of the generator; without a date, which would change every build. */
    static AnnotationSpec generatedBy(Class<?> generator, Literals literals) {
        return AnnotationSpec.builder(GENERATED)
                .addMember("value", literals.text(generator.getName()))
                .build();
    }
}
