package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The string literals of one file. Remembers every text that was put into one, so that {@link EmissionGuard} can compare them with what
 * a compiler reads.
 *
 * <p>JavaPoet's own {@code $S} is not used: it lets U+2028 and invisible characters through as they are.
 */
final class Literals {

    /** Of the text in a text block, so that its lines stay within 120 columns where they stand. */
    private static final int WIDTH = 96;

    /** A constant holds 65,535 bytes (JVMS, section 4.4.7), and a character needs three at most. */
    private static final int MAX_CONSTANT = 20_000;

    private final List<String> texts = new ArrayList<>();

    /** A literal on one line; a text that no constant of a class file holds is put together from several. */
    CodeBlock text(String text) {
        if (text.length() > MAX_CONSTANT) {
            return CodeBlock.of("$T.join($L, $L)", String.class, text(""), pieces(text));
        }
        texts.add(text);
        return CodeBlock.of("$L", quoted(text));
    }

    private CodeBlock pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = Math.min(text.length(), start + MAX_CONSTANT);
            // A pair of surrogates stays together.
            end -= end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
            pieces.add(text.substring(start, end));
            start = end;
        }
        return texts(pieces);
    }

    /** Literals as the arguments of a call, separated by commas. */
    CodeBlock texts(Collection<String> values) {
        return values.stream().map(this::text).collect(CodeBlock.joining(", "));
    }

    /** A text block, long lines broken, when the text is longer than a line and a text block can hold it; without line breaks at the end. */
    CodeBlock lines(String text) {
        String meant = text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
        List<String> lines = meant.lines().toList();
        if (meant.length() <= WIDTH || meant.length() > MAX_CONSTANT || !survivesIndentation(lines)) {
            return text(meant);
        }
        texts.add(meant);
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = escaped(lines.get(i));
            boolean quotesMatter = line.contains("\"\"\"") || i == lines.size() - 1;
            block.append('\n').append(broken(quotesMatter ? line.replace("\"", "\\\"") : line));
        }
        return CodeBlock.of("\"\"\"$L\"\"\"", block);
    }

    /** Breaks a line between words; the compiler puts it together again (Java Language Specification, 3.10.7, line continuation). */
    private static String broken(String line) {
        StringBuilder broken = new StringBuilder();
        int width = 0;
        for (String word : line.split("(?<= )(?=[^ ])", -1)) {
            if (width > 0 && width + word.length() > WIDTH) {
                broken.append("\\\n");
                width = 0;
            }
            broken.append(word);
            width += word.length();
        }
        return broken.toString();
    }

    /** Whether the indentation that a text block strips is ours alone, and no line ends with blanks, which it strips too. */
    private static boolean survivesIndentation(List<String> lines) {
        return lines.stream().allMatch(line -> line.equals(line.stripTrailing()))
                && lines.stream().anyMatch(line -> !line.isEmpty() && line.equals(line.stripLeading()));
    }

    /** What a compiler must find. */
    List<String> meant() {
        return texts;
    }

    private static String quoted(String text) {
        return "\"" + escaped(text).replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** Escapes all but quotes and line feeds (Java Language Specification, 3.10.7); invisible characters by their code. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\t' -> escaped.append("\\t");
                case '\r' -> escaped.append("\\r");
                case '\n' -> escaped.append('\n');
                default -> {
                    if (Invisible.is(c)) {
                        for (char unit : Character.toChars(c)) {
                            escaped.append(String.format("\\u%04x", (int) unit));
                        }
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
