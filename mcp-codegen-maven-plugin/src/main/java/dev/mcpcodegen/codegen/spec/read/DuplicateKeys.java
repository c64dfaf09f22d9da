package dev.mcpcodegen.codegen.spec.read;

/** What happens to a key that an object has twice. */
@FunctionalInterface
interface DuplicateKeys {

    /** Told with the lines of both places; unless it throws, the last one counts, as in most readers of JSON and YAML. */
    void found(String key, int firstLine, int secondLine) throws UnreadableException;

    /** Refuses the file. */
    DuplicateKeys REFUSED = (key, firstLine, secondLine) -> {
        throw new UnreadableException(
                secondLine,
                "The key \"" + key + "\" is there twice, first in line " + firstLine + ".",
                "Remove one of them; which one was meant is not guessed.");
    };
}
