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
    private final boolean swagger;
    private final Map<Target, String> names = new HashMap<>();

    Components(ObjectNode document) {
        this.document = document;
        this.swagger = document.has("swagger") && !document.has("openapi");
    }

    /** What a reference points at, and as what. */
    record Target(Path file, String pointer, String kind) {}

    /** Pointer of a target's component; null when it has none yet. */
    @Nullable
    String pointer(Target target) {
        String name = names.get(target);
        return name == null ? null : Pointers.child(holder(target.kind()), name);
    }

    /** Puts something else in a component's place. */
    void replace(Target target, JsonNode content) {
        if (Pointers.resolve(document, holder(target.kind())) instanceof ObjectNode kind) {
            kind.set(names.get(target), content);
        }
    }

    /** Adds a component and names it; it is there before its content is walked, so that a cycle finds it. */
    void add(Target target, JsonNode content) {
        ObjectNode kind = document;
        for (String token : Pointers.tokens(holder(target.kind()))) {
            kind = object(kind, token);
        }
        String wished = wishedName(target);
        String name = wished;
        for (int i = 2; kind.has(name); i++) {
            name = wished + "_" + i;
        }
        kind.set(name, content);
        names.put(target, name);
    }

    /** Swagger 2.0 has its components at the root, schemas under another name; of the other kinds it has none. */
    private String holder(String kind) {
        if (!swagger) {
            return "/components/" + kind;
        }
        return switch (kind) {
            case "schemas" -> "/definitions";
            case "parameters", "responses" -> "/" + kind;
            case "securitySchemes" -> "/securityDefinitions";
            default -> "/components/" + kind;
        };
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
