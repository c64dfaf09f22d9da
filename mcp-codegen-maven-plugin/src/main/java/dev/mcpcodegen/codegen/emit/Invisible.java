package dev.mcpcodegen.codegen.emit;

/** Characters that source code must not hold as they are, because people do not see them or see something else. */
final class Invisible {

    private Invisible() {}

    /** Control, format (bidirectional and zero-width too), private use, lone surrogate, line and paragraph separator, unassigned. */
    static boolean is(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
