package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.IntegrationModel.ErrorModel;
import dev.mcpcodegen.codegen.model.IntegrationModel.RateLimitModel;
import dev.mcpcodegen.codegen.model.SecurityModel;
import dev.mcpcodegen.codegen.model.ServerModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that names every tool of an integration; the runtime loads only what stands here. */
final class IndexGenerator {

    /** Keeps each method far from the JVM's limit of 64 KB. */
    private static final int TOOLS_IN_A_METHOD = 500;

    private static final TypeName ANYTHING = WildcardTypeName.subtypeOf(Object.class);
    private static final TypeName TOOLS = ParameterizedTypeName.get(
            ClassName.get(List.class), ParameterizedTypeName.get(LibraryTypes.TOOL_TYPE, ANYTHING, ANYTHING));

    private final String packageName;

    IndexGenerator(String packageName) {
        this.packageName = packageName;
    }

    SourceFile generate(IntegrationModel integration) {
        Literals literals = new Literals();
        List<MethodSpec> parts = parts(integration.tools());
        TypeSpec type = TypeSpec.classBuilder(GeneratedNames.indexOf(packageName, integration))
                .addJavadoc(new Javadocs(0)
                        .text(integration.displayName() + " as tools.")
                        .code())
                .addAnnotation(LibraryTypes.generatedBy(IndexGenerator.class, literals))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(integration(integration, parts, literals))
                .addMethods(parts)
                .build();
        return SourceFile.print(packageName, type, literals, integration.specFile());
    }

    private MethodSpec integration(IntegrationModel model, List<MethodSpec> parts, Literals literals) {
        Chain chain = new Chain("$T.builder($L)", LibraryTypes.INTEGRATION, literals.text(model.name()))
                .call("displayName($L)", literals.text(model.displayName()))
                .call("apiVersion($L)", literals.text(model.apiVersion()));
        if (!model.baseUrl().isEmpty()) {
            chain.call("baseUrl($L)", literals.text(model.baseUrl()));
        }
        for (ServerModel server : model.servers()) {
            chain.call("server($L, $L)", literals.text(server.name()), literals.text(server.url()));
        }
        SecurityPrinter security = new SecurityPrinter(literals);
        model.securitySchemes().forEach(scheme -> chain.call("securityScheme($L)", security.scheme(scheme)));
        if (!model.security().equals(SecurityModel.NONE)) {
            security.security(chain, model.security());
        }
        if (!model.instructions().isBlank()) {
            chain.call("instructions($>$>$L$<$<)", literals.lines(model.instructions()));
        }
        if (model.personOnly()) {
            chain.call("personOnly()");
        }
        if (model.login() != null) {
            chain.call("login($L)", new LoginPrinter(literals).login(model.login()));
        }
        if (model.errors() != null) {
            chain.call("errors($L)", errors(model.errors(), literals));
        }
        if (model.rateLimit() != null) {
            chain.call("rateLimit($L)", rateLimit(model.rateLimit(), literals));
        }
        parts.forEach(part -> chain.call("tools($N())", part));
        return MethodSpec.methodBuilder("integration")
                .addJavadoc("Returns all of it.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(LibraryTypes.INTEGRATION)
                .addCode("return $L;\n", chain.call("build()").code())
                .build();
    }

    private static CodeBlock errors(ErrorModel errors, Literals literals) {
        return CodeBlock.of(
                "new $T($T.of($L), $T.of($L))",
                LibraryTypes.ERROR_RULES,
                List.class,
                literals.texts(errors.messages()),
                List.class,
                literals.texts(errors.codes()));
    }

    private static CodeBlock rateLimit(RateLimitModel rateLimit, Literals literals) {
        return CodeBlock.of(
                "new $T($>$>\n$L,\n$L,\n$L,\n$T.ResetUnit.$L$<$<)",
                LibraryTypes.RATE_LIMIT_HEADERS,
                literals.text(rateLimit.limit()),
                literals.text(rateLimit.remaining()),
                literals.text(rateLimit.reset()),
                LibraryTypes.RATE_LIMIT_HEADERS,
                resetUnit(rateLimit.resetUnit()));
    }

    private static String resetUnit(String unit) {
        return switch (unit) {
            case "seconds" -> "SECONDS";
            case "epochSeconds" -> "EPOCH_SECONDS";
            case "epochMillis" -> "EPOCH_MILLIS";
            case "date" -> "DATE";
            default -> throw new IllegalArgumentException("No unit of a rate limit's reset is called " + unit);
        };
    }

    private List<MethodSpec> parts(List<ToolModel> tools) {
        List<MethodSpec> parts = new ArrayList<>();
        for (int from = 0; from < tools.size(); from += TOOLS_IN_A_METHOD) {
            List<ToolModel> some = tools.subList(from, Math.min(tools.size(), from + TOOLS_IN_A_METHOD));
            List<CodeBlock> instances = some.stream()
                    .map(tool -> CodeBlock.of("new $T()", ClassName.get(packageName, tool.javaName())))
                    .toList();
            String name = tools.size() <= TOOLS_IN_A_METHOD ? "tools" : "tools" + (parts.size() + 1);
            parts.add(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(TOOLS)
                    .addCode("return $L;\n", Lists.of(instances))
                    .build());
        }
        return parts;
    }
}
