package dev.mcpcodegen.codegen.spec.jsonpath;

/** Position in a query's text. */
final class Cursor {

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** Next code point; -1 at the end. */
    int peek() {
        return atEnd() ? -1 : text.codePointAt(at);
    }

    int next() throws JsonPathException {
        if (atEnd()) {
            throw fault("The query ends too early");
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    boolean at(String prefix) {
        return text.startsWith(prefix, at);
    }

    boolean take(String prefix) {
        if (at(prefix)) {
            at += prefix.length();
            return true;
        }
        return false;
    }

    void expect(String prefix) throws JsonPathException {
        if (!take(prefix)) {
            throw fault("Expected \"" + prefix + "\"");
        }
    }

    /** Skips blanks; the rest of Java's white space is not white space here. */
    void blanks() {
        while (!atEnd() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    int mark() {
        return at;
    }

    void reset(int mark) {
        at = mark;
    }

    String since(int mark) {
        return text.substring(mark, at);
    }

    /** Takes ASCII digits; how many there were. */
    int digits() {
        int start = at;
        while (!atEnd() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }

    JsonPathException fault(String message) {
        return new JsonPathException(message + " at position " + (at + 1) + " of `" + text + "`.");
    }
}
