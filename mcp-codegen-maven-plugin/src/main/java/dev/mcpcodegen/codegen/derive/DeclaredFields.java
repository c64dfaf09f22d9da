package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.DynamicFieldsModel;
import dev.mcpcodegen.codegen.model.DynamicFieldsModel.Form;
import dev.mcpcodegen.codegen.model.FieldSetModel;
import dev.mcpcodegen.codegen.model.FieldSetModel.Argument;
import dev.mcpcodegen.codegen.model.FieldSetModel.Options;
import dev.mcpcodegen.codegen.model.FieldSetModel.Source;
import dev.mcpcodegen.codegen.model.RequestModel.ConstantModel;
import dev.mcpcodegen.codegen.model.ToolDirectives.FieldsDirectives;
import dev.mcpcodegen.codegen.model.ToolIdentity;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives tools the fields that {@code x-mcp.dynamicFields} declares. What a running server could not ask for is an error here: a field that
 * silently stays unknown would be a value that silently is not sent.
 */
final class DeclaredFields {

    /** JSON text whose value stands in it as it is. */
    private static final Pattern PLAIN = Pattern.compile("\"([^\"\\\\]*)\"");

    private final Map<String, FieldSetModel> sets;
    private final Map<String, ToolModel> tools = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final DocumentScope problems;

    private DeclaredFields(Map<String, FieldSetModel> sets, List<ToolModel> tools, DocumentScope problems) {
        this.sets = sets;
        this.problems = problems;
        tools.forEach(tool -> this.tools.put(tool.name(), tool));
    }

    /**
     * Returns the tools with their fields.
     *
     * @param sets what the document declares for several tools
     */
    static List<ToolModel> add(
            Map<String, FieldSetModel> sets,
            List<NamedOperation> operations,
            List<ToolModel> tools,
            DocumentScope problems) {
        Map<ToolIdentity, List<FieldsDirectives>> declared = operations.stream()
                .map(NamedOperation::operation)
                .filter(operation -> !operation.directives().dynamicFields().isEmpty())
                .collect(Collectors.toMap(
                        ApiOperation::identity,
                        operation -> operation.directives().dynamicFields()));
        if (declared.isEmpty()) {
            return tools;
        }
        DeclaredFields fields = new DeclaredFields(sets, tools, problems);
        return tools.stream()
                .map(tool -> fields.of(tool, declared.get(tool.operation().identity())))
                .toList();
    }

    private ToolModel of(ToolModel tool, @Nullable List<FieldsDirectives> declared) {
        if (declared == null) {
            return tool;
        }
        List<DynamicFieldsModel> fields = new ArrayList<>();
        declared.forEach(entry -> {
            DynamicFieldsModel read = of(tool, entry);
            if (read != null) {
                fields.add(read);
            }
        });
        return tool.withDynamicFields(fields);
    }

    private @Nullable DynamicFieldsModel of(ToolModel tool, FieldsDirectives declared) {
        FieldSetModel set = set(tool, declared);
        if (set == null || !isOpen(tool, declared) || !isSound(tool, declared, set)) {
            return null;
        }
        boolean partial = declared.partial() == null ? !tool.method().equals("create") : declared.partial();
        return new DynamicFieldsModel(
                declared.property(), declared.form(), declared.member(), partial, set, constants(tool, set));
    }

    private @Nullable FieldSetModel set(ToolModel tool, FieldsDirectives declared) {
        if (declared.ownSet() != null) {
            return declared.ownSet().named(tool.name() + "." + declared.property());
        }
        FieldSetModel set = sets.get(Objects.requireNonNullElse(declared.fieldSet(), ""));
        if (set == null) {
            report(
                    declared.pointer(),
                    "There is no sound set \"" + declared.fieldSet() + "\" of fields.",
                    sets.isEmpty()
                            ? "Declare it below `x-mcp.fieldSets` of the document."
                            : "Use one of " + String.join(", ", new TreeSet<>(sets.keySet())) + ".");
        }
        return set;
    }

    /** Values of any shape must get through to the vendor. */
    private boolean isOpen(ToolModel tool, FieldsDirectives declared) {
        ArgumentModel argument = argument(tool, declared.property());
        if (argument == null) {
            report(
                    declared.pointer() + "/property",
                    "The tool \"" + tool.name() + "\" has no argument \"" + declared.property() + "\".",
                    "Use one of " + names(tool) + ".");
            return false;
        }
        TypeModel type = Types.plain(argument.type());
        boolean isOpen = declared.form() == Form.CONDITIONS
                ? type instanceof TypeModel.ListType
                : type instanceof TypeModel.AnyType
                        || (type instanceof TypeModel.MapType map
                                && Types.plain(map.values()) instanceof TypeModel.AnyType);
        if (!isOpen) {
            report(
                    declared.pointer() + "/property",
                    "The argument \"" + declared.property() + "\" of \"" + tool.name()
                            + "\" cannot hold fields that nobody knows yet.",
                    declared.form() == Form.CONDITIONS
                            ? "Make its schema `type: array` in the overlay."
                            : "Make its schema `type: object` with `additionalProperties: true` and without `properties`"
                                    + " in the overlay.");
        }
        return isOpen;
    }

