package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Prints the request that a tool's arguments mean. */
final class RequestPrinter {

    private static final Set<String> NAMED_METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** The map of all arguments, where there are more than a record can have. */
    static final String EVERYTHING = "values";

    private final Literals literals;
    private boolean many;

    RequestPrinter(Literals literals) {
        this.literals = literals;
    }

    CodeBlock print(ToolModel tool) {
        many = tool.arguments().size() > ObjectDefinition.MAX_COMPONENTS;
        Chain chain = start(tool.operation());
        for (ArgumentModel argument : tool.arguments()) {
            if (argument.location() != Location.BODY) {
                parameter(chain, argument);
            }
        }
        List<ArgumentModel> inBody = tool.arguments().stream()
                .filter(argument -> argument.location() == Location.BODY)
                .toList();
        body(chain, tool.body(), inBody);
        return chain.call("build()").code();
    }

    private Chain start(ToolModel.OperationRef operation) {
        String method = operation.httpMethod();
        CodeBlock path = literals.text(operation.path());
        return NAMED_METHODS.contains(method)
                ? new Chain("$T.$L($L)", LibraryTypes.UPSTREAM_REQUEST, method.toLowerCase(Locale.ROOT), path)
                : new Chain("$T.method($L, $L)", LibraryTypes.UPSTREAM_REQUEST, literals.text(method), path);
    }

    private void parameter(Chain chain, ArgumentModel argument) {
        String call = switch (argument.location()) {
            case PATH -> "path";
            case QUERY -> "query";
            case HEADER -> "header";
            case COOKIE -> "cookie";
            case BODY -> throw new IllegalArgumentException("no parameter: " + argument.name());
        };
        if (argument.location() == Location.QUERY && argument.style() != Style.EXPLODED) {
            chain.call(
                    "query($L, $L, $T.$L)",
                    literals.text(argument.wireName()),
                    value(argument),
                    LibraryTypes.QUERY_STYLE,
                    argument.style());
        } else {
            named(chain, call, argument);
        }
    }

    private void body(Chain chain, BodyModel body, List<ArgumentModel> arguments) {
        if (body instanceof BodyModel.JsonObject) {
            chain.call("jsonBody(body -> $L)", calls("body", "put", arguments));
        } else if (body instanceof BodyModel.Form) {
            chain.call("formBody(form -> $L)", calls("form", "field", arguments));
        } else if (body instanceof BodyModel.Multipart) {
            chain.call("multipartBody(parts -> $L)", parts(arguments));
        } else if (body instanceof BodyModel.JsonValue) {
            arguments.forEach(argument -> chain.call("jsonBody($L)", value(argument)));
        } else if (body instanceof BodyModel.Raw raw) {
            arguments.forEach(
                    argument -> chain.call("rawBody($L, $L)", literals.text(raw.mediaType()), value(argument)));
        }
    }

    private CodeBlock calls(String receiver, String call, List<ArgumentModel> arguments) {
        if (arguments.isEmpty()) {
            return CodeBlock.of("{}");
        }
        Chain chain = new Chain(receiver);
        arguments.forEach(argument -> named(chain, call, argument));
        return chain.code();
    }

    private CodeBlock parts(List<ArgumentModel> arguments) {
        if (arguments.isEmpty()) {
            return CodeBlock.of("{}");
        }
        Chain chain = new Chain("parts");
        arguments.forEach(argument -> named(chain, part(argument.type()), argument));
        return chain.code();
    }

    private static String part(TypeModel type) {
        if (type instanceof TypeModel.NullableType nullable) {
            return part(nullable.type());
        } else if (type instanceof TypeModel.ListType list) {
            return part(list.items()).equals("file") ? "files" : "field";
        }
        return type instanceof TypeModel.FileType ? "file" : "field";
    }

    private void named(Chain chain, String call, ArgumentModel argument) {
        chain.call("$L($L, $L)", call, literals.text(argument.wireName()), value(argument));
    }

    private CodeBlock value(ArgumentModel argument) {
        return many
                ? CodeBlock.of("arguments.$N().get($L)", EVERYTHING, literals.text(argument.name()))
                : CodeBlock.of("arguments.$N()", argument.property().javaName());
    }
}
