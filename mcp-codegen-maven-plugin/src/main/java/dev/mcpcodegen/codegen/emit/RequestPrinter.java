package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Prints the request that a tool's arguments mean. */
final class RequestPrinter {

    private static final Set<String> NAMED_METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String JSON = "application/json";
    private static final String FORM_DATA = "multipart/form-data";

    private final ToolModel tool;
    private final Literals literals;
    private final BodyPrinter bodies;

    RequestPrinter(ToolModel tool, Literals literals) {
        this.tool = tool;
        this.literals = literals;
        this.bodies = new BodyPrinter(literals, SentValue.isMany(tool));
    }

    /** Prints the body of the method that makes it. */
    CodeBlock print() {
        Chain chain = start();
        List<SentValue> values = SentValue.of(tool, literals);
        values.stream().filter(value -> !value.inBody()).forEach(value -> parameter(chain, value));
        String accept = tool.request().accept();
        if (accept != null) {
            chain.call("accept($L)", literals.text(accept));
        }
        body(chain, tool.body(), values.stream().filter(SentValue::inBody).toList());
        return SentValue.isMany(tool)
                ? statements(chain)
                : CodeBlock.of("return $L;\n", chain.call("build()").code());
    }

    private CodeBlock statements(Chain chain) {
        boolean takesOthers = tool.body().others().isPresent();
        CodeBlock arguments = CodeBlock.of("arguments.$N()", SentValue.EVERYTHING);
        return CodeBlock.builder()
                .add("$T request = $L;\n", LibraryTypes.UPSTREAM_REQUEST_BUILDER, chain.start())
                .add(
                        "$T $N = $L;\n",
                        SentValue.EVERYTHING_TYPE,
                        SentValue.EVERYTHING,
                        takesOthers ? CodeBlock.of("new $T<>($L)", LinkedHashMap.class, arguments) : arguments)
                .add(chain.statements("request"))
                .add("return request.build();\n")
                .build();
    }

    private Chain start() {
        String method = tool.operation().httpMethod();
        CodeBlock path = literals.text(tool.request().path());
        return NAMED_METHODS.contains(method)
                ? new Chain("$T.$L($L)", LibraryTypes.UPSTREAM_REQUEST, method.toLowerCase(Locale.ROOT), path)
                : new Chain("$T.method($L, $L)", LibraryTypes.UPSTREAM_REQUEST, literals.text(method), path);
    }

    private void parameter(Chain chain, SentValue sent) {
        ArgumentModel place = sent.place();
        if (place.style() == Style.WHOLE_QUERY || place.style() == Style.WHOLE_QUERY_JSON) {
            String style = place.style() == Style.WHOLE_QUERY ? "EXPLODED" : "JSON";
            chain.call("queryString($L, $T.$L)", sent.code(), LibraryTypes.QUERY_STYLE, style);
            return;
        }
        CodeBlock style = style(place);
        chain.call("$L($L, $L$L)", call(place), literals.text(place.wireName()), sent.code(), style);
    }

    private static String call(ArgumentModel place) {
        return switch (place.location()) {
            case PATH -> "path";
            case QUERY -> place.wire().reserved() ? "reservedQuery" : "query";
            case HEADER -> "header";
            case COOKIE -> "cookie";
            case BODY -> throw new IllegalArgumentException("no parameter: " + place.wireName());
        };
    }

    /** The style as a further argument, unless it is the one that goes without saying. */
    private static CodeBlock style(ArgumentModel place) {
        boolean text = place.location() == Location.PATH || place.location() == Location.HEADER;
        if (place.style() == (text ? Style.COMMA : Style.EXPLODED)) {
            return CodeBlock.of("");
        }
        return CodeBlock.of(
                ", $T.$L",
                switch (place.location()) {
                    case PATH -> LibraryTypes.PATH_STYLE;
                    case HEADER -> LibraryTypes.HEADER_STYLE;
                    case QUERY, COOKIE, BODY -> LibraryTypes.QUERY_STYLE;
                },
                place.style());
    }

    private void body(Chain chain, BodyModel body, List<SentValue> values) {
        if (body instanceof BodyModel.JsonObject json) {
            chain.call("jsonBody($L$L)", unless(JSON, json.mediaType()), bodies.json(values, json.further()));
            omitEmpty(chain, json.omitEmpty());
        } else if (body instanceof BodyModel.Form form) {
            chain.call("formBody($L)", bodies.form(values, form.further()));
            omitEmpty(chain, form.omitEmpty());
        } else if (body instanceof BodyModel.Multipart parts) {
            chain.call(
                    "multipartBody($L$L)", unless(FORM_DATA, parts.mediaType()), bodies.parts(values, parts.further()));
            omitEmpty(chain, parts.omitEmpty());
        } else if (body instanceof BodyModel.JsonValue json) {
            values.forEach(value -> chain.call("jsonBody($L$L)", unless(JSON, json.mediaType()), value.code()));
        } else if (body instanceof BodyModel.Raw raw) {
            values.forEach(value -> chain.call("rawBody($L, $L)", literals.text(raw.mediaType()), value.code()));
        } else if (body instanceof BodyModel.File file) {
            values.forEach(value -> chain.call("fileBody($L, $L)", value.code(), literals.texts(file.mediaTypes())));
        }
    }

    private static void omitEmpty(Chain chain, boolean omitted) {
        if (omitted) {
            chain.call("omitEmptyBody()");
        }
    }

    private CodeBlock unless(String usual, String mediaType) {
        return mediaType.equals(usual) ? CodeBlock.of("") : CodeBlock.of("$L, ", literals.text(mediaType));
    }
}
