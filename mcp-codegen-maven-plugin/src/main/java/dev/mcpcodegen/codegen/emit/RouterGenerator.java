package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The servlet that serves all integrations of a build. */
final class RouterGenerator {

    private final EmitOptions options;

    RouterGenerator(EmitOptions options) {
        this.options = options;
    }

    SourceFile generate(ToolCatalog catalog) {
        Literals literals = new Literals();
        TypeSpec.Builder type = TypeSpec.classBuilder(options.routerName())
                .addJavadoc(new Javadocs(0)
                        .text("Serves every generated tool over MCP.")
                        .code())
                .addAnnotation(LibraryTypes.generatedBy(RouterGenerator.class, literals))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(LibraryTypes.MCP_SERVLET)
                .addField(FieldSpec.builder(
                                long.class, "serialVersionUID", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("1L")
                        .build())
                .addMethod(integrations(catalog));
        if (!options.urlPatterns().equals(EmitOptions.DEFAULT_URL_PATTERNS)) {
            type.addMethod(urlPatterns(literals));
        }
        return SourceFile.print(options.basePackage(), type.build(), literals, "");
    }

    private MethodSpec integrations(ToolCatalog catalog) {
        List<CodeBlock> calls = catalog.integrations().stream()
                .map(integration -> CodeBlock.of(
                        "$T.integration()",
                        GeneratedNames.indexOf(GeneratedNames.packageOf(options, integration), integration)))
                .toList();
        return MethodSpec.methodBuilder("integrations")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), LibraryTypes.INTEGRATION))
                .addCode("return $L;\n", Lists.of(calls))
                .build();
    }

    private MethodSpec urlPatterns(Literals literals) {
        return MethodSpec.methodBuilder("urlPatterns")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(List.class, String.class))
                .addStatement("return $T.of($L)", List.class, literals.texts(options.urlPatterns()))
                .build();
    }
}
