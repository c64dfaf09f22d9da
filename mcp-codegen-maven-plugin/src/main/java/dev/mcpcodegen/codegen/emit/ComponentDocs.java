package dev.mcpcodegen.codegen.emit;

import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration.Constant;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is said of a record component: its description, then what its Java type does not show. */
final class ComponentDocs {

    /** More values would bury the sentence. */
    private static final int MAX_VALUES = 20;

    private final IntegrationModel integration;

    ComponentDocs(IntegrationModel integration) {
        this.integration = integration;
    }

    /** An argument: where it goes, under which name if that is another one. */
    String of(ArgumentModel argument) {
        String place = argument.location().name().toLowerCase(Locale.ROOT);
        String name = argument.wireName().equals(argument.name()) ? "" : " " + Javadocs.code(argument.wireName());
        String doc = of(argument.property());
        return doc.isEmpty() ? place + name : place + name + ": " + doc;
    }

    String of(PropertyModel property) {
        String said = (property.notes().deprecated() ? "deprecated: " : "") + Javadocs.inline(property.description());
        String shape = shape(property.type());
        if (said.isEmpty() || shape.isEmpty()) {
            return said + shape;
        }
        return said.endsWith(".") ? said.substring(0, said.length() - 1) + "; " + shape + "." : said + "; " + shape;
    }

    private String shape(TypeModel type) {
        if (type instanceof TypeModel.StringType string && string.format() != null) {
            return "format " + Javadocs.code(Objects.requireNonNull(string.format()));
        } else if (type instanceof TypeModel.NullableType nullable) {
            return shape(nullable.type());
        } else if (type instanceof TypeModel.ListType list) {
            return shape(list.items());
        } else if (type instanceof TypeModel.Reference reference
                && integration.type(reference).definition() instanceof EnumDefinition known) {
            return values(known);
        }
        return "";
    }

    private static String values(EnumDefinition known) {
        String values = known.constants().stream()
                .limit(MAX_VALUES)
                .map(Constant::wireValue)
                .map(Javadocs::code)
                .collect(Collectors.joining(", "));
        String more = known.constants().size() > MAX_VALUES ? " and others" : "";
        return (known.enforced() ? "one of " : "such as ") + values + more;
    }
}
