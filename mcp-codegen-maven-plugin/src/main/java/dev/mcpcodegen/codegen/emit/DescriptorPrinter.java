package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ResponseModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.List;

/** Prints what the runtime must know of a tool; what is the default is left out. */
final class DescriptorPrinter {

    private static final List<String> WHOLE_ANSWER = List.of("");

    private final Literals literals;

    DescriptorPrinter(Literals literals) {
        this.literals = literals;
    }

    CodeBlock print(IntegrationModel integration, ToolModel tool) {
        Chain chain = new Chain("$T.builder(NAME)", LibraryTypes.TOOL_DESCRIPTOR)
                .call("resource($L)", literals.text(tool.resource()))
                .call("method($L)", literals.text(tool.method()));
        if (!tool.tags().isEmpty()) {
            chain.call("tags($L)", literals.texts(tool.tags()));
        }
        if (tool.hints().readOnly()) {
            chain.call("readOnly()");
        }
        if (tool.paging() != null) {
            chain.call("paging($L)", paging(tool.paging()));
        }
        if (!isDefault(tool.response())) {
            chain.call("response($L)", response(tool.response()));
        }
        if (tool.request().server() != null) {
            chain.call("server($L)", literals.text(tool.request().server()));
        }
        if (tool.request().security() != null) {
            new SecurityPrinter(literals).security(chain, tool.request().security());
        }
        return chain.call("definition($L)", literals.text(integration.name() + "/" + tool.name() + ".json"))
                .call("build()")
                .code();
    }

    private CodeBlock paging(PagingModel paging) {
        Chain chain;
        if (paging instanceof PagingModel.Cursor cursor) {
            chain = new Chain(
                    "$T.cursor($L, $L)",
                    LibraryTypes.PAGING,
                    literals.text(cursor.cursorParam()),
                    literals.text(cursor.next()));
            if (cursor.limitParam() != null) {
                chain.call("limitParam($L, $L)", literals.text(cursor.limitParam()), cursor.maxLimit());
            }
            if (cursor.defaultLimit() != null) {
                chain.call("defaultLimit($L)", cursor.defaultLimit());
            }
        } else {
            chain = new Chain("$T.unpaged()", LibraryTypes.PAGING);
        }
        if (!paging.items().equals(WHOLE_ANSWER)) {
            chain.call("items($L)", literals.texts(paging.items()));
        }
        return chain.code();
    }

    private static boolean isDefault(ResponseModel response) {
        return response.kind() != ResponseModel.Kind.FILE && response.path().isEmpty() && !response.followRedirect();
    }

    private CodeBlock response(ResponseModel response) {
        String kind = response.kind() == ResponseModel.Kind.FILE ? "FILE" : "JSON";
        CodeBlock.Builder rules = CodeBlock.builder().add("$T.$L", LibraryTypes.RESPONSE_RULES, kind);
        if (!response.path().isEmpty()) {
            rules.add(".at($L)", literals.text(response.path()));
        }
        if (response.followRedirect()) {
            rules.add(".followingRedirect()");
        }
        return rules.build();
    }
}
