package dev.mcpcodegen.runtime.tool;

/**
 * How to read a vendor's answer.
 *
 * @param path JSON Pointer of the part that is the result; empty for the whole answer
 * @param binary whether the answer is a file, not JSON
 * @param followRedirect whether one redirect to another host is followed, without credentials; for files in a vendor's storage
 */
public record ResponseRules(String path, boolean binary, boolean followRedirect) {

    /** The whole answer, JSON, no redirect. */
    public static final ResponseRules JSON = new ResponseRules("", false, false);

    /** A file. */
    public static final ResponseRules FILE = new ResponseRules("", true, false);

    public ResponseRules at(String pointer) {
        return new ResponseRules(pointer, binary, followRedirect);
    }

    public ResponseRules followingRedirect() {
        return new ResponseRules(path, binary, true);
    }
}
