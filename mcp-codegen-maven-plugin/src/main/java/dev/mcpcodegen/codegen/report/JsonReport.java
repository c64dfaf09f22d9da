package dev.mcpcodegen.codegen.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.DynamicFieldsModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.IntegrationModel.NotATool;
import dev.mcpcodegen.codegen.model.IntegrationModel.Reason;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.ToolOrigin;
import dev.mcpcodegen.codegen.model.ToolOrigin.LeftOut;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report for programs: {@code report.json}. */
public final class JsonReport {

    private JsonReport() {}

    /** Renders the report, two spaces a level. */
    public static String of(ToolCatalog catalog, Costs costs) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        ArrayNode integrations = report.putArray("integrations");
        catalog.integrations().forEach(integration -> integrations.add(integration(integration, catalog, costs)));
        return report.toPrettyString() + "\n";
    }

    private static ObjectNode integration(IntegrationModel integration, ToolCatalog catalog, Costs costs) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", integration.name())
                .put("spec", integration.specFile())
                .put("apiVersion", integration.apiVersion());
        node.set("totals", totals(integration, costs));
        ArrayNode tools = node.putArray("tools");
        for (ToolModel tool : integration.tools()) {
            tools.add(tool(tool, integration, catalog.origin(tool), costs.of(tool)));
        }
        ArrayNode notTools = node.putArray("notTools");
        integration.notTools().forEach(notATool -> notTools.add(notATool(notATool)));
        return node;
    }

    private static ObjectNode totals(IntegrationModel integration, Costs costs) {
        ObjectNode totals = JsonNodeFactory.instance
                .objectNode()
                .put("tools", integration.tools().size())
                .put("bytes", costs.bytes(integration))
                .put("tokens", costs.tokens(integration));
        Map<Reason, Long> reasons = integration.notTools().stream()
                .collect(Collectors.groupingBy(NotATool::reason, TreeMap::new, Collectors.counting()));
        ObjectNode notTools = totals.putObject("notTools");
        reasons.forEach((reason, count) -> notTools.put(lower(reason), count));
        return totals;
    }

    private static ObjectNode tool(ToolModel tool, IntegrationModel integration, ToolOrigin origin, Costs.Cost cost) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", tool.name())
                .put("nameSource", lower(tool.nameSource()))
                .put("method", tool.operation().httpMethod())
                .put("path", tool.operation().path())
                .put("operationId", origin.operationId())
                .put("pointer", tool.operation().writtenPointer())
                .put("resource", tool.resource())
                .put("toolMethod", tool.method());
        if (!tool.operation().variant().isEmpty()) {
            node.put("variant", tool.operation().variant());
        }
        add(node.putArray("tags"), tool.tags());
        ArrayNode arguments = node.putArray("arguments");
        tool.arguments().forEach(argument -> arguments.add(argument(argument, integration)));
        ArrayNode leftOut = node.putArray("leftOut");
        origin.leftOut().forEach(left -> leftOut.add(leftOut(left, tool)));
        add(node.putArray("mediaTypes"), Requests.mediaTypes(tool.body()));
        add(node.putArray("security"), Requests.security(tool, integration));
        if (!tool.request().notes().isEmpty()) {
            add(node.putArray("requestNotes"), tool.request().notes());
        }
        node.set("paging", tool.pages().map(JsonReport::paging).orElse(null));
        if (!tool.pagingNote().isEmpty()) {
            node.put("pagingNote", tool.pagingNote());
        }
        if (!tool.dynamicFields().isEmpty()) {
            ArrayNode fields = node.putArray("dynamicFields");
            tool.dynamicFields().forEach(field -> fields.add(fields(field)));
        }
        return node.put("bytes", cost.bytes()).put("tokens", cost.tokens()).put("sha256", cost.sha256());
    }

    /** What is no argument, with the value that is sent instead, as JSON text, where there is one. */
    private static ObjectNode leftOut(LeftOut left, ToolModel tool) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("wireName", left.wireName())
                .put("location", lower(left.location()))
                .put("cause", lower(left.cause()));
        tool.request().constants().stream()
                .filter(constant -> constant.place().location() == left.location()
                        && constant.place().wireName().equals(left.wireName()))
                .findFirst()
                .ifPresent(constant -> node.put("value", constant.json()));
        return node;
    }

    private static void add(ArrayNode node, List<String> texts) {
        texts.forEach(node::add);
    }

    private static ObjectNode argument(ArgumentModel argument, IntegrationModel integration) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", argument.name())
                .put("location", lower(argument.location()))
                .put("wireName", argument.wireName())
                .put("type", TypeNames.of(argument.type(), integration))
                .put("required", argument.required());
    }

    private static ObjectNode paging(PagingModel paging) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("style", paging.style());
        if (paging.rules().inBody()) {
            node.put("in", "body");
        }
        if (paging instanceof PagingModel.Cursor cursor) {
            node.put("cursorParam", cursor.cursorParam()).put("next", cursor.next());
        } else if (paging instanceof PagingModel.LastItem lastItem) {
            node.put("cursorParam", lastItem.cursorParam()).put("lastItem", lastItem.key());
        } else if (paging instanceof PagingModel.Offset offset) {
            node.put("offsetParam", offset.offsetParam()).put("first", offset.firstOffset());
        } else if (paging instanceof PagingModel.PageNumber page) {
            node.put("pageParam", page.pageParam()).put("first", page.firstPage());
        } else if (paging instanceof PagingModel.NextUrl url) {
            node.put("next", url.next());
        }
        if (paging.rules().limitParam() != null) {
            node.put("limitParam", paging.rules().limitParam());
        }
        node.put("maxLimit", paging.maxLimit());
        ArrayNode items = node.putArray("items");
        paging.items().forEach(items::add);
        return node;
    }

    private static ObjectNode fields(DynamicFieldsModel fields) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("property", fields.property())
                .put("as", lower(fields.form()))
                .put("fieldSet", fields.set().name())
                .put("source", fields.set().source().tool());
        ObjectNode constants = JsonNodeFactory.instance.objectNode();
        fields.constants().forEach(constants::put);
        return constants.isEmpty() ? node : node.set("of", constants);
    }

    private static ObjectNode notATool(NotATool notATool) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("operation", notATool.operation())
                .put("pointer", notATool.pointer())
                .put("reason", lower(notATool.reason()))
                .put("detail", notATool.detail());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
