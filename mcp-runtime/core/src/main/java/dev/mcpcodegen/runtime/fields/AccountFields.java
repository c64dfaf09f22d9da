package dev.mcpcodegen.runtime.fields;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of one owner in one account at one time. Immutable; equal to itself alone, so that what was made of it can be kept by it. */
final class AccountFields {

    private final List<Field> fields;
    private final boolean isWhole;
    private final Map<String, Field> exact = new HashMap<>();
    private final Map<String, Field> folded = new HashMap<>();

    /**
     * @param isWhole whether these are all
     */
    AccountFields(List<Field> fields, boolean isWhole) {
        this.fields = List.copyOf(fields);
        this.isWhole = isWhole;
        // Titles last: one must not take the place of another field's key. One that two fields have names neither.
        fields.forEach(field -> exact.put(field.name(), field));
        fields.forEach(field -> exact.putIfAbsent(field.key(), field));
        fields.forEach(field -> folded.putIfAbsent(fold(field.key()), field));
        Map<String, Long> titles =
                fields.stream().collect(Collectors.groupingBy(field -> fold(field.title()), Collectors.counting()));
        for (Field field : fields) {
            String title = fold(field.title());
            if (titles.getOrDefault(title, 0L) == 1) {
                exact.putIfAbsent(field.title(), field);
                folded.putIfAbsent(title, field);
            }
        }
    }

    List<Field> all() {
        return fields;
    }

    boolean isWhole() {
        return isWhole;
    }

    /** Finds a field by its name, its key or its title; case and the kind of blanks do not matter where that leaves one. */
    @Nullable
    Field find(String given) {
        Field found = exact.get(given);
        return found == null ? folded.get(fold(given)) : found;
    }

    /** Whether the fields of another time are the same. */
    boolean sameAs(AccountFields other) {
        return isWhole == other.isWhole && fields.equals(other.fields);
    }

    /** About how many bytes this keeps. */
    long weight() {
        return 500 + 2 * fields.stream().mapToLong(Field::weight).sum();
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    }
}
