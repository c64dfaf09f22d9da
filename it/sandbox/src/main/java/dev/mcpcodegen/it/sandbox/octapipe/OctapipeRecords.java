package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everything that the account holds. Records look as the API answers them. */
final class OctapipeRecords {

    private static final int FIRST_DATABASE = 0xdb00_0000;

    private Clock clock;
    private final Table databases = new Table("da7aba5e");
    private final Map<String, Table> records = new HashMap<>();
    private final Map<String, Consumer<Table>> unread = new HashMap<>();
    private final Table pipelines = new Table("919e0000");
    private final Table stages = new Table("57a9e000");
    private final Table cards = new Table("ca4d0000");
    private final Table tasks = new Table("7a5c0000");
    private final Table notes = new Table("207e0000");
    private final Table files = new Table("f11e0000");
    private final Table notifications = new Table("207f0000");
    private final Table users = new Table("05e40000");

    OctapipeRecords(Clock clock) {
        this.clock = clock;
    }

    /** Takes the time from another clock from now on: the seed is made at one fixed moment. */
    void runOn(Clock other) {
        this.clock = other;
    }

    Table databases() {
        return databases;
    }

    Table pipelines() {
        return pipelines;
    }

    Table stages() {
        return stages;
    }

    Table cards() {
        return cards;
    }

    Table tasks() {
        return tasks;
    }

    Table notes() {
        return notes;
    }

    Table files() {
        return files;
    }

    Table notifications() {
        return notifications;
    }

    Table users() {
        return users;
    }

    /** Adds a database whose records are made when they are first asked for: most tests never ask for the large ones. */
    ObjectNode addDatabase(ObjectNode values, Consumer<Table> fill) {
        ObjectNode database = databases.create(values);
        String digits = String.format(Locale.ROOT, "%08x", FIRST_DATABASE + records.size());
        records.put(uuid(database), new Table(digits));
        unread.put(uuid(database), fill);
        return database;
    }

    /** Returns the records of a database. */
    Table recordsOf(ObjectNode database) {
        Table table = Objects.requireNonNull(records.get(uuid(database)));
        Optional.ofNullable(unread.remove(uuid(database))).ifPresent(fill -> fill.accept(table));
        return table;
    }

    /** Returns the record that a path names, or refuses. */
    static ObjectNode named(Table table, String title, String uuid) {
        return table.find(uuid).orElseThrow(() -> new RefusedException(404, title + " not found."));
    }

    /** Finds a database record by its uuid alone. */
    Optional<ObjectNode> databaseRecord(String uuid) {
        return databases.all().stream()
                .flatMap(database -> recordsOf(database).find(uuid).stream())
                .findFirst();
    }

    /** Returns how a user appears inside of other records; null for none. */
    JsonNode userReference(JsonNode userUuid) {
        Optional<ObjectNode> user = userUuid.isString() ? users.find(userUuid.stringValue()) : Optional.empty();
        return user.<JsonNode>map(found -> {
                    ObjectNode reference = JsonNodeFactory.instance.objectNode();
                    for (String name : new String[] {"uuid", "first_name", "last_name", "email"}) {
                        reference.set(name, found.path(name));
                    }
                    return reference;
                })
                .orElseGet(JsonNodeFactory.instance::nullNode);
    }

    /** Returns how the user of the API appears inside of other records. */
    JsonNode self() {
        return userReference(JsonNodeFactory.instance.stringNode(users.uuid(1)));
    }

    /** Adds the times that every record ends with. */
    ObjectNode stamped(ObjectNode values) {
        return values.put("created_at", now()).put("updated_at", now()).putNull("deleted_at");
    }

    void touch(ObjectNode stored) {
        stored.put("updated_at", now());
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String uuid(JsonNode stored) {
        return stored.path("uuid").asString("");
    }
}
