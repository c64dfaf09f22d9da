package dev.mcpcodegen.codegen.derive;

import java.util.Set;

/** Path segments that say what is done, not what it is done to. */
final class Verbs {

    /** Verbs that change nothing: a GET may do these; any other verb at the end of a GET is a thing to be read. */
    private static final Set<String> READING = words("""
            authorize autocomplete calculate check compare count describe diff download estimate execute_read exists export
            fetch find geocode lookup match ping poll preview query read render resolve retrieve search stream suggest
            summarize tail test translate validate verify wait
            """);

    private static final Set<String> KNOWN = words("""
            accept acknowledge activate add advance allocate append apply approve archive assert assign attach authenticate
            authorize ban block bulk_create bulk_delete bulk_update calculate cancel capture check clear clone close commit
            compare complete confirm connect consume convert copy count create crosspost deactivate decline decrement delete
            deny deploy deprovision detach disable disconnect dismiss download duplicate enable end enroll estimate execute
            expire export extend fetch finalize find finish follow forget freeze generate geocode grant hide import increment
            insert install invite invoke join kick kill leave like link lock login logout lookup mark_read merge migrate move
            mute open overwrite patch pause pay ping pin poll prepare preview process promote provision prune publish purge push query
            reactivate read_all rebuild recalculate recover redact redeem refresh refund regenerate register reject release
            remove rename render renew reopen reorder replace replay reply reprocess rerequest resend reserve reset resize resolve
            restart restore resume retry reverse revert revoke rollback rotate run save schedule search send share show sign split
            star start stop submit subscribe suspend swap switch sync synchronize tail terminate test toggle transcribe
            transfer translate trash trigger unarchive unassign unban unblock undelete undo unfollow unfreeze unhide
            uninstall unlike unlink unlock unmerge unmute unpause unpin update unpublish unregister unshare unstar unsubscribe
            unsuspend unwatch upgrade upload upsert validate verify void vote wait wake watch withdraw
            """);

    /** Verbs that cannot be read as nouns, so that a compound that begins with one is an action: {@code reset_password}. */
    private static final Set<String> STRICT = words("""
            accept acknowledge activate add append apply approve archive assign attach authenticate authorize calculate cancel
            change clear complete confirm connect consume convert create deactivate decline delete deny disable disconnect
            dismiss download enable enroll execute expire extend finalize find generate get grant initiate install invoke
            join list lookup mark merge move provision publish purge query reactivate rebuild redeem regenerate register
            reject remove rename replace resend reset resolve restore retry revoke rotate run save search send set start stop
            submit subscribe suspend sync terminate transfer trigger unarchive unassign unblock uninstall unlink unlock
            unpublish unsubscribe update upload upsert validate verify
            """);

    /** Verbs after which something is gone or no longer what it was. */
    private static final Set<String> DESTRUCTIVE = words("""
            bulk cancel clear delete deprovision destroy detach drop erase kick kill overwrite prune purge redact remove
            replace reset revoke rollback swap terminate truncate uninstall void wipe
            """);

    /** Verbs at the beginning of a sentence or an id after which what they are about is gone, ended or no longer apart. */
    private static final Set<String> ENDING = words("""
            archive cancel clear deactivate delete deprovision destroy detach discard drop erase expire kick kill merge prune
            purge redact remove reset revoke rollback terminate trash truncate uninstall void wipe
            """);

    /** Last segments of a path that a DELETE names its method by. */
    private static final Set<String> REMOVING = words(
            "bulk_delete clear delete detach disconnect leave prune purge remove unassign uninstall unlink unsubscribe");

    private Verbs() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** Whether a segment is a verb. */
    static boolean contains(String word) {
        return KNOWN.contains(word);
    }

    /** Whether an HTTP method can do this: a GET reads, and what is deleted at {@code /lock} is the lock. */
    static boolean suits(String httpMethod, String verb) {
        return switch (httpMethod) {
            case "GET", "HEAD" -> READING.contains(first(verb)) || READING.contains(verb);
            case "DELETE" -> REMOVING.contains(verb);
            default -> true;
        };
    }

    /** Whether a segment of several words begins with a verb that is nothing else. */
    static boolean isPhrase(String segment) {
        boolean inOtherWay = segment.startsWith("force_") && contains(segment.substring("force_".length()));
        return segment.indexOf('_') > 0
                && (STRICT.contains(first(segment)) || segment.startsWith("bulk_") || inOtherWay);
    }

    /** Whether the first word of a method is a verb, as in {@code bulk_update} or {@code mark_as_read}. */
    static boolean startsWithVerb(String method) {
        String first = first(method);
        return contains(method)
                || contains(first)
                || STRICT.contains(first)
                || first.equals("bulk")
                || isPhrase(method);
    }

    /** Whether doing this changes nothing. */
    static boolean isReading(String method) {
        return method.equals("list") || method.equals("get") || READING.contains(first(method));
    }

    /** Whether something is gone afterwards. */
    static boolean isDestructive(String method) {
        return DESTRUCTIVE.contains(first(method)) || ENDING.contains(first(method));
    }

    /** Whether an operation whose id or summary begins with this verb takes something away. */
    static boolean isRemoving(String verb) {
        return ENDING.contains(verb);
    }

    private static String first(String words) {
        int end = words.indexOf('_');
        return end < 0 ? words : words.substring(0, end);
    }
}
