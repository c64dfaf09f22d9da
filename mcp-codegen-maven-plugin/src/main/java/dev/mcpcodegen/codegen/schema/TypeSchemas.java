package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Writes types as the schemas that a model reads: with words, rules and examples. What is declared is written once and referred to;
 * {@link Definitions} then decides where it stands. One instance makes one schema document.
 */
final class TypeSchemas {

    /** A list of values that takes more characters than this is written once. */
    private static final int LONG_ENUM = 400;

    private final IntegrationModel integration;
    private final SchemaProfile profile;
    private final Direction direction;
    private final ScalarSchemas scalars;
    private final Definitions definitions = new Definitions();
    private final SchemaBudget budget = new SchemaBudget();
    private final WireNames names;

    /** Declared types that are referred to and not written yet: the nearest come first, for as long as the budget lasts. */
    private final Deque<Pending> pending = new ArrayDeque<>();

    private int depth;
    private int level;

    private record Pending(String name, TypeDeclaration declaration, boolean tree, int level) {}

    /** Who fills the values: what only answers have is no argument, and what only arguments have is not answered. */
    enum Direction {
        SENT,
        ANSWERED
    }

    TypeSchemas(IntegrationModel integration, SchemaProfile profile, Direction direction) {
        this.integration = integration;
        this.profile = profile;
        this.direction = direction;
        this.scalars = new ScalarSchemas(integration);
        this.names = new WireNames(integration);
    }

    /** Ends the document: returns the definitions that the written schemas refer to. */
    Optional<ObjectNode> definitions(ObjectNode root) {
        budget.spend(root);
        while (!pending.isEmpty()) {
            Pending next = pending.remove();
            level = next.level();
            ObjectNode schema = budget.allows(level)
                    ? definition(next.declaration(), next.tree())
                    : SchemaBudget.leftOut(next.declaration());
            budget.spend(schema);
            definitions.put(next.name(), schema);
        }
        return definitions.settle(root);
    }

    /**
     * Writes a property's schema.
     *
     * @param tree whether the value goes to the vendor as the caller's own JSON tree, so that nothing in it can have another name
     */
    ObjectNode property(PropertyModel property, boolean tree) {
        ObjectNode schema = type(property.type(), tree);
        return Annotations.add(schema, property);
    }

    ObjectNode type(TypeModel type, boolean tree) {
        if (!budget.takes(depth)) {
            return SchemaBudget.leftOut();
        }
        depth++;
        ObjectNode schema = shape(type, tree);
        depth--;
        return schema;
    }

    private ObjectNode shape(TypeModel type, boolean tree) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (type instanceof TypeModel.ListType list) {
            schema.put("type", "array").set("items", type(list.items(), tree));
            ScalarSchemas.put(schema, "minItems", list.minItems());
            ScalarSchemas.put(schema, "maxItems", list.maxItems());
            if (list.uniqueItems()) {
                schema.put("uniqueItems", true);
            }
            return schema;
        } else if (type instanceof TypeModel.MapType map) {
            schema.put("type", "object");
            if (!(map.values() instanceof TypeModel.AnyType)) {
                schema.set("additionalProperties", type(map.values(), tree));
            }
            return schema;
        } else if (type instanceof TypeModel.UnionType union) {
            return scalars.texts(union).orElseGet(() -> alternatives(union.alternatives()));
        } else if (type instanceof TypeModel.NullableType nullable) {
            return Nullability.allow(type(nullable.type(), tree), profile);
        } else if (type instanceof TypeModel.Reference reference) {
            return reference(integration.type(reference), tree);
        }
        return scalars.write(type);
    }

    private ObjectNode alternatives(List<TypeModel> types) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ArrayNode alternatives = schema.putArray("anyOf");
        types.forEach(alternative -> alternatives.add(type(alternative, true)));
        return schema;
    }

    private ObjectNode reference(TypeDeclaration declaration, boolean tree) {
        if (declaration.definition() instanceof EnumDefinition values) {
            ObjectNode schema = ScalarSchemas.values(values);
            if (schema.toString().length() <= LONG_ENUM) {
                return schema;
            }
            definitions.put(declaration.javaName(), schema);
            return Definitions.reference(declaration.javaName());
        }
        boolean asIs = tree && names.needed(declaration);
        String name = declaration.javaName() + (asIs ? "AsSent" : "");
        if (!definitions.has(name)) {
            definitions.put(name, JsonNodeFactory.instance.objectNode());
            pending.add(new Pending(name, declaration, tree, level + 1));
        }
        return Definitions.reference(name);
    }

    private ObjectNode definition(TypeDeclaration declaration, boolean tree) {
        ObjectNode schema = declaration.definition() instanceof UnionDefinition union
                ? union(union)
                : object((ObjectDefinition) declaration.definition(), tree);
        String words = Prose.compact(declaration.description());
        if (!words.isEmpty()) {
            String told = schema.path("description").asText();
            schema.put("description", told.isEmpty() ? words : words + (words.endsWith(".") ? " " : ". ") + told);
        }
        return schema;
    }

    private ObjectNode union(UnionDefinition union) {
        ObjectNode schema = alternatives(union.alternatives());
        TypeDeclaration.Discriminator discriminator = union.discriminator();
        if (discriminator != null) {
            ArrayNode alternatives = (ArrayNode) schema.path("anyOf");
            for (int i = 0; i < union.references().size(); i++) {
                told(integration.type(union.references().get(i)), discriminator, alternatives, i);
            }
        }
        return schema;
    }

    /** Writes an alternative with the values that mean it; one that is a union itself says so by its own alternatives. */
    private void told(
            TypeDeclaration alternative,
            TypeDeclaration.Discriminator discriminator,
            ArrayNode alternatives,
            int index) {
        List<String> values = discriminator.values().getOrDefault(alternative.key(), List.of());
        if (alternative.definition() instanceof ObjectDefinition object) {
            ObjectNode written = object(object, true);
            if (ScalarSchemas.tell(written, discriminator.property(), values)) {
                alternatives.set(index, written);
            }
        }
    }

    private ObjectNode object(ObjectDefinition object, boolean tree) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        boolean asTree = tree || !object.fitsRecord();
        List<PropertyModel> visible = object.properties().stream()
                .filter(property -> direction == Direction.SENT
                        ? !property.readOnly()
                        : !property.notes().writeOnly())
                .toList();
        names.write(schema, object, visible, asTree, property -> property(property, asTree));
        TypeModel further = object.further();
        if (further != null && !(further instanceof TypeModel.AnyType)) {
            schema.set("additionalProperties", type(further, true));
        }
        return schema;
    }
}
