package dev.mcpcodegen.codegen.spec.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code components} of the bundled document: the same target becomes the same component, under a name that is free. */
final class Components {

    private final ObjectNode document;
    private final Map<Target, String> names = new HashMap<>();

    Components(ObjectNode document) {
        this.document = document;
    }

    /** What a reference points at, and as what. */
    record Target(Path file, String pointer, String kind) {}

    /** Pointer of a target's component; null when it has none yet. */
    @Nullable
    String pointer(Target target) {
        String name = names.get(target);
        return name == null ? null : Pointers.child("/components/" + target.kind(), name);
    }

    /** Adds a component and names it; it is there before its content is walked, so that a cycle finds it. */
    void add(Target target, JsonNode content) {
        ObjectNode kind = object(object(document, "components"), target.kind());
        String wished = wishedName(target);
        String name = wished;
        for (int i = 2; kind.has(name); i++) {
            name = wished + "_" + i;
        }
        kind.set(name, content);
        names.put(target, name);
    }

    private static ObjectNode object(ObjectNode holder, String name) {
        return holder.get(name) instanceof ObjectNode existing ? existing : holder.putObject(name);
    }

    private static String wishedName(Target target) {
        List<String> tokens = Pointers.tokens(target.pointer());
        String raw;
        if (tokens.isEmpty()) {
            String file = String.valueOf(target.file().getFileName());
            raw = file.indexOf('.') > 0 ? file.substring(0, file.indexOf('.')) : file;
        } else {
            raw = tokens.get(tokens.size() - 1);
        }
        String legal = raw.replaceAll("[^A-Za-z0-9._-]+", "_");
        return legal.isEmpty() ? "component" : legal;
    }
}
