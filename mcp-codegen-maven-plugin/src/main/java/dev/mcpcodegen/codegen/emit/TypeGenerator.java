package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.mcpcodegen.codegen.emit.RecordPrinter.Component;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.PropertyNames;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Declared objects, enums and unions as records, enums and sealed interfaces: nested in the one tool that uses them, or in files of their own. */
final class TypeGenerator {

    private static final String FURTHER = "additionalProperties";

    private final IntegrationModel integration;
    private final JavaTypes types;
    private final ComponentDocs docs;
    private final Map<String, List<TypeDeclaration>> byOwner;

    TypeGenerator(IntegrationModel integration, JavaTypes types) {
        this.integration = integration;
        this.types = types;
        this.docs = new ComponentDocs(integration);
        this.byOwner = integration.types().values().stream()
                .filter(type -> type.owner() != null && isUsed(type))
                .collect(Collectors.groupingBy(type -> Objects.requireNonNull(type.owner())));
    }

    /** The types that several tools share, one file each. */
    List<SourceFile> generateShared() {
        return integration.types().values().parallelStream()
                .filter(type -> type.owner() == null && isUsed(type))
                .map(this::file)
                .toList();
    }

    /** The types that belong to one tool: records, then enums. */
    List<TypeSpec> nestedIn(ToolModel tool, Literals literals) {
        List<TypeDeclaration> own = byOwner.getOrDefault(tool.javaName(), List.of());
        List<TypeSpec> nested = new ArrayList<>();
        own.stream()
                .filter(type -> !(type.definition() instanceof EnumDefinition))
                .forEach(type -> nested.add(type(type, 1, literals).build()));
        own.stream()
                .filter(type -> type.definition() instanceof EnumDefinition)
                .forEach(type -> nested.add(type(type, 1, literals).build()));
        return nested;
    }

    private boolean isUsed(TypeDeclaration type) {
        return types.uses().isUsedRecord(type)
                || types.uses().isUsedEnum(type)
                || (types.uses().isSent(type) && types.uses().isSealed(type));
    }

    private SourceFile file(TypeDeclaration type) {
        Literals literals = new Literals();
        TypeSpec spec = type(type, 0, literals)
                .addAnnotation(LibraryTypes.generatedBy(TypeGenerator.class, literals))
                .build();
        return SourceFile.print(types.modelPackage(), spec, literals, integration.specFile());
    }

    private TypeSpec.Builder type(TypeDeclaration type, int depth, Literals literals) {
        ClassName name = types.declared(type);
        Javadocs comment = new Javadocs(depth).text(description(type));
        if (type.definition() instanceof EnumDefinition constants) {
            return new EnumPrinter(literals).print(name, comment, constants.constants());
        }
        FamilyPrinter family = new FamilyPrinter(integration, types, literals);
        if (type.definition() instanceof UnionDefinition alternatives) {
            return family.print(name, comment, alternatives);
        }
        TypeSpec.Builder record = new RecordPrinter(literals).print(name.simpleName(), comment, components(type));
        types.uses().interfacesOf(type).forEach(union -> family.join(record, union));
        return record;
    }

    private List<Component> components(TypeDeclaration type) {
        ObjectDefinition object = (ObjectDefinition) type.definition();
        List<Component> components = new ArrayList<>();
        for (PropertyModel property : object.properties()) {
            components.add(new Component(
                    property.name(),
                    shown(property, type),
                    property.javaName(),
                    types.component(property, type),
                    docs.of(property)));
        }
        // A record that is sent must not lose what its schema allows beyond the declared properties.
        boolean keepsFurther = object.open()
                && types.uses().isSent(type)
                && object.properties().stream()
                        .noneMatch(property -> property.javaName().equals(FURTHER));
        if (keepsFurther) {
            components.add(further(FURTHER));
        }
        return components;
    }

    /** The component that takes what nobody declared. */
    static Component further(String javaName) {
        return new Component(
                null,
                null,
                javaName,
                ParameterizedTypeName.get(
                        ClassName.get(Map.class), ClassName.get(String.class), LibraryTypes.JSON_NODE),
                "properties beyond the declared ones");
    }

    /** How callers write a name that some clients refuse; null where they write it as the wire has it. */
    private @Nullable String shown(PropertyModel property, TypeDeclaration type) {
        String shown = PropertyNames.shown((ObjectDefinition) type.definition(), property);
        return types.uses().isSent(type) && !shown.equals(property.name()) ? shown : null;
    }

    private String description(TypeDeclaration type) {
        if (!type.description().isBlank()) {
            return type.description();
        }
        String words = type.javaName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        String name = integration.displayName() + "'s " + words + ".";
        return type.definition() instanceof EnumDefinition ? "The values of " + name : name;
    }
}
