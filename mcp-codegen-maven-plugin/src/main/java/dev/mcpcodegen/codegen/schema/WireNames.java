package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.PropertyNames;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes the properties of an object under names that clients take. Where Java reads the object, it knows both names; where a tree goes to
 * the vendor as it came, a name that clients refuse is told in words and left out of {@code properties}.
 */
final class WireNames {

    private final IntegrationModel integration;

    /** Types from which no other name can be reached. */
    private final Set<String> plain = new HashSet<>();

    WireNames(IntegrationModel integration) {
        this.integration = integration;
    }

    void write(
            ObjectNode schema,
            ObjectDefinition object,
            List<PropertyModel> visible,
            boolean tree,
            Function<PropertyModel, ObjectNode> writer) {
        ObjectNode properties = schema.putObject("properties");
        List<String> required = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (PropertyModel property : visible) {
            boolean legal = PropertyNames.isLegal(property.name());
            String shown = tree ? property.name() : PropertyNames.shown(object, property);
            if (tree && !legal) {
                told.add(inWords(property, writer.apply(property)));
            } else {
                properties.set(shown, writer.apply(property));
            }
            if (property.required()) {
                required.add(shown);
            }
        }
        if (properties.isEmpty()) {
            schema.remove("properties");
        }
        if (!required.isEmpty()) {
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
        }
        if (!told.isEmpty()) {
            schema.put("description", "Also takes properties of exactly these names: " + String.join("; ", told) + ".");
        }
    }

    /** Whether a type has a name, at any depth, that is shown in one way to a record and in another where a tree is sent. */
    boolean needed(TypeDeclaration declaration) {
        Set<String> seen = new HashSet<>();
        boolean needed = needed(new TypeModel.Reference(declaration.key()), seen);
        if (!needed) {
            plain.addAll(seen);
        }
        return needed;
    }

    private boolean needed(TypeModel type, Set<String> seen) {
        if (type instanceof TypeModel.ListType list) {
            return needed(list.items(), seen);
        } else if (type instanceof TypeModel.MapType map) {
            return needed(map.values(), seen);
        } else if (type instanceof TypeModel.NullableType nullable) {
            return needed(nullable.type(), seen);
        } else if (type instanceof TypeModel.UnionType union) {
            return union.alternatives().stream().anyMatch(each -> needed(each, seen));
        } else if (type instanceof TypeModel.Reference reference
                && !plain.contains(reference.key())
                && seen.add(reference.key())) {
            TypeDeclaration.Definition definition = integration.type(reference).definition();
            if (definition instanceof UnionDefinition union) {
                return union.alternatives().stream().anyMatch(each -> needed(each, seen));
            }
            return definition instanceof ObjectDefinition object
                    && object.properties().stream()
                            .anyMatch(property ->
                                    !PropertyNames.isLegal(property.name()) || needed(property.type(), seen));
        }
        return false;
    }

    private static String inWords(PropertyModel property, ObjectNode schema) {
        JsonNode type = schema.path("type");
        String words = schema.path("description").asText().replaceFirst("\\.$", "");
        return "\"" + property.name() + "\"" + (type.isTextual() ? " (" + type.asText() + ")" : "")
                + (words.isEmpty() ? "" : ", " + words);
    }
}
