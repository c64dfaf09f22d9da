package dev.mcpcodegen.it.sandbox.attio;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everything that is stored. */
final class Workspace {

    static final String ID = "00000000-0000-4000-8000-00000000a77e";

    /** The member who made the access token. */
    static final String TOKEN_OWNER = "00000000-0000-4000-8000-0000000000e1";

    private static final String TOKEN_ID = "00000000-0000-4000-8000-0000000000f1";
    // Attio tells nanoseconds.
    private static final DateTimeFormatter MOMENTS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Clock clock;
    private long nextId = 0x10000;
    private final List<Owner> objects = new ArrayList<>();
    private final List<Owner> lists = new ArrayList<>();
    private final Store notes = new Store(this, "Note", "note_id");
    private final Store tasks = new Store(this, "Task", "task_id");
    private final Store threads = new Store(this, "Thread", "thread_id");
    private final Store comments = new Store(this, "Comment", "comment_id");
    private final Store members = new Store(this, "Workspace member", "workspace_member_id");
    private final Store webhooks = new Store(this, "Webhook", "webhook_id");

    Workspace(Clock clock) {
        this.clock = clock;
    }

    /** Takes the time from another clock from now on; seeds are made on a fixed one, so that they never differ. */
    void runOn(Clock running) {
        clock = running;
    }

    String now() {
        return text(clock.instant());
    }

    Instant instant() {
        return clock.instant();
    }

    static String text(Instant moment) {
        return MOMENTS.format(moment);
    }

    /** A UUID that nothing has; the same ones after each reset. */
    String newId() {
        return "00000000-0000-4000-8000-%012x".formatted(nextId++);
    }

    /** The composite id of something. */
    static ObjectNode id(String name, String id) {
        return JsonNodeFactory.instance.objectNode().put("workspace_id", ID).put(name, id);
    }

    /** Who acts: the access token. */
    static ObjectNode token() {
        return JsonNodeFactory.instance.objectNode().put("type", "api-token").put("id", TOKEN_ID);
    }

    List<Owner> objects() {
        return objects;
    }

    List<Owner> lists() {
        return lists;
    }

    Optional<Owner> object(String slugOrId) {
        return objects.stream().filter(each -> each.isNamed(slugOrId)).findFirst();
    }

    Owner requireObject(String slugOrId) {
        return object(slugOrId)
                .orElseThrow(() ->
                        AttioException.notFound("Could not find an object with slug or ID \"" + slugOrId + "\"."));
    }

    Owner requireList(String slugOrId) {
        return lists.stream()
                .filter(each -> each.isNamed(slugOrId))
                .findFirst()
                .orElseThrow(
                        () -> AttioException.notFound("Could not find a list with slug or ID \"" + slugOrId + "\"."));
    }

    /** What the path segments {@code {target}/{identifier}} name. */
    Owner requireOwner(String target, String slugOrId) {
        return switch (target) {
            case "objects" -> requireObject(slugOrId);
            case "lists" -> requireList(slugOrId);
            default -> throw AttioException.notFound("There is nothing at /v2/" + target + ".");
        };
    }

    /** The record or 404. */
    Holder requireRecord(String object, String record) {
        return requireObject(object).requireHolder("Record", record);
    }

    /** The entry or 404. */
    Holder requireEntry(String list, String entry) {
        return requireList(list).requireHolder("Entry", entry);
    }

    /** The record with this UUID, of whatever object. */
    Optional<Holder> record(String id) {
        return objects.stream().flatMap(object -> object.holder(id).stream()).findFirst();
    }

    /** Every entry whose parent is the record. */
    Stream<Holder> entriesOf(Holder record) {
        return lists.stream().flatMap(list -> list.holders().stream()).filter(entry -> entry.parent() == record);
    }

    Store notes() {
        return notes;
    }

    Store tasks() {
        return tasks;
    }

    Store threads() {
        return threads;
    }

    Store comments() {
        return comments;
    }

    Store members() {
        return members;
    }

    /** Refuses a member that a body names and that does not exist. */
    void requireMember(String id) {
        if (members.find(id).isEmpty()) {
            throw AttioException.invalid("value_not_found", "There is no workspace member with ID \"" + id + "\".");
        }
    }

    Store webhooks() {
        return webhooks;
    }
}
