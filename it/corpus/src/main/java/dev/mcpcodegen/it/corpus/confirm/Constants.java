package dev.mcpcodegen.it.corpus.confirm;

import dev.mcpcodegen.it.corpus.raw.RawOperation;
import dev.mcpcodegen.it.corpus.raw.RawParameter;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Values that are sent although no caller passes them, because the vendor takes no other. */
final class Constants {

    private Constants() {}

    /** Whether what arrived is the one value that the raw parameter takes. */
    static boolean isSent(RawOperation operation, RawParameter parameter, List<String> sent) {
        JsonNode schema = operation.api().files().follow(parameter.schema()).node();
        JsonNode only =
                schema.has("const") ? schema.path("const") : schema.path("enum").path(0);
        boolean single = schema.has("const") || schema.path("enum").size() == 1;
        return single && !only.isContainer() && sent.equals(List.of(WireText.scalar(only)));
    }
}
