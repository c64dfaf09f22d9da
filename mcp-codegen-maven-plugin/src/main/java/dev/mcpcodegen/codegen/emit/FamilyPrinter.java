package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.Discriminator;
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Prints the sealed interface of a union whose alternatives are told apart by a property, and makes records its members. */
final class FamilyPrinter {

    private final IntegrationModel integration;
    private final JavaTypes types;
    private final Literals literals;

    FamilyPrinter(IntegrationModel integration, JavaTypes types, Literals literals) {
        this.integration = integration;
        this.types = types;
        this.literals = literals;
    }

    TypeSpec.Builder print(ClassName name, Javadocs comment, UnionDefinition union) {
        Discriminator discriminator = Objects.requireNonNull(union.discriminator());
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addJavadoc(comment.code())
                .addAnnotation(AnnotationSpec.builder(LibraryTypes.JSON_TYPE_INFO)
                        .addMember("use", "$T.Id.NAME", LibraryTypes.JSON_TYPE_INFO)
                        .addMember("include", "$T.As.EXISTING_PROPERTY", LibraryTypes.JSON_TYPE_INFO)
                        .addMember("property", "$L", literals.text(discriminator.property()))
                        .addMember("visible", "true")
                        .build())
                .addAnnotation(AnnotationSpec.builder(LibraryTypes.JSON_SUB_TYPES)
                        .addMember("value", "{$L}", members(union, discriminator))
                        .build());
        union.references().forEach(member -> type.addPermittedSubclass(types.declared(integration.type(member))));
        return type;
    }

    /** Where the record itself is asked for, nothing has to say which one it is. */
    void join(TypeSpec.Builder record, TypeDeclaration union) {
        TypeSpec soFar = record.build();
        if (soFar.superinterfaces().isEmpty()) {
            record.addAnnotation(AnnotationSpec.builder(LibraryTypes.JSON_TYPE_INFO)
                    .addMember("use", "$T.Id.NONE", LibraryTypes.JSON_TYPE_INFO)
                    .build());
        }
        record.addSuperinterface(types.declared(union));
    }

    private CodeBlock members(UnionDefinition union, Discriminator discriminator) {
        List<CodeBlock> members = new ArrayList<>();
        for (TypeModel.Reference member : union.references()) {
            List<String> values = Objects.requireNonNull(discriminator.values().get(member.key()));
            CodeBlock names = values.size() == 1
                    ? CodeBlock.of("name = $L", literals.text(values.get(0)))
                    : CodeBlock.of("names = {$L}", literals.texts(values));
            members.add(CodeBlock.of(
                    "\n@$T.Type(value = $T.class, $L)",
                    LibraryTypes.JSON_SUB_TYPES,
                    types.declared(integration.type(member)),
                    names));
        }
        return CodeBlock.join(members, ",");
    }
}
