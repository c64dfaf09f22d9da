package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.tool.DynamicFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An argument of a tool whose content the vendor's customers define, and the fields that it holds. */
record DynamicArgument(DynamicFields declared, FieldSet set) {

    String property() {
        return declared.property();
    }

    /** Returns whose fields a call means; null when its arguments do not say. */
    @Nullable
    Map<String, String> owner(ObjectNode arguments) {
        Map<String, String> owner = new LinkedHashMap<>();
        for (String name : set.dependsOn()) {
            String constant = declared.constants().get(name);
            JsonNode given = arguments.path(name);
            String value = constant != null ? constant : given.isValueNode() ? given.asString("") : "";
            if (value.isEmpty()) {
                return null;
            }
            owner.put(name, value);
        }
        return owner;
    }

    /** Names the arguments by which callers say whose fields they mean; none when all calls mean the same. */
    List<String> chosen() {
        return set.dependsOn().stream()
                .filter(name -> !declared.constants().containsKey(name))
                .toList();
    }

    /** Returns the owner that a caller names in the only argument there is for it. */
    Map<String, String> ownerNamed(String key) {
        Map<String, String> owner = new LinkedHashMap<>(declared.constants());
        owner.put(chosen().get(0), key);
        owner.keySet().retainAll(set.dependsOn());
        return owner;
    }
}
