package dev.mcpcodegen.codegen.spec;

import dev.mcpcodegen.codegen.spec.read.ReadLimits;

/**
 * Bounds on what a spec may be, since it is written by others.
 *
 * @param file bounds on each file
 * @param maxFiles files of one integration
 * @param maxBundledNodes values that references may add while they are replaced by what they point at
 */
public record SpecLimits(ReadLimits file, int maxFiles, int maxBundledNodes) {

    /** Enough for the largest public descriptions. */
    public static SpecLimits defaults() {
        return new SpecLimits(ReadLimits.defaults(), 10_000, 1_000_000);
    }
}
