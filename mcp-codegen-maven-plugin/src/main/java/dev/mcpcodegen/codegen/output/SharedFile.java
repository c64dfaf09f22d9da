package dev.mcpcodegen.codegen.output;

/**
 * A file that two executions of one project generate.
 *
 * @param path relative to the root of sources or resources
 * @param execution the other execution
 */
public record SharedFile(String path, String execution) {}
