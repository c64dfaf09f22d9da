package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.mcpcodegen.codegen.model.TypeDeclaration.Constant;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Prints enums that keep their wire values. */
final class EnumPrinter {

    private final Literals literals;

    EnumPrinter(Literals literals) {
        this.literals = literals;
    }

    TypeSpec.Builder print(ClassName name, Javadocs comment, List<Constant> constants) {
        TypeSpec.Builder type = TypeSpec.enumBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(comment.code())
                .addField(FieldSpec.builder(String.class, "value", Modifier.PRIVATE, Modifier.FINAL)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "value")
                        .addStatement("this.value = value")
                        .build())
                .addMethod(value())
                .addMethod(of(name));
        for (Constant constant : constants) {
            CodeBlock wireValue = CodeBlock.of("$L$L", Layout.CONSTANT, literals.text(constant.wireValue()));
            type.addEnumConstant(
                    constant.javaName(),
                    TypeSpec.anonymousClassBuilder(wireValue).build());
        }
        return type;
    }

    private static MethodSpec value() {
        return MethodSpec.methodBuilder("value")
                .addJavadoc("Returns the text that travels.\n")
                .addAnnotation(LibraryTypes.JSON_VALUE)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return value")
                .build();
    }

    private MethodSpec of(ClassName name) {
        return MethodSpec.methodBuilder("of")
                .addJavadoc("Returns the constant of a text.\n\n@throws IllegalArgumentException if there is none\n")
                .addAnnotation(LibraryTypes.JSON_CREATOR)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, "value")
                .beginControlFlow("for ($T constant : values())", name)
                .beginControlFlow("if (constant.value.equals(value))")
                .addStatement("return constant")
                .endControlFlow()
                .endControlFlow()
                .addStatement(
                        "throw new $T($L + value)", IllegalArgumentException.class, literals.text("No such value: "))
                .build();
    }
}
