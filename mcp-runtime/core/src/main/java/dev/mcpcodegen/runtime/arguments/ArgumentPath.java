package dev.mcpcodegen.runtime.arguments;

import com.networknt.schema.path.NodePath;

/** Where in the arguments something stands, written {@code a.b[0]}. */
record ArgumentPath(String text) {

    static final ArgumentPath ROOT = new ArgumentPath("");

    static ArgumentPath of(NodePath location) {
        ArgumentPath path = ROOT;
        for (int i = 0; i < location.getNameCount(); i++) {
            path = location.getElement(i) instanceof Integer index
                    ? path.item(index)
                    : path.property(location.getElement(i).toString());
        }
        return path;
    }

    /** Names are the caller's own words where an argument is unknown, so they are cleaned like values. */
    ArgumentPath property(String name) {
        String shown = ShownText.of(name, 64);
        return new ArgumentPath(text.isEmpty() ? shown : text + "." + shown);
    }

    ArgumentPath item(int index) {
        return new ArgumentPath(text + "[" + index + "]");
    }

    /** Begins a sentence. */
    String quoted() {
        return text.isEmpty() ? "The argument object" : "\"" + text + "\"";
    }

    @Override
    public String toString() {
        return text;
    }
}
