package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds values that need no argument, because there is no other that a caller could pass. */
final class OnlyValues {

    /** Texts that are JSON as soon as they stand in quotes. */
    private static final Pattern PLAIN = Pattern.compile("[^\"\\\\\\p{Cntrl}]+");

    private final ApiOperation operation;
    private final Types types;

    OnlyValues(ApiOperation operation, Types types) {
        this.operation = operation;
        this.types = types;
    }

    /** The JSON of the one value that a required argument can have; empty where there is a choice, if only that to say nothing. */
    Optional<String> json(ArgumentModel argument) {
        boolean mayBeMissing = argument.location() == Location.BODY
                && (operation.body() == null || !operation.body().required());
        boolean isAsked = argument.required() && !mayBeMissing && argument.location() != Location.PATH;
        return isAsked ? only(argument.type()) : Optional.empty();
    }

    private Optional<String> only(TypeModel type) {
        if (type instanceof TypeModel.Reference reference) {
            return types.declaration(reference).definition() instanceof EnumDefinition values
                            && values.enforced()
                            && values.constants().size() == 1
                    ? Optional.of(values.constants().get(0).wireValue())
                            .filter(value -> PLAIN.matcher(value).matches())
                            .map(value -> '"' + value + '"')
                    : Optional.empty();
        }
        List<String> allowed = List.of();
        if (type instanceof TypeModel.IntegerType whole) {
            allowed = whole.allowed();
        } else if (type instanceof TypeModel.NumberType number) {
            allowed = number.allowed();
        } else if (type instanceof TypeModel.BooleanType bool) {
            allowed = bool.allowed();
        }
        return allowed.size() == 1 ? Optional.of(allowed.get(0)) : Optional.empty();
    }
}
