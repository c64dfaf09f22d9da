package dev.mcpcodegen.it.corpus.raw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The properties of an object schema, over all that it is put together from: {@code allOf} adds, {@code oneOf}, {@code anyOf} and the
 * schemas that build on one with a discriminator offer, so that only what every alternative requires is required.
 */
public final class RawObject {

    private static final int MAX_DEPTH = 12;

    private final RawApi api;
    private final Map<String, List<Declared>> properties = new LinkedHashMap<>();
    private final Set<String> families = new HashSet<>();
    private final Set<String> mentioned = new LinkedHashSet<>();
    private boolean alternatives;

    private int branches;

    /**
     * A declaration of a property.
     *
     * @param branch which alternative it belongs to, and which of its alternatives; empty for all
     */
    private record Declared(RawPlace place, List<Integer> branch) {

        /** Whether it holds wherever the other one does. */
        boolean holdsWith(Declared other) {
            int length = branch.size();
            return length <= other.branch.size() && branch.equals(other.branch.subList(0, length));
        }
    }

    private RawObject(RawApi api) {
        this.api = api;
    }

    private Set<String> required = new LinkedHashSet<>();

    /** Reads a schema; one without properties when it is no object. */
    public static RawObject of(RawApi api, RawPlace schema) {
        RawObject object = new RawObject(api);
        object.required = object.read(schema, 0, List.of());
        return object;
    }

    /** The names of all properties that are declared, or demanded without a declaration. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(properties.keySet());
        names.addAll(mentioned);
        return names;
    }

    /** The schemas that a property is declared by. */
    public List<RawPlace> declarations(String name) {
        return properties.getOrDefault(name, List.of()).stream()
                .map(Declared::place)
                .toList();
    }

    /** What must be sent. */
    public Set<String> required() {
        Set<String> sent = new LinkedHashSet<>(required);
        sent.removeIf(this::isReadOnly);
        return sent;
    }

    /** Whether the schema offers alternatives, so that not every property belongs with every other. */
    public boolean hasAlternatives() {
        return alternatives;
    }

    /** Whether the property cannot be sent in any alternative; where it is declared twice, both hold. */
    public boolean isReadOnly(String name) {
        List<Declared> declared = properties.getOrDefault(name, List.of());
        return !declared.isEmpty()
                && declared.stream()
                        .allMatch(one -> declared.stream()
                                .anyMatch(other -> other.holdsWith(one) && saysReadOnly(other.place())));
    }

    private boolean saysReadOnly(RawPlace property) {
        return property.node().path("readOnly").asBoolean(false)
                || api.files().follow(property).node().path("readOnly").asBoolean(false);
    }

    /** A schema that takes each property as any of its declarations does, and demands what every alternative demands. */
    public ObjectNode relaxed() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ObjectNode relaxed = schema.put("type", "object").putObject("properties");
        properties.keySet().forEach(name -> {
            // Each declaration brings definitions of its own, so each is a document of its own.
            var any = relaxed.putObject(name).putArray("anyOf");
            for (RawPlace place : declarations(name)) {
                any.add(RawSchemas.standalone(api, place)
                        .put("$id", "https://corpus.invalid/" + relaxed.size() + "/" + any.size()));
            }
        });
        var names = schema.putArray("required");
        required().forEach(names::add);
        return schema;
    }

    private Set<String> read(RawPlace declared, int depth, List<Integer> branch) {
        Set<String> demanded = new LinkedHashSet<>();
        if (depth > MAX_DEPTH) {
            return demanded;
        }
        RawPlace schema = api.files().follow(declared);
        // Some documents keep all properties of an object in a file of their own.
        RawPlace own = api.files().follow(schema.get("properties"));
        for (String name : own.node().propertyNames()) {
            properties.computeIfAbsent(name, key -> new ArrayList<>()).add(new Declared(own.get(name), branch));
        }
        if (schema.node().path("required").isArray()) {
            schema.node().path("required").forEach(name -> demanded.add(name.asString("")));
            mentioned.addAll(demanded);
        }
        RawPlace all = schema.get("allOf");
        for (int i = 0; i < all.node().size(); i++) {
            // What extends a schema is one of its children, so that the others do not stand for it.
            families.add(api.files().follow(all.get(i)).pointer());
            demanded.addAll(read(all.get(i), depth + 1, branch));
        }
        for (String combinator : List.of("oneOf", "anyOf")) {
            RawPlace any = schema.get(combinator);
            Set<String> common = null;
            for (int i = 0; i < any.node().size(); i++) {
                alternatives = true;
                Set<String> one = read(any.get(i), depth + 1, next(branch));
                if (common == null) {
                    common = new HashSet<>(one);
                } else {
                    common.retainAll(one);
                }
            }
            if (common != null) {
                demanded.addAll(common);
            }
        }
        for (RawPlace child : children(schema)) {
            alternatives = true;
            read(child, depth + 1, next(branch));
        }
        return demanded;
    }

    private List<Integer> next(List<Integer> branch) {
        List<Integer> next = new ArrayList<>(branch);
        next.add(branches++);
        return List.copyOf(next);
    }

    /** Schemas that extend one with a discriminator may stand wherever it does (OpenAPI, Discriminator Object). */
    private List<RawPlace> children(RawPlace schema) {
        List<RawPlace> children = new ArrayList<>();
        if (schema.node().has("discriminator") && families.add(schema.pointer())) {
            RawPlace root = api.root();
            RawPlace all = api.isSwagger()
                    ? root.get("definitions")
                    : root.get("components").get("schemas");
            for (String name : all.node().propertyNames()) {
                RawPlace parts = all.get(name).get("allOf");
                for (int i = 0; i < parts.node().size(); i++) {
                    if (parts.get(i).text("$ref").equals("#" + schema.pointer())) {
                        children.add(all.get(name));
                    }
                }
            }
            // The mapping may name schemas that do not say that they extend this one.
            schema.node().path("discriminator").path("mapping").forEach(target -> {
                String name = target.asString("").replaceFirst("^#/components/schemas/", "");
                boolean known = children.stream()
                        .anyMatch(child -> child.pointer().equals(all.get(name).pointer()));
                if (all.get(name).isPresent() && !known) {
                    children.add(all.get(name));
                }
            });
        }
        return children;
    }
}
