package dev.mcpcodegen.runtime.tool;

import java.util.List;

/**
 * Where a vendor's error bodies hold what a model should read. Of several JSON Pointers (RFC 6901) the first that is present wins.
 *
 * @param messages pointers to the human sentence
 * @param codes pointers to the machine code
 */
public record ErrorRules(List<String> messages, List<String> codes) {

    /** The places most APIs use. */
    public static final ErrorRules COMMON = new ErrorRules(
            List.of("/errors/0/message", "/error/message", "/message", "/detail", "/error", "/errors/0", "/0"),
            List.of("/errors/0/code", "/error/code", "/code"));
}
