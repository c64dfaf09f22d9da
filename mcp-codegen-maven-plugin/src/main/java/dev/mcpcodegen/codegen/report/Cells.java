package dev.mcpcodegen.codegen.report;

/** Text of others in a cell of a Markdown table (GitHub Flavored Markdown, section 4.10). */
final class Cells {

    private Cells() {}

    /** Words; nothing in them is markup. */
    static String text(String text) {
        return text.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\`*_{}\\[\\]<>|#])", "\\\\$1");
    }

    /** A name in code. */
    static String code(String text) {
        String line = text.replaceAll("[\\r\\n]+", " ").replace("|", "\\|");
        return line.contains("`") ? "`` " + line + " ``" : "`" + line + "`";
    }
}
