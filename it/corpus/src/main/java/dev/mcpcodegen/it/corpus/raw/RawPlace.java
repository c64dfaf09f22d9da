package dev.mcpcodegen.it.corpus.raw;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * A node of the raw files and the file it stands in, which its {@code $ref}s are relative to.
 *
 * @param pointer where in the file, as a JSON Pointer
 */
public record RawPlace(Path file, String pointer, JsonNode node) {

    /** Returns a member; a missing node when there is none. */
    public RawPlace get(String name) {
        return new RawPlace(file, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), node.path(name));
    }

    /** Returns an element. */
    public RawPlace get(int index) {
        return new RawPlace(file, pointer + "/" + index, node.path(index));
    }

    /** The text of a member; empty when it is none. */
    public String text(String name) {
        return node.path(name).asString("");
    }

    public boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    @Override
    public String toString() {
        return file.getFileName() + "#" + pointer;
    }
}
