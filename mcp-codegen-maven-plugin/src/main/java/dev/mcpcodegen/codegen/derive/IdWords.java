package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Says of a path's parameters, where the vendor says nothing, what the path says: {@code {id}} after {@code /files} is the id of the file. */
final class IdWords {

    /** How a name may end that only says how something is named. */
    private static final Map<String, String> KINDS = Map.of(
            "id", "Id", "uuid", "UUID", "guid", "GUID", "uid", "Id", "name", "Name", "key", "Key", "slug", "Slug",
            "code", "Code", "number", "Number");

    private IdWords() {}

    static ToolModel add(ToolModel tool) {
        List<ArgumentModel> arguments = tool.arguments().stream()
                .map(argument -> argument.location() == Location.PATH
                                && argument.property().description().isBlank()
                        ? described(argument, tool.operation().path())
                        : argument)
                .toList();
        return arguments.equals(tool.arguments()) ? tool : tool.withArguments(arguments);
    }

    private static ArgumentModel described(ArgumentModel argument, String path) {
        List<String> words = Words.of(argument.wireName());
        String last = words.isEmpty() ? "" : words.get(words.size() - 1).toLowerCase(Locale.ROOT);
        String kind = argument.name().equals("id") ? KINDS.getOrDefault(last, "Id") : KINDS.getOrDefault(last, "");
        String before = path.split(Pattern.quote("{" + argument.wireName() + "}"), 2)[0];
        PathShape shape = PathShape.of(before);
        boolean isDirect = before.endsWith("/")
                && !shape.endsWithParameter()
                && !shape.lastStatic().isEmpty();
        if (kind.isEmpty() || !isDirect || before.equals(path)) {
            return argument;
        }
        String thing = Singulars.of(shape.lastStatic()).replace('_', ' ');
        return argument.withProperty(argument.property().withDescription(kind + " of the " + thing + "."));
    }
}