    private boolean isSound(ToolModel tool, FieldsDirectives declared, FieldSetModel set) {
        boolean isSound = isCallable(tool, set.source(), Map.of());
        if (set.owners() != null) {
            isSound &= isCallable(tool, set.owners().source(), Map.of());
            long chosen = set.source().arguments().values().stream()
                    .filter(argument -> argument.from() != null && argument(tool, argument.from()) != null)
                    .count();
            if (chosen > 1) {
                isSound = report(
                        declared.pointer(),
                        "Fields of owners that " + chosen + " arguments name cannot be listed.",
                        "Remove `owners`: the fields are still checked when the tool is called.");
            }
        }
        for (Options options : set.options()) {
            if (options.source() != null) {
                isSound &= isCallable(tool, options.source(), set.source().arguments());
            }
        }
        return isSound;
    }

    /** Whether the server can call the tool with what is given to it, and with what is inherited where it takes that. */
    private boolean isCallable(ToolModel tool, Source source, Map<String, Argument> inherited) {
        ToolModel called = tools.get(source.tool());
        if (called == null) {
            return report(
                    source.pointer() + "/tool",
                    "There is no tool \"" + source.tool() + "\", so fields cannot be listed.",
                    "Correct the name; `describe` lists the tools. A tool that is not exposed or left out by `excludes` is"
                            + " none.");
        }
        boolean isSound = true;
        Map<String, Argument> all = new LinkedHashMap<>(inherited);
        all.putAll(source.arguments());
        for (Map.Entry<String, Argument> argument : all.entrySet()) {
            boolean isGiven = source.arguments().containsKey(argument.getKey());
            if (isGiven && argument(called, argument.getKey()) == null) {
                isSound = report(
                        source.pointer() + "/arguments",
                        "The tool \"" + called.name() + "\" has no argument \"" + argument.getKey() + "\".",
                        "Use one of " + names(called) + ".");
            }
            isSound &= isKnown(tool, source, argument.getValue());
        }
        for (ArgumentModel argument : called.arguments()) {
            if (argument.required() && !all.containsKey(argument.name())) {
                isSound = report(
                        source.pointer() + "/arguments",
                        "The tool \"" + called.name() + "\" needs an argument \"" + argument.name() + "\".",
                        "Give it a value, or {from: argument}, an argument of \"" + tool.name() + "\".");
            }
        }
        return isSound;
    }

    private boolean isKnown(ToolModel tool, Source source, Argument argument) {
        String from = argument.from();
        if (from == null
                || from.equals(FieldSetModel.KEY)
                || argument(tool, from) != null
                || constant(tool, from) != null) {
            return true;
        }
        return report(
                source.pointer() + "/arguments",
                "The tool \"" + tool.name() + "\", whose fields are listed, has no argument \"" + from + "\".",
                "Use one of " + names(tool) + ".");
    }

    /** The values that hidden arguments have, of which fields depend. */
    private static Map<String, String> constants(ToolModel tool, FieldSetModel set) {
        Map<String, String> constants = new LinkedHashMap<>();
        List<Source> sources = new ArrayList<>(List.of(set.source()));
        set.options().stream().map(Options::source).filter(Objects::nonNull).forEach(sources::add);
        for (Source source : sources) {
            for (Argument argument : source.arguments().values()) {
                String from = argument.from();
                if (from != null && argument(tool, from) == null) {
                    ConstantModel constant = constant(tool, from);
                    if (constant != null) {
                        Matcher plain = PLAIN.matcher(constant.json());
                        constants.put(from, plain.matches() ? plain.group(1) : constant.json());
                    }
                }
            }
        }
        return constants;
    }

    private static @Nullable ArgumentModel argument(ToolModel tool, String name) {
        return tool.arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ConstantModel constant(ToolModel tool, String name) {
        return tool.request().constants().stream()
                .filter(constant -> constant.place().wireName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String names(ToolModel tool) {
        return tool.arguments().isEmpty()
                ? "none, for it has no arguments"
                : tool.arguments().stream().map(ArgumentModel::name).collect(Collectors.joining(", "));
    }

    /** Returns false, for what is wrong is not sound. */
    private boolean report(String pointer, String message, String cure) {
        // Many tools name one set, which is wrong for all of them at once.
        if (told.add(pointer + " " + message)) {
            problems.at(pointer).error(message, cure);
        }
        return false;
    }
}
