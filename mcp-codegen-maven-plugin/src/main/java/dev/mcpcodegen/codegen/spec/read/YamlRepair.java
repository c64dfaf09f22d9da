package dev.mcpcodegen.codegen.spec.read;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.reader.StreamReader;

/** What YAML forbids and some tools write all the same: tabs between tokens, and characters that do not print. Keeps every line. */
final class YamlRepair {

    private final List<String> told = new ArrayList<>();
    private final String text;

    YamlRepair(String text) {
        this.text = printable(withoutTabs(text));
    }

    String text() {
        return text;
    }

    /** What was changed, for people. */
    List<String> told() {
        return told;
    }

    /** A tab at the beginning of a line counts as two blanks; elsewhere YAML takes it as a blank itself. */
    private String withoutTabs(String original) {
        if (original.indexOf('\t') < 0) {
            return original;
        }
        StringBuilder result = new StringBuilder(original.length());
        boolean indentation = true;
        boolean changed = false;
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (c == '\t' && indentation) {
                result.append("  ");
                changed = true;
            } else {
                result.append(c);
            }
            indentation = c == '\n' || (indentation && (c == ' ' || c == '\t'));
        }
        if (changed) {
            told.add("Tabs at the beginning of lines are no indentation in YAML; each is read as two blanks.");
        }
        return changed ? result.toString() : original;
    }

    private String printable(String original) {
        if (StreamReader.isPrintable(original)) {
            return original;
        }
        told.add("There are characters that YAML does not allow; each is read as a blank.");
        StringBuilder result = new StringBuilder(original.length());
        original.codePoints().forEach(c -> result.appendCodePoint(StreamReader.isPrintable(c) ? c : ' '));
        return result.toString();
    }
}
