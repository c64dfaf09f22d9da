package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Calls of {@link List#of}, one element a line when there are several. */
final class Lists {

    private Lists() {}

    static CodeBlock of(List<CodeBlock> elements) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of(", List.class);
        if (elements.size() <= 1) {
            elements.forEach(code::add);
        } else {
            code.indent().indent();
            code.add(elements.stream()
                    .map(element -> CodeBlock.of("\n$L", element))
                    .collect(CodeBlock.joining(",")));
            code.unindent().unindent();
        }
        return code.add(")").build();
    }
}
