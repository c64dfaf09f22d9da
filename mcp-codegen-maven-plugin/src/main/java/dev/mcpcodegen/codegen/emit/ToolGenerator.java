package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.mcpcodegen.codegen.emit.RecordPrinter.Component;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ResponseModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** One class a tool: what it is called, what the runtime must know, and the request that arguments mean. */
final class ToolGenerator {

    private static final String MANY = "What a caller passes: more arguments than a Java record can have.";

    private final IntegrationModel integration;
    private final JavaTypes types;
    private final TypeGenerator nestedTypes;
    private final ArgumentTypes argumentTypes;
    private final ComponentDocs docs;

    ToolGenerator(IntegrationModel integration, JavaTypes types) {
        this.integration = integration;
        this.types = types;
        this.nestedTypes = new TypeGenerator(integration, types);
        this.argumentTypes = new ArgumentTypes(types);
        this.docs = new ComponentDocs(integration);
    }

    SourceFile generate(ToolModel tool) {
        Literals literals = new Literals();
        ClassName self = ClassName.get(types.packageName(), tool.javaName());
        ClassName arguments = self.nestedClass("Arguments");
        TypeSpec type = TypeSpec.classBuilder(self)
                .addJavadoc(new Javadocs(0)
                        .text(tool.description())
                        .tag("@apiNote", Javadocs.code(tool.operation().toString()))
                        .code())
                .addAnnotation(LibraryTypes.generatedBy(ToolGenerator.class, literals))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(LibraryTypes.UPSTREAM_TOOL, arguments, result(tool)))
                .addField(FieldSpec.builder(String.class, "NAME", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .initializer(literals.text(tool.name()))
                        .build())
                .addField(FieldSpec.builder(
                                LibraryTypes.TOOL_DESCRIPTOR,
                                "DESCRIPTOR",
                                Modifier.PRIVATE,
                                Modifier.STATIC,
                                Modifier.FINAL)
                        .initializer(new DescriptorPrinter(literals).print(integration, tool))
                        .build())
                .addMethod(descriptor())
                .addMethod(toRequest(tool, arguments, literals))
                .addType(arguments(tool, literals))
                .addTypes(nestedTypes.nestedIn(tool, literals))
                .build();
        return SourceFile.print(types.packageName(), type, literals, integration.specFile());
    }

    private TypeName result(ToolModel tool) {
        if (tool.response().kind() != ResponseModel.Kind.JSON) {
            return LibraryTypes.JSON_NODE;
        }
        TypeName type = types.answered(tool.response().type());
        return tool.paging() == null ? type : ParameterizedTypeName.get(LibraryTypes.PAGE, type);
    }

    private static MethodSpec descriptor() {
        return MethodSpec.methodBuilder("descriptor")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(LibraryTypes.TOOL_DESCRIPTOR)
                .addStatement("return DESCRIPTOR")
                .build();
    }

    private static MethodSpec toRequest(ToolModel tool, ClassName arguments, Literals literals) {
        return MethodSpec.methodBuilder("toRequest")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(LibraryTypes.UPSTREAM_REQUEST)
                .addParameter(arguments, "arguments")
                .addCode(new RequestPrinter(tool, literals).print())
                .build();
    }

    private TypeSpec arguments(ToolModel tool, Literals literals) {
        if (tool.arguments().size() > ObjectDefinition.MAX_COMPONENTS) {
            return new RecordPrinter(literals)
                    .print("Arguments", new Javadocs(1).text(MANY), List.of(everything()))
                    .build();
        }
        List<Component> components = new ArrayList<>();
        tool.arguments().forEach(argument -> components.add(component(argument, tool)));
        tool.body().others().ifPresent(others -> components.add(TypeGenerator.further(others.javaName())));
        String sentence = components.isEmpty() ? "A caller passes nothing." : "What a caller passes.";
        return new RecordPrinter(literals)
                .print("Arguments", new Javadocs(1).text(sentence), components)
                .build();
    }

    /** No constructor takes as many parameters as such a tool takes arguments. */
    private static Component everything() {
        return new Component(null, null, SentValue.EVERYTHING, SentValue.EVERYTHING_TYPE, "the arguments by name");
    }

    private Component component(ArgumentModel argument, ToolModel tool) {
        return new Component(
                argument.name(),
                null,
                argument.property().javaName(),
                argumentTypes.of(argument, tool.body()),
                docs.of(argument));
    }
}
