package dev.mcpcodegen.codegen.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.IntegrationModel.NotATool;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.schema.CatalogDefinitions;
import dev.mcpcodegen.codegen.schema.ToolDefinitions.ToolDefinition;
import java.util.Locale;

/** The report for programs: {@code report.json}. */
public final class JsonReport {

    private JsonReport() {}

    /** Renders the report, two spaces a level. */
    public static String of(ToolCatalog catalog, CatalogDefinitions definitions) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        ArrayNode integrations = report.putArray("integrations");
        catalog.integrations().forEach(integration -> integrations.add(integration(integration, definitions)));
        return report.toPrettyString() + "\n";
    }

    private static ObjectNode integration(IntegrationModel integration, CatalogDefinitions definitions) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", integration.name())
                .put("spec", integration.specFile())
                .put("apiVersion", integration.apiVersion());
        ArrayNode tools = node.putArray("tools");
        integration.tools().forEach(tool -> tools.add(tool(tool, definitions.of(tool))));
        ArrayNode notTools = node.putArray("notTools");
        integration.notTools().forEach(notATool -> notTools.add(notATool(notATool)));
        return node;
    }

    private static ObjectNode tool(ToolModel tool, ToolDefinition definition) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", tool.name())
                .put("nameSource", lower(tool.nameSource()))
                .put("method", tool.operation().httpMethod())
                .put("path", tool.operation().path())
                .put("pointer", tool.operation().pointer())
                .put("resource", tool.resource())
                .put("toolMethod", tool.method());
        if (!tool.operation().variant().isEmpty()) {
            node.put("variant", tool.operation().variant());
        }
        ArrayNode tags = node.putArray("tags");
        tool.tags().forEach(tags::add);
        ArrayNode arguments = node.putArray("arguments");
        tool.arguments().forEach(argument -> arguments.add(argument(argument)));
        if (!tool.request().notes().isEmpty()) {
            ArrayNode notes = node.putArray("requestNotes");
            tool.request().notes().forEach(notes::add);
        }
        node.set("paging", tool.pages().map(JsonReport::paging).orElse(null));
        if (!tool.pagingNote().isEmpty()) {
            node.put("pagingNote", tool.pagingNote());
        }
        return node.put("bytes", definition.bytes()).put("tokens", definition.tokens());
    }

    private static ObjectNode argument(ArgumentModel argument) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", argument.name())
                .put("location", lower(argument.location()))
                .put("wireName", argument.wireName())
                .put("type", TypeNames.of(argument.type()))
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
