package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.catalog.CatalogTool;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the fields of an account are learned of, and what is told and sent of each: the generated resource, its tools found.
 *
 * @param name the path of the resource
 * @param owners what lists those that have fields of their own; null when nothing does
 * @param each where the parts of a listed field stand
 * @param types by the vendor's names
 */
record FieldSet(
        String name,
        Source source,
        @Nullable Owners owners,
        Each each,
        List<Options> options,
        Map<String, FieldType> types,
        Duration ttl) {

    /** What {@link Argument#from} calls the key of the field whose options are listed. */
    private static final String KEY = "key";

    /** Names the arguments of a tool on which its fields depend. */
    Set<String> dependsOn() {
        Set<String> names = new LinkedHashSet<>(source.dependsOn());
        options.stream().map(Options::source).forEach(options -> {
            if (options != null) {
                names.addAll(options.dependsOn());
            }
        });
        return names;
    }

    /** Every tool that is asked. */
    Stream<CatalogTool<?>> tools() {
        Stream<Source> ofOptions = options.stream().map(Options::source).filter(Objects::nonNull);
        Stream<Source> ofOwners = Stream.ofNullable(owners).map(Owners::source);
        return Stream.of(Stream.of(source), ofOptions, ofOwners)
                .flatMap(sources -> sources)
                .map(Source::tool);
    }

    /** What lists the options of a field of some type; null when it has none. */
    @Nullable
    Options optionsOf(String type) {
        return options.stream()
                .filter(options -> options.types().isEmpty() || options.types().contains(type))
                .findFirst()
                .orElse(null);
    }

    /**
     * A tool that is called on the server's own account.
     *
     * @param items where the list stands in its result
     */
    record Source(CatalogTool<?> tool, Map<String, Argument> arguments, JsonPointer items) {

        /**
         * Returns what it is called with.
         *
         * @param owner the arguments on which the fields depend
         * @param key of the field whose options are listed; null for none
         */
        ObjectNode arguments(Map<String, String> owner, @Nullable String key, ObjectNode into) {
            arguments.forEach((name, argument) -> {
                if (argument.constant() != null) {
                    into.set(name, argument.constant());
                } else {
                    into.put(name, KEY.equals(argument.from()) && key != null ? key : owner.get(argument.from()));
                }
            });
            return into;
        }

        /** The same with further arguments where the tool takes them. */
        Source inheriting(Map<String, Argument> others, Set<String> known) {
            Map<String, Argument> all = new LinkedHashMap<>(others);
            all.keySet().retainAll(known);
            all.putAll(arguments);
            return new Source(tool, all, items);
        }

        private Set<String> dependsOn() {
            Set<String> names = new LinkedHashSet<>();
            arguments.values().forEach(argument -> {
                if (argument.from() != null && !argument.from().equals(KEY)) {
                    names.add(argument.from());
                }
            });
            return names;
        }
    }

    /**
     * An argument of such a tool: either of the two.
     *
     * @param from an argument of the tool that has the fields
     * @param constant a value
     */
    record Argument(@Nullable String from, @Nullable JsonNode constant) {}

    /** Who has fields, and how many of them are shown. */
    record Owners(Source source, JsonPointer key, JsonPointer title, int max) {}

    /** Where the parts of a listed field stand; null where nothing tells. */
    record Each(
            JsonPointer key,
            @Nullable JsonPointer title,
            @Nullable JsonPointer description,
            @Nullable JsonPointer type,
            @Nullable JsonPointer required,
            @Nullable JsonPointer hasDefault,
            @Nullable JsonPointer multiple,
            @Nullable JsonPointer writable,
            @Nullable JsonPointer archived) {}

    /**
     * The values of fields of some types.
     *
     * @param types all when empty
     * @param source null when they stand in the listed field
     */
    record Options(
            Set<String> types,
            @Nullable Source source,
            JsonPointer items,
            JsonPointer value,
            JsonPointer title,
            @Nullable JsonPointer archived) {}
}
