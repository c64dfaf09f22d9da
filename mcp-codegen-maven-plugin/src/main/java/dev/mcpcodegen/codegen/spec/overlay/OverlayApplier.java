package dev.mcpcodegen.codegen.spec.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Applies overlay documents to a document, action by action; what is wrong with one is told at its place in the overlay. */
public final class OverlayApplier {

    private static final Set<String> DOCUMENT_KEYS = Set.of("overlay", "info", "extends", "actions");
    private static final Set<String> ACTION_KEYS = Set.of("target", "description", "update", "remove", "copy");

    private final Map<String, ObjectNode> documents;
    private final Origins origins;
    private final Diagnostics diagnostics;

    /** Applier to one document, which is changed in place. */
    public OverlayApplier(ObjectNode document, Origins origins, Diagnostics diagnostics) {
        this(Map.of("", document), origins, diagnostics);
    }

    /** Applier to several documents, by the names of their files; an overlay that {@code extends} one of them changes only that. */
    public OverlayApplier(Map<String, ObjectNode> documents, Origins origins, Diagnostics diagnostics) {
        this.documents = documents;
        this.origins = origins;
        this.diagnostics = diagnostics;
    }

    /** Applies one overlay, displayed under a name. */
    public void apply(JsonNode overlay, String display) {
        DiagnosticScope scope = diagnostics.at(SourceLocation.of(display));
        if (!(overlay instanceof ObjectNode root)) {
            scope.error("An overlay is an object.", "Begin it with `overlay: 1.1.0`.");
            return;
        }
        String version = root.path("overlay").asText();
        if (!root.path("overlay").isTextual() || !version.matches("1\\.[01]\\.\\d+")) {
            scope.error("Unknown overlay version \"" + version + "\".", "Write `overlay: 1.0.0` or `overlay: 1.1.0`.");
            return;
        }
        checkInfo(root, scope);
        tellUnknown(root, DOCUMENT_KEYS);
        if (!(root.get("actions") instanceof ArrayNode actions) || actions.isEmpty()) {
            scope.error("The overlay has no actions.", "Give it a list `actions`, or delete the file.");
            return;
        }
        for (int i = 0; i < actions.size(); i++) {
            SourceLocation place = origins.ofMember(actions, Integer.toString(i));
            DiagnosticScope at = place == null ? scope : diagnostics.at(place);
            if (actions.get(i) instanceof ObjectNode action) {
                tellUnknown(action, ACTION_KEYS);
                apply(action, !version.startsWith("1.0"), extended(root), at);
            } else {
                at.error("An action is an object.", "Give it `target` and `update` or `remove`.");
            }
        }
    }

    /** The documents that an overlay is about. */
    private Collection<ObjectNode> extended(ObjectNode root) {
        String named = root.path("extends").asText().replaceFirst(".*/", "");
        ObjectNode one = documents.get(named);
        return one == null ? documents.values() : List.of(one);
    }

    private void apply(ObjectNode action, boolean version11, Collection<ObjectNode> targets, DiagnosticScope at) {
        if (action.has("copy") && !version11) {
            at.error("`copy` is new in overlay 1.1.", "Write `overlay: 1.1.0`.");
        } else if (action.has("remove") && !action.get("remove").isBoolean()) {
            at.error("`remove` is true or false.", "Correct it.");
        } else {
            new OverlayAction(action, version11, origins, at).apply(targets);
        }
    }

    private static void checkInfo(ObjectNode root, DiagnosticScope scope) {
        JsonNode info = root.path("info");
        if (!info.path("title").isTextual() || !info.path("version").isValueNode()) {
            scope.error("The overlay has no `info` with `title` and `version`.", "Add it.");
        }
    }

    private void tellUnknown(ObjectNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            SourceLocation place = origins.ofMember(object, name);
            if (!known.contains(name) && !name.startsWith("x-") && place != null) {
                diagnostics.at(place).warning("Unknown key \"" + name + "\" in an overlay.", "Remove or correct it.");
            }
        });
    }
}
