package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.derive.DerivationOptions.DocumentationLevel;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** No documentation, no tool: a model must not be offered what nobody describes. */
final class DocumentationGate {

    private static final int MIN_LENGTH = 10;

    private DocumentationGate() {}

    /**
     * The text that describes an operation at a level, best first; empty when there is none. Where anything passes, a tool that nobody
     * describes at least says what it calls.
     */
    static String description(DocumentationLevel level, ApiOperation operation) {
        String declared = Objects.requireNonNullElse(operation.directives().description(), "");
        Stream<String> enough = Stream.of(declared, operation.description()).filter(DocumentationGate::isDescription);
        Stream<String> less = switch (level) {
            case TOOL, ARGUMENTS -> Stream.of();
            case SUMMARY -> Stream.of(operation.summary());
            case OFF -> Stream.of(declared, operation.summary(), operation.description(), called(operation));
        };
        return Stream.concat(enough, less)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String called(ApiOperation operation) {
        String line = operation.httpMethod() + " " + operation.path();
        String id = Words.sentence(Objects.requireNonNullElse(operation.operationId(), ""));
        return id.isEmpty() ? "Calls " + line + "." : id + ": calls " + line + ".";
    }

    /** Says why a tool is held back; empty when it passes. */
    static Optional<String> reasonToHoldBack(DocumentationLevel level, ToolModel tool) {
        if (level == DocumentationLevel.OFF) {
            return Optional.empty();
        }
        if (!isDescription(tool.description()) || isJustTheName(tool)) {
            return Optional.of(
                    level == DocumentationLevel.SUMMARY
                            ? "no description and no summary of at least " + MIN_LENGTH + " characters"
                            : "no description of at least " + MIN_LENGTH + " characters that says more than the name");
        }
        if (level == DocumentationLevel.ARGUMENTS) {
            return tool.arguments().stream()
                    .filter(argument -> argument.property().description().isBlank())
                    .findFirst()
                    .map(argument -> "argument \"" + argument.name() + "\" is not described");
        }
        return Optional.empty();
    }

    private static boolean isDescription(String text) {
        return text.strip().length() >= MIN_LENGTH;
    }

    private static boolean isJustTheName(ToolModel tool) {
        String words = Words.snakeCase(tool.description());
        return words.equals(tool.name()) || words.equals(tool.method() + "_" + tool.resource());
    }
}
