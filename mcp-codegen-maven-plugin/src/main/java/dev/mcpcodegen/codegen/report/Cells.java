package dev.mcpcodegen.codegen.report;

/** Text of others in a cell of a Markdown table (GitHub Flavored Markdown, section 4.10). */
final class Cells {

    private Cells() {}

    /** Words; nothing in them is markup. */
    static String text(String text) {
        return text.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\`*_{}\\[\\]<>|#])", "\\\\$1");
    }

    /** A sentence of ours, in which names stand in backticks. */
    static String prose(String text) {
        String[] parts = text.split("`", -1);
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            boolean isOpen = i % 2 == 1 && i == parts.length - 1;
            cell.append(i % 2 == 0 ? text(parts[i]) : isOpen ? text("`" + parts[i]) : code(parts[i]));
        }
        return cell.toString();
    }

    /** A name in code. */
    static String code(String text) {
        String line = text.replaceAll("[\\r\\n]+", " ").replace("|", "\\|");
        return line.contains("`") ? "`` " + line + " ``" : "`" + line + "`";
    }
}
