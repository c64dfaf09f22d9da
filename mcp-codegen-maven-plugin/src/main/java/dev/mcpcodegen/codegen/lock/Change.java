package dev.mcpcodegen.codegen.lock;

/**
 * One difference between two surfaces.
 *
 * @param tool the name that clients call now, or called when the tool is gone
 * @param argument which argument, parts of it separated by dots; empty when it is about the whole tool
 * @param words what changed, as a clause that goes on from tool and argument
 */
public record Change(Kind kind, String tool, String argument, String words) {

    /** Whether a client that worked may fail. */
    public boolean isBreaking() {
        return kind.isBreaking();
    }

    /** Tool, argument and what changed. */
    public String sentence() {
        return tool + (argument.isEmpty() ? "" : ", argument " + argument) + ": " + words;
    }

    /** Sorts of changes. */
    public enum Kind {
        TOOL_GONE(true),
        TOOL_RENAMED(true),
        ARGUMENT_GONE(true),
        ARGUMENT_RENAMED(true),
        ARGUMENT_REQUIRED(true),
        TYPE_NARROWER(true),
        VALUES_FEWER(true),
        LIMITS_NARROWER(true),
        NULL_REFUSED(true),
        CLOSED(true),
        TOOL_NEW(false),
        TOOL_MOVED(false),
        ARGUMENT_NEW(false),
        ARGUMENT_OPTIONAL(false),
        TYPE_WIDER(false),
        VALUES_MORE(false),
        LIMITS_WIDER(false),
        NULL_TAKEN(false),
        OPENED(false),
        WORDS_CHANGED(false);

        private final boolean breaking;

        Kind(boolean breaking) {
            this.breaking = breaking;
        }

        /** Whether a client that worked may fail. */
        public boolean isBreaking() {
            return breaking;
        }
    }
}
