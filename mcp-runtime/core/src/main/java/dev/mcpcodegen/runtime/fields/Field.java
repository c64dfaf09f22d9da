package dev.mcpcodegen.runtime.fields;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field as an account has it. Words are the vendor's customers': clean, capped, and data only.
 *
 * @param name the key in the letters that all clients take
 * @param key what the vendor calls it
 * @param title what people call it; the key when they call it nothing
 * @param description in one line; empty when nothing is said
 * @param type one of the vendor's types; empty when nothing is said
 * @param required whether a new record must have it
 * @param multiple whether it holds a list
 * @param writable whether a value can be given
 * @param choice the values there are; null for any
 */
record Field(
        String name,
        String key,
        String title,
        String description,
        String type,
        boolean required,
        boolean multiple,
        boolean writable,
        @Nullable Choice choice) {

    Field with(Choice newChoice) {
        return new Field(name, key, title, description, type, required, multiple, writable, newChoice);
    }

    /** About how many bytes it keeps. */
    long weight() {
        long words = (long) name.length() + key.length() + title.length() + description.length() + type.length();
        return 200 + 2 * words + (choice == null ? 0 : choice.weight());
    }

    /**
     * The values of a field.
     *
     * @param isWhole whether these are all
     */
    record Choice(List<Option> options, boolean isWhole) {

        long weight() {
            return options.stream()
                    .mapToLong(option -> 100 + 2L * option.label().length())
                    .sum();
        }
    }

    /**
     * One of them.
     *
     * @param label what callers pass; unique within the field
     * @param value what is sent
     */
    record Option(String label, JsonNode value) {}
}
