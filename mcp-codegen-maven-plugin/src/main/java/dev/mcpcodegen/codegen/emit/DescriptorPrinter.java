package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.DynamicFieldsModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.PagingModel.PageRules;
import dev.mcpcodegen.codegen.model.ResponseModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        places(chain, tool);
        tool.dynamicFields().forEach(fields -> chain.call("dynamicFields($L)", fields(integration, fields)));
        return chain.call("definition($L)", literals.text(integration.name() + "/" + tool.name() + ".json"))
                .call("build()")
                .code();
    }

    /** The arguments that the vendor knows under other names, or within objects that callers do not see. */
    private void places(Chain chain, ToolModel tool) {
        for (ArgumentModel argument : tool.arguments()) {
            List<String> place = new ArrayList<>(argument.wire().around());
            place.add(argument.wireName());
            if (!place.equals(List.of(argument.name())) && !isWholeBody(argument, tool)) {
                chain.call("sentAs($L, $L)", literals.text(argument.name()), literals.texts(place));
            }
        }
    }

    private static boolean isWholeBody(ArgumentModel argument, ToolModel tool) {
        return argument.location() == ArgumentModel.Location.BODY
                && (tool.body() instanceof BodyModel.JsonValue
                        || tool.body() instanceof BodyModel.Raw
                        || tool.body() instanceof BodyModel.File);
    }

    /** Little: what there is to say of the fields stands in the resource. */
    private CodeBlock fields(IntegrationModel integration, DynamicFieldsModel fields) {
        List<String> names = fields.form() == DynamicFieldsModel.Form.CONDITIONS
                ? List.of(fields.property(), fields.member(), fields.resource(integration.name()))
                : List.of(fields.property(), fields.resource(integration.name()));
        Chain chain = new Chain(
                "$T.$L($L)",
                LibraryTypes.DYNAMIC_FIELDS,
                fields.form().name().toLowerCase(Locale.ROOT),
                literals.texts(names));
        if (fields.partial() && fields.form() == DynamicFieldsModel.Form.VALUES) {
            chain.call("partial()");
        }
        fields.constants()
                .forEach((name, value) -> chain.call("with($L, $L)", literals.text(name), literals.text(value)));
        return chain.code();
    }

    private CodeBlock paging(PagingModel paging) {
        Chain chain = style(paging);
        PageRules rules = paging.rules();
        if (rules.limitParam() != null) {
            chain.call("limitParam($L, $L)", literals.text(rules.limitParam()), rules.maxLimit());
        } else if (rules.maxLimit() != PageRules.MAX_LIMIT) {
            chain.call("maxLimit($L)", rules.maxLimit());
        }
        if (rules.minLimit() > 1) {
            chain.call("minLimit($L)", rules.minLimit());
        }
        if (rules.defaultLimit() != null) {
            chain.call("defaultLimit($L)", rules.defaultLimit());
        }
        if (rules.inBody()) {
            chain.call("inBody()");
        }
        pointer(chain, "hasMore", rules.hasMore());
        pointer(chain, "total", rules.total());
        if (rules.shortPageEnds()) {
            chain.call("shortPageEnds()");
        }
        if (!rules.items().equals(WHOLE_ANSWER)) {
            chain.call("items($L)", literals.texts(rules.items()));
        }
        return chain.code();
    }

    /** The style and what it alone knows, which the runtime's builders want first. */
    private Chain style(PagingModel paging) {
        if (paging instanceof PagingModel.Cursor cursor) {
            return style("cursor", cursor.cursorParam(), cursor.next());
        }
        if (paging instanceof PagingModel.LastItem lastItem) {
            return style("lastItem", lastItem.cursorParam(), lastItem.key());
        }
        if (paging instanceof PagingModel.Offset offset) {
            Chain chain = style("offset", offset.offsetParam());
            if (offset.firstOffset() != 0) {
                chain.call("firstOffset($L)", offset.firstOffset());
            }
            return pointer(chain, "step", offset.step());
        }
        if (paging instanceof PagingModel.PageNumber page) {
            Chain chain = style("page", page.pageParam());
            if (page.firstPage() != 1) {
                chain.call("firstPage($L)", page.firstPage());
            }
            return pointer(chain, "pageCount", page.pageCount());
        }
        return paging instanceof PagingModel.NextUrl url ? style("nextUrl", url.next()) : style(paging.style());
    }

    private Chain style(String name, String... texts) {
        return new Chain("$T.$L($L)", LibraryTypes.PAGING, name, literals.texts(List.of(texts)));
    }

    private Chain pointer(Chain chain, String call, @Nullable String pointer) {
        return pointer == null ? chain : chain.call("$L($L)", call, literals.text(pointer));
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
