package dev.mcpcodegen.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays out what JavaPoet prints differently from how people write it: one record component a line, no empty bodies over two lines, no
 * empty line between constants, an empty line after a class's header, short comments on one line. Finds its places by marks that no encoder lets through from input.
 */
final class Layout {

    /** Stands before the wire name of a record component. */
    static final String COMPONENT = "\uE000";

    /** Stands before the wire value of an enum constant. */
    static final String CONSTANT = "\uE001";

    private static final int WIDTH = 120;

    private static final Pattern COMPONENT_START = Pattern.compile("@JsonProperty\\(" + COMPONENT + "|@JsonAnySetter ");
    private static final Pattern RECORD_END = Pattern.compile("\\)(?: implements [\\w., ]+)? \\{$");
    private static final Pattern BEFORE_COMPONENT =
            Pattern.compile("(?<=[(,]) ?(?=@JsonProperty\\(" + COMPONENT + "|@JsonAnySetter )");

    private Layout() {}

    static String apply(String printed) {
        List<String> lines = new ArrayList<>(printed.lines().toList());
        List<String> laidOut = new ArrayList<>();
        boolean textBlock = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean comment = !textBlock && isComment(line);
            if (!comment && line.contains("\"\"\"")) {
                textBlock = !textBlock;
            }
            if (!comment && !textBlock && isShortComment(lines, i)) {
                laidOut.add(line + lines.get(i + 1).strip().substring(1) + " */");
                i += 2;
            } else if (comment || textBlock) {
                laidOut.add(line);
            } else if (isRecord(line)) {
                i = record(lines, i, laidOut);
            } else if (line.endsWith(" {")
                    && ((line.startsWith(" ") && line.endsWith(") {")) || line.contains(" permits "))
                    && lines.get(i + 1).strip().equals("}")) {
                laidOut.add(line + "}");
                i++;
            } else if (line.contains("(" + CONSTANT)) {
                laidOut.add(line.replace(CONSTANT, ""));
                i += line.endsWith(",") ? 1 : 0;
            } else {
                laidOut.add(line);
                if (line.startsWith("public final class ") && line.endsWith("{")) {
                    laidOut.add("");
                }
            }
        }
        return String.join("\n", laidOut) + "\n";
    }

    private static boolean isComment(String line) {
        return line.startsWith("//") || line.startsWith("*", indentOf(line));
    }

    private static boolean isRecord(String line) {
        return line.startsWith("public record ", indentOf(line));
    }

    private static int indentOf(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    /** Whether a Javadoc comment begins here that fits on one line. */
    private static boolean isShortComment(List<String> lines, int start) {
        return lines.get(start).endsWith("/**")
                && lines.get(start).strip().equals("/**")
                && lines.get(start + 2).strip().equals("*/")
                && lines.get(start).length() + lines.get(start + 1).strip().length() + 2 <= WIDTH;
    }

    /** Lays out the record that begins at a line; returns the index of its last line. */
    private static int record(List<String> lines, int start, List<String> laidOut) {
        int end = start;
        StringBuilder header = new StringBuilder(lines.get(start));
        while (!RECORD_END.matcher(lines.get(end)).find()) {
            end++;
            header.append(' ').append(lines.get(end).strip());
        }
        String indent = " ".repeat(indentOf(lines.get(start)));
        Matcher component = COMPONENT_START.matcher(header);
        long components = component.results().count();
        String text = header + "}";
        if (components > 1) {
            text = BEFORE_COMPONENT.matcher(text).replaceAll("\n" + indent + "        ");
        }
        laidOut.add(text.replace(COMPONENT, ""));
        return end + 1;
    }
}
