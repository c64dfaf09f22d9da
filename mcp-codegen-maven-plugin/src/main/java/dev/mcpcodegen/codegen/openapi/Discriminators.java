package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.PropertyNames;
import dev.mcpcodegen.codegen.model.TypeDeclaration.Discriminator;
import dev.mcpcodegen.codegen.model.TypeModel.Reference;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads by which property the alternatives of a union are told apart (OpenAPI, Discriminator Object). */
final class Discriminators {

    private static final String SCHEMAS = "/components/schemas";
    private static final int MAX_ALIASES = 16;

    private final DocumentTree tree;
    private @Nullable Map<String, List<String>> childrenOf;

    Discriminators(DocumentTree tree) {
        this.tree = tree;
    }

    /**
     * The schemas that extend this one by {@code allOf}, when it has a discriminator and no alternatives of its own. Where there is only
     * one, or some value of the discriminator would be left without a schema, this one as it stands is the last of them.
     */
    List<Place> children(Place parent) {
        String property = property(parent.node());
        if (property.isEmpty()) {
            return List.of();
        }
        Set<String> pointers = new LinkedHashSet<>(index().getOrDefault(parent.pointer(), List.of()));
        parent.node().path("discriminator").path("mapping").forEach(target -> pointers.add(pointerOf(target.asText())));
        List<Place> children = new ArrayList<>(pointers.stream()
                .map(tree::at)
                .filter(Place::exists)
                .filter(child -> !child.pointer().equals(parent.pointer()))
                .toList());
        List<String> listed = EnumValues.texts(EnumValues.nodes(
                tree.follow(parent.child("properties").child(property)).node()));
        Set<String> covered = new LinkedHashSet<>();
        for (Place child : children) {
            covered.addAll(values(parent, child, property));
        }
        // One that says no more than its parent is the parent itself.
        boolean alias = children.removeIf(child -> isAlias(child, parent));
        if (alias || children.size() == 1 || (!children.isEmpty() && !covered.containsAll(listed))) {
            children.add(plain(parent));
        }
        return children;
    }

    private boolean isAlias(Place child, Place parent) {
        Optional<Place> part = AllOf.onlyPart(child).map(tree::follow);
        for (int i = 0; i < MAX_ALIASES && part.isPresent(); i++) {
            if (part.get().pointer().equals(parent.pointer())) {
                return true;
            }
            part = AllOf.onlyPart(part.get()).map(tree::follow);
        }
        return false;
    }

    /** The schema without its children, under a pointer of its own. */
    private static Place plain(Place parent) {
        ObjectNode plain = ((ObjectNode) parent.node()).deepCopy();
        plain.remove("discriminator");
        return new Place(parent.pointer() + "/default", plain);
    }

    /**
     * Returns what tells the alternatives apart; empty when it does not tell all of them apart, or when clients refuse the property's
     * name: then its schema cannot list the values that a Java type would insist on.
     */
    Optional<Discriminator> read(Place union, List<Place> alternatives, List<Reference> references) {
        String property = property(union.node());
        if (!PropertyNames.isLegal(property) || references.size() != alternatives.size()) {
            return Optional.empty();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        for (int i = 0; i < alternatives.size(); i++) {
            Place alternative = tree.follow(alternatives.get(i));
            List<String> own = values(union, alternative, property);
            if (!declares(alternative, property, own) || !own.stream().allMatch(taken::add)) {
                return Optional.empty();
            }
            values.put(references.get(i).key(), own);
        }
        return values.size() == alternatives.size()
                ? Optional.of(new Discriminator(property, Map.copyOf(values)))
                : Optional.empty();
    }

    /** The property is a text there, and may hold what tells the alternative. */
    private boolean declares(Place alternative, String property, List<String> values) {
        JsonNode schema = schema(alternative, property);
        List<String> listed = EnumValues.texts(EnumValues.nodes(schema));
        List<String> types = SchemaTypes.of(schema);
        boolean text = types.isEmpty() ? !listed.isEmpty() : types.equals(List.of("string"));
        return !values.isEmpty() && text && (listed.isEmpty() || listed.containsAll(values));
    }

    /** As the mapping says; else the only values that the property has there; else the name of the schema. */
    private List<String> values(Place union, Place alternative, String property) {
        List<String> mapped = new ArrayList<>();
        union.node().path("discriminator").path("mapping").properties().forEach(entry -> {
            if (pointerOf(entry.getValue().asText()).equals(alternative.pointer())) {
                mapped.add(entry.getKey());
            }
        });
        if (!mapped.isEmpty()) {
            return List.copyOf(mapped);
        }
        List<String> listed = EnumValues.texts(EnumValues.nodes(schema(alternative, property)));
        if (listed.size() == 1) {
            return listed;
        }
        String parent = alternative
                .pointer()
                .substring(0, Math.max(0, alternative.pointer().lastIndexOf('/')));
        return parent.equals(SCHEMAS)
                ? List.of(alternative
                        .pointer()
                        .substring(SCHEMAS.length() + 1)
                        .replace("~1", "/")
                        .replace("~0", "~"))
                : List.of();
    }

    private JsonNode schema(Place alternative, String property) {
        Place merged = alternative.node().isObject() ? AllOf.merge(tree, alternative) : alternative;
        Place schema = tree.follow(merged.child("properties").child(property));
        return AllOf.onlyPart(schema).map(tree::follow).orElse(schema).node();
    }

    /** OpenAPI 2.0 names the property and nothing else. */
    private static String property(JsonNode node) {
        JsonNode discriminator = node.path("discriminator");
        return discriminator.isTextual()
                ? discriminator.asText()
                : discriminator.path("propertyName").asText("");
    }

    private static String pointerOf(String target) {
        return target.startsWith("#") ? DocumentTree.pointerOf(target) : SCHEMAS + "/" + DocumentTree.escape(target);
    }

    private Map<String, List<String>> index() {
        Map<String, List<String>> known = childrenOf;
        if (known == null) {
            known = new LinkedHashMap<>();
            Place all = tree.at(SCHEMAS);
            for (Map.Entry<String, JsonNode> schema : all.node().properties()) {
                // A text that is put together of an object is a slip of its author's, and no kind of that object.
                if (!SchemaTypes.of(schema.getValue()).stream().allMatch("object"::equals)) {
                    continue;
                }
                Place child = all.child(schema.getKey());
                for (JsonNode part : schema.getValue().path("allOf")) {
                    if (part.path("$ref").isTextual()) {
                        known.computeIfAbsent(
                                        DocumentTree.pointerOf(part.path("$ref").asText()), parent -> new ArrayList<>())
                                .add(child.pointer());
                    }
                }
            }
            childrenOf = known;
        }
        return known;
    }
}
