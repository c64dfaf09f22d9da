package dev.mcpcodegen.runtime.fields;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mcpcodegen.runtime.tool.DynamicFields;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.Paging;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A CRM whose customers define attributes, as tools like generated ones. */
final class FieldTools {

    private static final String SET = "crm/fields/attributes.json";
    private static final String OBJECT = "\"object\":{\"type\":\"string\"}";
    private static final String VALUES = "\"values\":{\"type\":\"object\",\"description\":\"Values.\"}";

    private FieldTools() {}

    static Integration crm() {
        return Integration.builder("crm")
                .displayName("CRM")
                .baseUrl("http://127.0.0.1")
                .tools(List.of(
                        new ListObjects(),
                        new ListAttributes(),
                        new ListOptions(),
                        new CreateCompany(),
                        new CreateRecord(),
                        new UpdateCompany(),
                        new QueryRecords()))
                .build();
    }

    private static ToolDescriptor.Builder tool(String name, String method, String properties, String required) {
        ObjectNode definition =
                ToolJson.MAPPER.createObjectNode().put("name", name).put("description", "Does it.");
        definition.set(
                "inputSchema",
                ToolJson.MAPPER.readTree("{\"type\":\"object\",\"properties\":{" + properties + "},\"required\":["
                        + required + "],\"additionalProperties\":false}"));
        return ToolDescriptor.builder(name).method(method).resource("things").definition(definition);
    }

    record None() {}

    record OfObject(@JsonProperty("object") String object) {}

    record OfAttribute(
            @JsonProperty("object") String object,
            @JsonProperty("attribute") String attribute) {}

    record Values(@JsonProperty("values") Map<String, JsonNode> values) {}

    record ValuesOfObject(
            @JsonProperty("object") String object,
            @JsonProperty("values") Map<String, JsonNode> values) {}

    record Query(
            @JsonProperty("object") String object,
            @JsonProperty("filter") @Nullable JsonNode filter,
            @JsonProperty("sorts") @Nullable JsonNode sorts) {}

    /** Lists owners. */
    static final class ListObjects implements UpstreamTool<None, JsonNode> {

        private static final ToolDescriptor DESCRIPTOR = tool("list_all_crm_objects", "list", "", "")
                .readOnly()
                .paging(Paging.unpaged())
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(None arguments) {
            return UpstreamRequest.get("/objects").build();
        }
    }

    /** Lists fields, two a page. */
    static final class ListAttributes implements UpstreamTool<OfObject, JsonNode> {

        private static final ToolDescriptor DESCRIPTOR = tool("list_all_crm_attributes", "list", OBJECT, "\"object\"")
                .readOnly()
                .paging(Paging.offset("offset").limitParam("limit", 2))
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(OfObject arguments) {
            return UpstreamRequest.get("/objects/{object}/attributes")
                    .path("object", arguments.object())
                    .build();
        }
    }

    /** Lists options. */
    static final class ListOptions implements UpstreamTool<OfAttribute, JsonNode> {

        private static final ToolDescriptor DESCRIPTOR = tool(
                        "list_all_crm_options",
                        "list",
                        OBJECT + ",\"attribute\":{\"type\":\"string\"}",
                        "\"object\",\"attribute\"")
                .readOnly()
                .paging(Paging.unpaged())
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(OfAttribute arguments) {
            return UpstreamRequest.get("/objects/{object}/attributes/{attribute}/options")
                    .path("object", arguments.object())
                    .path("attribute", arguments.attribute())
                    .build();
        }
    }

    /** Writes fields of one object. */
    static final class CreateCompany implements UpstreamTool<Values, JsonNode> {

        private static final ToolDescriptor DESCRIPTOR = tool("create_a_crm_company", "create", VALUES, "\"values\"")
                .dynamicFields(DynamicFields.values("values", SET).with("object", "companies"))
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(Values arguments) {
            return UpstreamRequest.post("/companies")
                    .jsonBody(body -> body.object("data", inner -> inner.put("values", arguments.values())))
                    .build();
        }
    }

    /** Changes fields of one object. */
    static final class UpdateCompany implements UpstreamTool<Values, JsonNode> {

        private static final ToolDescriptor DESCRIPTOR = tool("update_a_crm_company", "update", VALUES, "\"values\"")
                .dynamicFields(DynamicFields.values("values", SET).partial().with("object", "companies"))
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(Values arguments) {
            return UpstreamRequest.patch("/companies")
                    .jsonBody(body -> body.put("values", arguments.values()))
                    .build();
        }
    }

    /** Writes fields of an object that a caller names. */
    static final class CreateRecord implements UpstreamTool<ValuesOfObject, JsonNode> {

        private static final ToolDescriptor DESCRIPTOR = tool(
                        "create_a_crm_record", "create", OBJECT + "," + VALUES, "\"object\",\"values\"")
                .dynamicFields(DynamicFields.values("values", SET))
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(ValuesOfObject arguments) {
            return UpstreamRequest.post("/objects/{object}/records")
                    .path("object", arguments.object())
                    .jsonBody(body -> body.put("values", arguments.values()))
                    .build();
        }
    }

    /** Names fields in filters and conditions. */
    static final class QueryRecords implements UpstreamTool<Query, JsonNode> {

        private static final ToolDescriptor DESCRIPTOR = tool(
                        "crm_records_query",
                        "query",
                        OBJECT
                                + ",\"filter\":{\"type\":\"object\"},\"sorts\":{\"type\":\"array\",\"items\":{\"type\":\"object\"}}",
                        "\"object\"")
                .readOnly()
                .dynamicFields(DynamicFields.filter("filter", SET))
                .dynamicFields(DynamicFields.conditions("sorts", "attribute", SET))
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(Query arguments) {
            return UpstreamRequest.post("/objects/{object}/records/query")
                    .path("object", arguments.object())
                    .jsonBody(body -> body.put("filter", arguments.filter()).put("sorts", arguments.sorts()))
                    .build();
        }
    }
}
