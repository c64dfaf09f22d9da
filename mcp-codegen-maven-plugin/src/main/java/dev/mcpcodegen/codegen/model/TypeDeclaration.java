package dev.mcpcodegen.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object or enum that Java gets a type for.
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

    /** What is declared. */
    public sealed interface Definition {}

    /**
     * An object with named properties.
     *
     * @param open whether further properties may occur
     */
    public record ObjectDefinition(List<PropertyModel> properties, boolean open) implements Definition {}

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
