package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.RequestModel.ConstantModel;
import dev.mcpcodegen.codegen.model.ToolDirectives.ArgumentDirectives;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What overlay and records say about the arguments of one operation. People change an argument under its name in the document, and
 * document it under the name that callers see; where one name is both, it is the caller's.
 */
final class ArgumentDirections {

    /** So many names are told of an operation that does not have the one that is written. */
    private static final int SHOWN = 12;

    private final ApiOperation operation;
    private final OnlyValues onlyValues;
    private final Map<String, ArgumentDirectives> byName;
    private final DocumentScope problems;
    private final Set<String> used = new HashSet<>();

    ArgumentDirections(ApiOperation operation, Types types, DocumentScope problems) {
        this.operation = operation;
        this.onlyValues = new OnlyValues(operation, types);
        this.byName = new TreeMap<>(operation.directives().arguments());
        this.problems = problems;
    }

    /** Renames, hides, fixes and frees arguments from being required; before names that clash are told apart. */
    FlatArguments restructure(List<ArgumentModel> arguments) {
        Set<String> wireNames = arguments.stream().map(ArgumentModel::wireName).collect(Collectors.toSet());
        List<ArgumentModel> left = new ArrayList<>();
        List<ConstantModel> constants = new ArrayList<>();
        for (ArgumentModel argument : arguments) {
            ArgumentDirectives directives = structure(argument, wireNames);
            Optional<String> onlyValue = directives == null ? onlyValues.json(argument) : Optional.empty();
            if (onlyValue.isPresent()) {
                constants.add(new ConstantModel(argument, onlyValue.get()));
            } else if (directives == null) {
                left.add(argument);
            } else if (directives.constJson() != null) {
                constants.add(new ConstantModel(argument, directives.constJson()));
            } else if (!directives.hidden() || (!directives.isWritten() && argument.location() != Location.BODY)) {
                left.add(restructured(argument, directives));
            } else if (argument.location() == Location.PATH) {
                problems.at(directives.pointer())
                        .error(
                                "The path needs \"" + argument.wireName() + "\"; it cannot be hidden.",
                                "Say with `const` what is sent in its place.");
            }
        }
        return new FlatArguments(left, constants);
    }

    /** Makes one argument of those that have the same name and are to be merged; it is sent to all their places. */
    List<ArgumentModel> merge(List<ArgumentModel> arguments) {
        Map<String, List<ArgumentModel>> byArgument = new LinkedHashMap<>();
        for (ArgumentModel argument : arguments) {
            ArgumentDirectives directives = byName.get(argument.wireName());
            boolean merged = directives != null && directives.merge();
            String key = merged ? argument.name() : byArgument.size() + " alone";
            byArgument.computeIfAbsent(key, name -> new ArrayList<>()).add(argument);
        }
        return byArgument.values().stream().map(ArgumentDirections::merged).toList();
    }

    private static ArgumentModel merged(List<ArgumentModel> same) {
        List<ArgumentModel> ordered = same.stream()
                .sorted(Comparator.comparing(ArgumentModel::location))
                .toList();
        ArgumentModel first = ordered.get(0);
        boolean required = ordered.stream().anyMatch(ArgumentModel::required);
        return first.withProperty(first.property().withRequired(required))
                .sentAlsoTo(ordered.subList(1, ordered.size()));
    }

    /** Describes arguments under their final names, and tells of entries that belong to none. */
    List<ArgumentModel> describe(List<ArgumentModel> arguments) {
        Set<String> names = arguments.stream().map(ArgumentModel::name).collect(Collectors.toSet());
        List<ArgumentModel> described = arguments.stream()
                .map(argument -> described(argument, words(argument, names)))
                .toList();
        byName.forEach((name, directives) -> {
            if (directives.isWritten() && !used.contains(name) && !isOfNested(name, arguments)) {
                reportUnknown(name, directives, arguments);
            }
        });
        return described;
    }

    private @Nullable ArgumentDirectives structure(ArgumentModel argument, Set<String> wireNames) {
        ArgumentDirectives byWire = use(argument.wireName());
        return byWire == null && !wireNames.contains(argument.name()) ? use(argument.name()) : byWire;
    }

    private ArgumentModel restructured(ArgumentModel argument, ArgumentDirectives directives) {
        PropertyModel property = argument.property();
        String name = directives.name();
        if (name != null && !ArgumentNames.isLegal(name)) {
            problems.at(directives.pointer() + "/name")
                    .error(
                            "\"" + name + "\" cannot be the name of an argument.",
                            "Use 1 to 64 letters, digits, underscores, dots and hyphens.");
        } else if (name != null) {
            property = property.withName(name, "");
        }
        if (!directives.enforceEnum()) {
            property = property.withType(withoutAllowed(property.type()));
        }
        if (directives.pattern() != null && property.type() instanceof TypeModel.StringType text) {
            property = property.withType(
                    new TypeModel.StringType(text.format(), directives.pattern(), text.minLength(), text.maxLength()));
        }
        return argument.withProperty(directives.optional() ? property.withRequired(false) : property);
    }

    /** Numbers that are the only ones are a rule of the type itself; texts are an enum, which is declared elsewhere. */
    private static TypeModel withoutAllowed(TypeModel type) {
        if (type instanceof TypeModel.IntegerType integer) {
            return new TypeModel.IntegerType(integer.bounds(), List.of());
        }
        return type instanceof TypeModel.NumberType number
                ? new TypeModel.NumberType(number.bounds(), List.of())
                : type;
    }

    private @Nullable String words(ArgumentModel argument, Set<String> names) {
        ArgumentDirectives own = use(argument.name());
        if (own != null && own.description() != null) {
            return own.description();
        }
        ArgumentDirectives byWire = names.contains(argument.wireName()) ? null : byName.get(argument.wireName());
        return byWire == null ? null : byWire.description();
    }

    private static ArgumentModel described(ArgumentModel argument, @Nullable String description) {
        return description == null
                ? argument
                : argument.withProperty(argument.property().withDescription(description));
    }

    private @Nullable ArgumentDirectives use(String name) {
        used.add(name);
        return byName.get(name);
    }

    /** Properties of an argument, such as {@code address.city}, are documented on their type. */
    private static boolean isOfNested(String name, List<ArgumentModel> arguments) {
        return arguments.stream()
                .anyMatch(argument ->
                        name.startsWith(argument.name() + ".") || name.startsWith(argument.wireName() + "."));
    }

    private void reportUnknown(String name, ArgumentDirectives directives, List<ArgumentModel> arguments) {
        problems.at(directives.pointer())
                .error(
                        operation.line() + " has no argument \"" + name + "\".",
                        known(name, arguments)
                                + " Correct the name, or remove the entry; `limit` and `next_cursor` document themselves.");
    }

    private static String known(String name, List<ArgumentModel> arguments) {
        if (arguments.isEmpty()) {
            return "It takes none.";
        }
        int more = arguments.size() - SHOWN;
        String last = name.substring(name.lastIndexOf('.') + 1);
        return arguments.stream()
                        .map(ArgumentModel::name)
                        // What is probably meant comes first.
                        .sorted(Comparator.comparing(known -> !known.contains(last)))
                        .limit(SHOWN)
                        .collect(Collectors.joining("`, `", "It takes `", "`"))
                + (more > 0 ? " and " + more + " more." : ".");
    }
}
