package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * A chain of calls, printed as people write it: on one line when there is one call, else one call a line. A chain of a thousand calls is
 * a tree a thousand deep, on which a compiler's stack ends: as many are printed as statements.
 */
final class Chain {

    private final CodeBlock head;
    private final List<CodeBlock> calls = new ArrayList<>();

    Chain(String format, Object... arguments) {
        this.head = CodeBlock.of(format, arguments);
    }

    /** Adds a call, such as {@code "path($L, $L)"}. */
    Chain call(String format, Object... arguments) {
        calls.add(CodeBlock.of(format, arguments));
        return this;
    }

    CodeBlock code() {
        CodeBlock.Builder code = CodeBlock.builder().add(head);
        if (calls.size() <= 1) {
            calls.forEach(call -> code.add(".$L", call));
            return code.build();
        }
        code.indent().indent();
        calls.forEach(call -> code.add("\n.$L", call));
        return code.unindent().unindent().build();
    }

    /** The value of the head. */
    CodeBlock start() {
        return head;
    }

    /** The calls alone, each a statement on {@code receiver}. */
    CodeBlock statements(String receiver) {
        CodeBlock.Builder code = CodeBlock.builder();
        calls.forEach(call -> code.add("$L.$L;\n", receiver, call));
        return code.build();
    }
}
