package dev.mcpcodegen.codegen;

/** What the lock means to a project. */
public enum LockMode {
    /** Nothing: names follow the rules alone, and nothing is compared. */
    OFF,
    /** Names are kept; what breaks clients is told. */
    WARN,
    /** Names are kept; what breaks clients fails the check. */
    FAIL,
    /** Names are kept; every tool must be locked, and what breaks clients fails the check. */
    STRICT
}
