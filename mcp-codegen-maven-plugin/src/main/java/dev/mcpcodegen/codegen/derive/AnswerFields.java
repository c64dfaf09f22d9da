package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The members of an answer in which paging may be told: those at its root, in objects with names such as {@code meta}, and around its
 * items.
 */
final class AnswerFields {

    private static final int MAX_DEPTH = 3;

    private final Types types;
    private final List<String> items;
    private final List<Field> fields = new ArrayList<>();

    /**
     * One member.
     *
     * @param name in snake_case
     * @param parent the name of the object that holds it; empty for the root
     */
    record Field(String pointer, String name, String parent, PropertyModel property) {

        TypeModel type() {
            return Types.plain(property.type());
        }
    }

    AnswerFields(TypeModel answer, List<String> items, Types types) {
        this.types = types;
        this.items = items;
        collect(answer, "", "", 1);
    }

    /** Returns the pointer of the first member, those nearest to the root first, that is named and typed so. */
    Optional<String> find(Predicate<Field> rule) {
        return fields.stream().filter(rule).map(Field::pointer).findFirst();
    }

    /** Whether the object that holds a member holds another of one of these names as well. */
    boolean standsBeside(Field field, Set<String> names) {
        String holder = field.pointer().substring(0, field.pointer().lastIndexOf('/') + 1);
        return fields.stream()
                .anyMatch(other -> names.contains(other.name())
                        && other.pointer().startsWith(holder)
                        && other.pointer().indexOf('/', holder.length()) < 0);
    }

    private void collect(TypeModel object, String pointer, String parent, int depth) {
        List<Field> here = new ArrayList<>();
        for (PropertyModel property : properties(object)) {
            String escaped = property.name().replace("~", "~0").replace("/", "~1");
            here.add(new Field(pointer + "/" + escaped, Words.snakeCase(property.name()), parent, property));
        }
        fields.addAll(here);
        if (depth < MAX_DEPTH) {
            here.stream()
                    .filter(this::isContainer)
                    .forEach(field -> collect(field.type(), field.pointer(), field.name(), depth + 1));
        }
    }

    private boolean isContainer(Field field) {
        return PagingWords.CONTAINERS.contains(field.name())
                || items.stream().anyMatch(item -> item.startsWith(field.pointer() + "/"));
    }

    /** What any alternative of a union has: a pointer that leads nowhere ends a list, which is what the others mean. */
    private List<PropertyModel> properties(TypeModel type) {
        if (!(Types.plain(type) instanceof TypeModel.UnionType union)) {
            return types.properties(type);
        }
        return union.alternatives().stream()
                .flatMap(alternative -> types.properties(alternative).stream())
                .toList();
    }
}
