package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;

/** Tells what a document describes and no tool can have: calls in the other direction, and an order among tags. */
public final class Unused {

    private Unused() {}

    /** Tells it as notes. */
    public static void tell(ObjectNode document, DocumentScope problems) {
        int webhooks = document.path("webhooks").size();
        if (webhooks > 0) {
            problems.at("/webhooks")
                    .info(
                            "The document's " + webhooks
                                    + " webhooks are calls that the vendor makes; none becomes a tool.",
                            "");
        }
        for (JsonNode tag : document.path("tags")) {
            if (tag.has("parent")) {
                problems.at("/tags")
                        .info(
                                "Tags have parents here; a filter for a parent does not select its children.",
                                "Give the tools both tags in documentation records, if you filter by them.");
                return;
            }
        }
    }
}
