package dev.mcpcodegen.codegen.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Pointers (RFC 6901) as text and as tokens. */
public final class Pointers {

    private static final int MAX_INDEX_DIGITS = 9;

    private Pointers() {}

    /** Pointer of a member or element. */
    public static String child(String pointer, String token) {
        return pointer + "/" + token.replace("~", "~0").replace("/", "~1");
    }

    /** Unescaped tokens; a pointer that does not begin with a slash has none. */
    public static List<String> tokens(String pointer) {
        List<String> tokens = new ArrayList<>();
        if (pointer.startsWith("/")) {
            for (String token : pointer.substring(1).split("/", -1)) {
                tokens.add(token.replace("~1", "/").replace("~0", "~"));
            }
        }
        return tokens;
    }

    /** Node that a pointer names below another; null when there is none. */
    public static @Nullable JsonNode resolve(JsonNode root, String pointer) {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            return null;
        }
        JsonNode node = root;
        for (String token : tokens(pointer)) {
            node = step(node, token);
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    /** Member or element that one token names; null when there is none. */
    public static @Nullable JsonNode step(JsonNode node, String token) {
        if (node.isArray()) {
            return isIndex(token) ? node.get(Integer.parseInt(token)) : null;
        }
        return node.get(token);
    }

    private static boolean isIndex(String token) {
        return !token.isEmpty()
                && token.length() <= MAX_INDEX_DIGITS
                && token.chars().allMatch(c -> c >= '0' && c <= '9')
                && (token.length() == 1 || token.charAt(0) != '0');
    }
}
