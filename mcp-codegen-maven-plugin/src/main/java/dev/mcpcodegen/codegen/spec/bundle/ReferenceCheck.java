package dev.mcpcodegen.codegen.spec.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import dev.mcpcodegen.codegen.spec.tree.Trail;
import java.util.Map;

/**
 * Last look at the finished document's references. One that only describes (a schema, a response, an example) and points at nothing
 * is removed, which leaves "anything", so that later steps need not expect it. One that shapes the request is left: what it stands
 * for, a parameter or a whole operation, is missing.
 */
public final class ReferenceCheck {

    /** What stands for a reference that cannot be followed and has been told. */
    static final String LOST = "#/x-mcp-codegen-lost";

    private final ObjectNode document;
    private final Origins origins;
    private final Diagnostics diagnostics;

    /** Check of one document. */
    public ReferenceCheck(ObjectNode document, Origins origins, Diagnostics diagnostics) {
        this.document = document;
        this.origins = origins;
        this.diagnostics = diagnostics;
    }

    /** Does it. */
    public void check() {
        check(document, Position.DOCUMENT, Trail.ROOT);
    }

    private void check(JsonNode node, Position position, Trail trail) {
        if (position == Position.DATA || position == Position.EXTENSION) {
            return;
        }
        if (node instanceof ObjectNode object) {
            if (object.path("$ref").isTextual()) {
                reference(object, position, trail);
            }
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (member.getValue().isContainerNode()) {
                    check(member.getValue(), position.child(member.getKey()), trail.child(member.getKey()));
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                String index = Integer.toString(i);
                Position element = position == Position.SCHEMA ? position : position.child(index);
                check(node.get(i), element, trail.child(index));
            }
        }
    }

    private void reference(ObjectNode object, Position position, Trail trail) {
        String text = object.get("$ref").textValue();
        Reference reference = Reference.parse(text);
        boolean dangling = !reference.path().isEmpty() || Pointers.resolve(document, reference.fragment()) == null;
        if (!dangling) {
            return;
        }
        if (!text.equals(LOST)) {
            String pointer = trail.pointer();
            SourceLocation place = origins.locate(document, Pointers.child(pointer, "$ref"));
            DiagnosticScope scope = diagnostics.at(place == null ? new SourceLocation("", pointer, 0) : place);
            scope.warning(
                    "The reference \"" + text + "\" points at nothing in the document; "
                            + (position.shapesRequest()
                                    ? "what it stands for is missing."
                                    : "anything is accepted there."),
                    "Add what is missing in the overlay.");
        }
        if (!position.shapesRequest()) {
            object.remove("$ref");
        }
    }
}
