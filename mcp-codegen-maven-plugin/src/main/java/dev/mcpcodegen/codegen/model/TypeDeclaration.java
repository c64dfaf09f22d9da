package dev.mcpcodegen.codegen.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object, enum or union that Java may get a type for.
 *
 * @param key names the declaration within its integration: the JSON Pointer of the schema it came from
 * @param javaName the simple name of the Java type
 * @param owner the class name of the only tool that uses it, in which it is nested; null for a type that several tools share and that
 *     has a file of its own
 * @param description what a value means; empty when nothing is said
 * @param definition its shape
 */
public record TypeDeclaration(
        String key, String javaName, @Nullable String owner, String description, Definition definition) {

    public TypeDeclaration withDefinition(Definition newDefinition) {
        return new TypeDeclaration(key, javaName, owner, description, newDefinition);
    }

    /** What is declared. */
    public sealed interface Definition {}

    /**
     * An object with named properties.
     *
     * @param further what properties beyond the named ones hold; null where the document does not say that there are any
     */
    public record ObjectDefinition(
            List<PropertyModel> properties, @Nullable TypeModel further) implements Definition {

        /** More components would come near the JVM's limit of 255 constructor parameters (JVMS, section 4.3.3). */
        public static final int MAX_COMPONENTS = 200;

        public ObjectDefinition(List<PropertyModel> properties, boolean open) {
            this(properties, open ? new TypeModel.AnyType() : null);
        }

        /** Whether further properties may occur. */
        public boolean open() {
            return further != null;
        }

        /** Whether a Java record can hold it; what none can hold is a JSON tree. */
        public boolean fitsRecord() {
            return !properties.isEmpty() && properties.size() <= MAX_COMPONENTS;
        }

        public ObjectDefinition withProperties(List<PropertyModel> newProperties) {
            return new ObjectDefinition(newProperties, further);
        }
    }

    /**
     * Any of several shapes.
     *
     * @param discriminator by which an object tells which alternative it is; null where nothing tells
     */
    public record UnionDefinition(
            List<TypeModel> alternatives, @Nullable Discriminator discriminator) implements Definition {

        /** The declared objects among the alternatives. */
        public List<TypeModel.Reference> references() {
            return alternatives.stream()
                    .filter(TypeModel.Reference.class::isInstance)
                    .map(TypeModel.Reference.class::cast)
                    .toList();
        }
    }

    /**
     * The property whose text names the alternative (OpenAPI, Discriminator Object).
     *
     * @param property on the wire
     * @param values the texts that mean an alternative, by the key of its declaration
     */
    public record Discriminator(String property, Map<String, List<String>> values) {}

    /**
     * A set of texts.
     *
     * @param enforced whether other texts are refused in arguments; they never fail in answers
     */
    public record EnumDefinition(List<Constant> constants, boolean enforced) implements Definition {}

    /**
     * One text of an enum.
     *
     * @param javaName the Java constant
     * @param wireValue the text that travels
     */
    public record Constant(String javaName, String wireValue) {}
}
