package dev.mcpcodegen.codegen.spec.tree;

import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an object or array was written. Links to the origin of what holds it rather than keeping its whole pointer: a large
 * document has half a million of these.
 */
public final class Origin {

    private final String file;
    private final @Nullable Origin parent;
    private final String token;
    private final int line;
    private Map<String, Integer> scalarLines = Map.of();

    private Origin(String file, @Nullable Origin parent, String token, int line) {
        this.file = file;
        this.parent = parent;
        this.token = token;
        this.line = line;
    }

    /** Origin of a file's root. */
    public static Origin root(String file, int line) {
        return new Origin(file, null, "", line);
    }

    /** Origin of a member or element that is an object or array. */
    public Origin child(String childToken, int childLine) {
        return new Origin(file, this, childToken, childLine);
    }

    /** Remembers the line of a member or element that is neither object nor array, when it is not this one's own line. */
    public void scalar(String childToken, int childLine) {
        if (childLine != line) {
            if (scalarLines.isEmpty()) {
                scalarLines = new HashMap<>(4);
            }
            scalarLines.put(childToken, childLine);
        }
    }

    /** Place of the object or array itself. */
    public SourceLocation location() {
        return new SourceLocation(file, pointer(), line);
    }

    /** Place of one of its scalar members or elements. */
    SourceLocation scalarLocation(String childToken) {
        return new SourceLocation(
                file, Pointers.child(pointer(), childToken), scalarLines.getOrDefault(childToken, line));
    }

    private String pointer() {
        return parent == null ? token : Pointers.child(parent.pointer(), token);
    }
}
