package dev.mcpcodegen.codegen.spec.docs;

/**
 * Text that a reader sees as a model does: characters that are invisible, or that change the order of others, are removed, since
 * instructions can be hidden in them (Unicode Technical Report 36).
 */
public final class VisibleText {

    private VisibleText() {}

    /** Removes control, bidirectional, zero-width and tag characters and lone surrogates; keeps line feeds and tabs. */
    public static String of(String text) {
        return isPlain(text) ? text : visible(text);
    }

    /** Whether there is nothing but visible ASCII, as in most texts. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n' && c != '\t') || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isHidden(c)).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isHidden(int c) {
        return (Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t')
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                || isFiller(c)
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    /** Letters by category, blank by looks: combining grapheme joiner and the Hangul and Khmer fillers. */
    private static boolean isFiller(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x3164, 0xFFA0 -> true;
            default -> c >= 0x2060 && c <= 0x206F;
        };
    }
}
