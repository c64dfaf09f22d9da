package dev.mcpcodegen.codegen.lock;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What values are taken, as far as it matters to one who sends them.
 *
 * @param types JSON types other than null; empty for any
 * @param nullable whether null is taken too
 * @param values the only values there are, as JSON texts; empty for any
 * @param limits further rules by their JSON Schema keywords, as JSON texts
 * @param members properties of an object by name
 * @param closed whether properties that are not named are refused
 * @param items what each item of an array is; null when nothing is said
 * @param entries what each unnamed property is; null when nothing is said
 * @param alternatives several shapes of which one must fit; then the other components are empty
 * @param untracked whether what lies below is too deep or too large to be followed
 */
record Shape(
        SortedSet<String> types,
        boolean nullable,
        List<String> values,
        SortedMap<String, String> limits,
        SortedMap<String, Member> members,
        boolean closed,
        @Nullable Shape items,
        @Nullable Shape entries,
        List<Shape> alternatives,
        boolean untracked) {

    /** A property of an object, or an argument of a tool. */
    record Member(Shape shape, boolean required) {}

    /** The shapes of which one must fit: its alternatives, or the shape itself. */
    List<Shape> options() {
        return alternatives.isEmpty() ? List.of(this) : alternatives;
    }

    /** Whether it has no parts of its own. */
    boolean isPlain() {
        return values.isEmpty() && members.isEmpty() && items == null && entries == null && alternatives.isEmpty();
    }
}
