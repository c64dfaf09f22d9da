package dev.mcpcodegen.codegen.derive;

import java.util.Set;

/** Path segments that say what is done, not what it is done to. */
final class Verbs {

    private static final Set<String> KNOWN = Set.of(
            "accept",
            "activate",
            "add",
            "apply",
            "approve",
            "archive",
            "assert",
            "assign",
            "authorize",
            "block",
            "bulk_create",
            "bulk_delete",
            "bulk_update",
            "cancel",
            "capture",
            "check",
            "clear",
            "clone",
            "close",
            "complete",
            "confirm",
            "connect",
            "convert",
            "copy",
            "count",
            "deactivate",
            "decline",
            "disable",
            "disconnect",
            "dismiss",
            "download",
            "duplicate",
            "enable",
            "execute",
            "export",
            "finalize",
            "find",
            "generate",
            "import",
            "install",
            "invite",
            "join",
            "kill",
            "leave",
            "lock",
            "lookup",
            "mark_read",
            "merge",
            "move",
            "mute",
            "overwrite",
            "pause",
            "pay",
            "ping",
            "preview",
            "publish",
            "purge",
            "query",
            "read_all",
            "reactivate",
            "rebuild",
            "refresh",
            "refund",
            "regenerate",
            "reject",
            "remove",
            "rename",
            "reopen",
            "replace",
            "resend",
            "reset",
            "resize",
            "resolve",
            "restart",
            "restore",
            "resume",
            "retry",
            "revert",
            "revoke",
            "rotate",
            "run",
            "search",
            "send",
            "start",
            "stop",
            "submit",
            "subscribe",
            "suspend",
            "sync",
            "test",
            "transfer",
            "trigger",
            "unarchive",
            "unassign",
            "unblock",
            "uninstall",
            "unlock",
            "unmute",
            "unpublish",
            "unsubscribe",
            "unsuspend",
            "upload",
            "upsert",
            "validate",
            "verify",
            "void");

    private Verbs() {}

    static boolean contains(String word) {
        return KNOWN.contains(word);
    }

    /** Whether the first word of a method is a verb, as in {@code bulk_update} or {@code mark_as_read}. */
    static boolean startsWithVerb(String method) {
        int end = method.indexOf('_');
        String first = end < 0 ? method : method.substring(0, end);
        return contains(method)
                || contains(first)
                || first.equals("bulk")
                || first.equals("mark")
                || first.equals("set");
    }
}
