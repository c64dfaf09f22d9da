package dev.mcpcodegen.codegen.spec.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.normalise.PathKeys;
import dev.mcpcodegen.codegen.spec.normalise.PathTemplate;
import dev.mcpcodegen.codegen.spec.read.DocumentReader;
import dev.mcpcodegen.codegen.spec.tree.Origin;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes documentation records into a document: words win over what an overlay or the vendor says, resource and tags do not. What
 * names a tool rather than an operation waits under {@link #TOOL_DOCS}, because names are known only later.
 */
public final class RecordApplier {

    /** Member of the root that holds the records of tools by name. */
    public static final String TOOL_DOCS = "x-mcp-tool-docs";

    private static final String X_MCP = "x-mcp";

    private final ObjectNode document;
    private final Origins origins;
    private final Diagnostics diagnostics;
    private final Map<DocRecord.Subject, SourceLocation> seen = new HashMap<>();

    /** Applier to one document, which is changed in place. */
    public RecordApplier(ObjectNode document, Origins origins, Diagnostics diagnostics) {
        this.document = document;
        this.origins = origins;
        this.diagnostics = diagnostics;
        // Only records may write there, a vendor's document may not.
        document.remove(TOOL_DOCS);
    }

    /** Applies one page, displayed under a name. */
    public void apply(String text, String display, DocumentReader reader) {
        for (DocRecord record : new PageReader(reader, diagnostics, display).read(text)) {
            SourceLocation first = seen.putIfAbsent(record.subject(), record.location());
            if (first != null) {
                diagnostics
                        .at(record.location())
                        .error("This is documented twice, first at " + first + ".", "Remove one of the records.");
            } else if (record.subject() instanceof DocRecord.Subject.Operation operation) {
                operation(record, operation);
            } else if (record.subject() instanceof DocRecord.Subject.Tool tool) {
                write(record, object(object(document, TOOL_DOCS, record), tool.name(), record));
            }
        }
    }

    private void operation(DocRecord record, DocRecord.Subject.Operation named) {
        DiagnosticScope scope = diagnostics.at(record.location());
        ObjectNode pathItem = pathItem(named.path());
        if (pathItem == null || !(operation(pathItem, named.method()) instanceof ObjectNode operation)) {
            scope.error(
                    "The document has no operation " + title(named.method(), named.path()) + ".",
                    "Correct the heading or remove the record." + suggestion(named));
            return;
        }
        JsonNode existing = operation.get(X_MCP);
        if (existing instanceof ArrayNode) {
            scope.warning(
                    "The operation becomes several tools, so the record is not used.",
                    "Give each tool a record of its own, headed by the tool's name.");
        } else if (existing == null || existing.isObject() || existing.asBoolean(false)) {
            if (existing != null && existing.isBoolean()) {
                operation.putObject(X_MCP).put("expose", true);
            }
            ObjectNode target = object(operation, X_MCP, record);
            inherit(record, target, pathItem.path(X_MCP));
        }
    }

    /** OpenAPI 3.2 has methods that it does not know in a map of their own. */
    private static @Nullable JsonNode operation(ObjectNode pathItem, String method) {
        JsonNode known = pathItem.get(method.toLowerCase(Locale.ROOT));
        return known == null ? pathItem.path("additionalOperations").get(method) : known;
    }

    /** A path item's own resource and tags, which an overlay gave it, stay in force. */
    private void inherit(DocRecord record, ObjectNode target, JsonNode pathItem) {
        DocRecord.Page page = record.page();
        DocRecord.Page left = new DocRecord.Page(
                pathItem.has("resource") ? null : page.resource(), pathItem.has("tags") ? List.of() : page.tags());
        write(
                new DocRecord(record.subject(), record.description(), record.arguments(), left, record.location()),
                target);
    }

    private void write(DocRecord record, ObjectNode target) {
        if (!record.description().isEmpty()) {
            target.put("description", record.description());
            origins.putMember(target, "description", record.location());
        }
        if (record.page().resource() != null && !target.has("resource")) {
            target.put("resource", record.page().resource());
            origins.putMember(target, "resource", record.location());
        }
        if (!record.page().tags().isEmpty() && !target.has("tags")) {
            ArrayNode tags = target.putArray("tags");
            record.page().tags().forEach(tags::add);
            origins.putMember(target, "tags", record.location());
        }
        if (!record.arguments().isEmpty()) {
            ObjectNode arguments = object(target, "arguments", record);
            record.arguments().forEach((name, argument) -> argument(arguments, name, argument));
        }
    }

    private void argument(ObjectNode arguments, String written, DocRecord.Argument argument) {
        String name = originalName(arguments, written);
        ObjectNode target;
        if (arguments.get(name) instanceof ObjectNode existing) {
            target = existing;
        } else {
            target = arguments.putObject(name);
            origins.put(
                    target,
                    Origin.root(argument.location().file(), argument.location().line()));
        }
        target.put("description", argument.text());
        origins.putMember(target, "description", argument.location());
    }

    /** A page names an argument as its readers see it; where an overlay renames one, the words belong to the vendor's name. */
    private static String originalName(ObjectNode arguments, String written) {
        if (!arguments.has(written)) {
            for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
                if (argument.getValue().path("name").asText().equals(written)) {
                    return argument.getKey();
                }
            }
        }
        return written;
    }

    private ObjectNode object(ObjectNode holder, String name, DocRecord record) {
        if (holder.get(name) instanceof ObjectNode existing) {
            return existing;
        }
        ObjectNode made = holder.putObject(name);
        origins.put(
                made, Origin.root(record.location().file(), record.location().line()));
        return made;
    }

    /** Finds a path by its template, or by the key that the vendor has for it. */
    private @Nullable ObjectNode pathItem(String path) {
        JsonNode item = document.path("paths").path(path);
        if (item.isMissingNode()) {
            PathTemplate template = PathTemplate.of(path);
            item = written(path).orElseGet(() -> document.path("paths").path(template.path() + template.rest()));
        }
        String reference = item.path("$ref").asText();
        if (reference.startsWith("#")) {
            item = Pointers.resolve(document, reference.substring(1));
        }
        return item instanceof ObjectNode object ? object : null;
    }

    private Optional<JsonNode> written(String path) {
        for (JsonNode item : document.path("paths")) {
            boolean isMeant = item.path(PathKeys.WRITTEN).asText().equals(path);
            for (JsonNode member : item) {
                isMeant |= member.path(PathKeys.WRITTEN).asText().equals(path);
            }
            if (isMeant) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private String suggestion(DocRecord.Subject.Operation named) {
        String shape = shape(named.path());
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (shape(path.getKey()).equals(shape)
                    && path.getValue().has(named.method().toLowerCase(Locale.ROOT))) {
                return " Did you mean " + title(named.method(), path.getKey()) + "?";
            }
        }
        return "";
    }

    private static String title(String method, String path) {
        return method + " " + path;
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]*}", "{}").replaceAll("/$", "");
    }
}
