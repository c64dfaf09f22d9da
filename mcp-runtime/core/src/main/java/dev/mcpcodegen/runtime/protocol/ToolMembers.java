package dev.mcpcodegen.runtime.protocol;

import dev.mcpcodegen.runtime.tool.ToolJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a tool's definition with the members that a revision knows. Most clients pass over the others; one known library rejects a whole
 * list for an output schema that it does not expect. Pure.
 */
public final class ToolMembers {

    /** Since when there is a member that was not in the first revision (MCP schemas, {@code Tool}). */
    private static final Map<String, Revision> SINCE = Map.of(
            "annotations", Revision.R2025_03_26,
            "title", Revision.R2025_06_18,
            "outputSchema", Revision.R2025_06_18,
            "_meta", Revision.R2025_06_18,
            "icons", Revision.R2025_11_25);

    private ToolMembers() {}

    /** Returns {@code definition}, a JSON object, as {@code revision} knows it; the same bytes if that is all of it. */
    public static byte[] write(byte[] definition, Revision revision) {
        if (revision.era() == Era.MODERN) {
            return definition;
        }
        ObjectNode tool = (ObjectNode) ToolJson.MAPPER.readTree(definition);
        int members = tool.size();
        SINCE.forEach((member, since) -> {
            if (revision.compareTo(since) < 0) {
                tool.remove(member);
            }
        });
        // Only the modern era takes a schema of anything but an object.
        if (!tool.path("outputSchema").path("type").asString("").equals("object")) {
            tool.remove("outputSchema");
        }
        return tool.size() == members ? definition : tool.toString().getBytes(StandardCharsets.UTF_8);
    }
}
