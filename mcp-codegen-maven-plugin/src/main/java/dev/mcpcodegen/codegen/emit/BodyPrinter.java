package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import dev.mcpcodegen.codegen.model.BodyModel.Others;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints the lambdas that fill a body. */
final class BodyPrinter {

    private final Literals literals;
    private final boolean many;

    /** For a tool that has many arguments or not so many. */
    BodyPrinter(Literals literals, boolean many) {
        this.literals = literals;
        this.many = many;
    }

    CodeBlock json(List<SentValue> values, @Nullable Others others) {
        return lambda("body", jsonCalls(values, 0), others);
    }

    CodeBlock form(List<SentValue> values, @Nullable Others others) {
        List<CodeBlock> calls = values.stream()
                .map(value -> CodeBlock.of("field($L, $L$L)", name(value.place()), value.code(), style(value.place())))
                .toList();
        return lambda("form", calls, others);
    }

    CodeBlock parts(List<SentValue> values, @Nullable Others others) {
        List<CodeBlock> calls = values.stream()
                .map(value -> CodeBlock.of(
                        "$L($L, $L$L$L)",
                        part(value.place().type()),
                        name(value.place()),
                        value.code(),
                        mediaType(value.place()),
                        style(value.place())))
                .toList();
        return lambda("parts", calls, others);
    }

    private List<CodeBlock> jsonCalls(List<SentValue> values, int depth) {
        List<CodeBlock> calls = new ArrayList<>();
        Set<String> wrappers = new HashSet<>();
        for (SentValue value : values) {
            List<String> around = value.place().wire().around();
            if (around.size() == depth) {
                String call = value.isJson() ? "putJson" : "put";
                calls.add(CodeBlock.of("$L($L, $L)", call, name(value.place()), value.code()));
            } else if (wrappers.add(around.get(depth))) {
                List<SentValue> inside = values.stream()
                        .filter(other -> isInside(other, depth, around.get(depth)))
                        .toList();
                String receiver = depth == 0 ? "inner" : "inner" + (depth + 1);
                calls.add(CodeBlock.of(
                        "object($L, $L)",
                        literals.text(around.get(depth)),
                        lambda(receiver, jsonCalls(inside, depth + 1), null)));
            }
        }
        return calls;
    }

    private static boolean isInside(SentValue value, int depth, String wrapper) {
        List<String> around = value.place().wire().around();
        return around.size() > depth && around.get(depth).equals(wrapper);
    }

    private CodeBlock lambda(String receiver, List<CodeBlock> calls, @Nullable Others others) {
        if (calls.isEmpty() && others == null) {
            return CodeBlock.of("$L -> {}", receiver);
        }
        Chain chain = new Chain("$L", receiver);
        calls.forEach(call -> chain.call("$L", call));
        if (others != null) {
            CodeBlock withheld = others.withheld().isEmpty()
                    ? CodeBlock.of("")
                    : CodeBlock.of(", $L", literals.texts(others.withheld()));
            // Of many arguments those are left that nobody has taken by their name.
            CodeBlock further =
                    many ? CodeBlock.of("$N", SentValue.EVERYTHING) : CodeBlock.of("arguments.$N()", others.javaName());
            chain.call("others($L$L)", further, withheld);
        }
        if (many) {
            return CodeBlock.of("$L -> {\n$>$L$<}", receiver, chain.statements(receiver));
        }
        return CodeBlock.of("$L -> $L", receiver, chain.code());
    }

    private CodeBlock name(ArgumentModel place) {
        return literals.text(place.wireName());
    }

    private CodeBlock mediaType(ArgumentModel place) {
        String mediaType = place.wire().mediaType();
        return mediaType == null ? CodeBlock.of("") : CodeBlock.of(", $L", literals.text(mediaType));
    }

    /** Bytes go as they are, whatever style a document gives them. */
    private static CodeBlock style(ArgumentModel place) {
        return place.style() == Style.PLAIN || !part(place.type()).equals("field")
                ? CodeBlock.of("")
                : CodeBlock.of(", $T.$L", LibraryTypes.QUERY_STYLE, place.style());
    }

    private static String part(TypeModel type) {
        if (type instanceof TypeModel.NullableType nullable) {
            return part(nullable.type());
        } else if (type instanceof TypeModel.ListType list) {
            return part(list.items()).equals("file") ? "files" : "field";
        }
        return type instanceof TypeModel.FileType ? "file" : "field";
    }
}
