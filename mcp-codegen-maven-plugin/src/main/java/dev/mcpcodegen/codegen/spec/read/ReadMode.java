package dev.mcpcodegen.codegen.spec.read;

import dev.mcpcodegen.codegen.diagnostic.Severity;

/** Whose file it is, and so what is forgiven. */
public enum ReadMode {
    /** Written by the user: every fault is one. */
    OWN(false, Severity.ERROR),
    /** The vendor's document, which the user cannot change: faults that leave no doubt about what is there are told. */
    VENDOR(true, Severity.ERROR),
    /** A file that the vendor's document refers to: when it is useless, only the reference is lost. */
    REFERENCED(true, Severity.WARNING);

    private final boolean lenient;
    private final Severity whenUseless;

    ReadMode(boolean lenient, Severity whenUseless) {
        this.lenient = lenient;
        this.whenUseless = whenUseless;
    }

    boolean lenient() {
        return lenient;
    }

    /** How bad it is when the file cannot be read. */
    public Severity whenUseless() {
        return whenUseless;
    }
}
