package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.upstream.CleanText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What customers called something, as it may stand in a schema: one line, visible characters, short. Pure. */
final class VendorText {

    private static final int MAX_TITLE_BYTES = 100;
    private static final int MAX_DESCRIPTION_BYTES = 240;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private VendorText() {}

    static String title(JsonNode owner, @Nullable JsonPointer pointer) {
        return line(text(owner, pointer), MAX_TITLE_BYTES);
    }

    static String description(JsonNode owner, @Nullable JsonPointer pointer) {
        return line(text(owner, pointer), MAX_DESCRIPTION_BYTES);
    }

    /** A text as it stands; empty when there is none. */
    static String text(JsonNode owner, @Nullable JsonPointer pointer) {
        JsonNode value = pointer == null ? MissingNode.getInstance() : owner.at(pointer);
        return value.isValueNode() ? value.asString("") : "";
    }

    /** Whether something is true there; false when nothing tells. */
    static boolean flag(JsonNode owner, @Nullable JsonPointer pointer) {
        return pointer != null && owner.at(pointer).asBoolean(false);
    }

    private static String line(String text, int maxBytes) {
        return CleanText.of(BLANKS.matcher(text).replaceAll(" "), maxBytes);
    }
}
