package dev.mcpcodegen.codegen.spec.bundle;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A reference's two halves, percent-decoded.
 *
 * @param path file, relative to the one that holds the reference; empty for that file itself
 * @param fragment JSON Pointer, anchor name or empty
 */
record Reference(String path, String fragment) {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    static Reference parse(String text) {
        int hash = text.indexOf('#');
        String path = hash < 0 ? text : text.substring(0, hash);
        return new Reference(decoded(path), decoded(hash < 0 ? "" : text.substring(hash + 1)));
    }

    /** Anything but a relative path: a scheme, a drive, another host, an absolute or UNC path. */
    boolean leavesFiles() {
        return SCHEME.matcher(path).lookingAt()
                || path.startsWith("/")
                || path.indexOf('\\') >= 0
                || path.indexOf('\0') >= 0;
    }

    /** A stray percent sign is taken as it stands; a plus is no blank in a URI. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
