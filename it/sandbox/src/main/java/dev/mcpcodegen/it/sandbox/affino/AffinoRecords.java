package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RecordStore;
import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everything that the instance holds, by the name of its code, and who acts. */
final class AffinoRecords {

    private final Clock clock;
    private final Map<String, RecordStore> stores = new LinkedHashMap<>();
    private final Map<String, RecordStore> links = new LinkedHashMap<>();
    private AffinoPerson actor = AffinoPerson.ADMINISTRATOR;

    AffinoRecords(Clock clock) {
        this.clock = clock;
    }

    /** Returns the records that a code names, such as {@code AccountCode}. */
    RecordStore named(String code) {
        RecordStore store = stores.get(code);
        if (store == null) {
            throw new IllegalArgumentException("Nothing has the code " + code);
        }
        return store;
    }

    /** Adds a kind of record, whose codes are numbers as texts, from {@code first} on. */
    RecordStore add(String code, long first) {
        long[] next = {first};
        RecordStore store = new RecordStore(() -> text(next[0]++));
        stores.put(code, store);
        return store;
    }

    /** Returns the links that are listed at a path. */
    RecordStore links(String path) {
        return links.computeIfAbsent(path, absent -> RecordStore.numbered(1));
    }

    /** Returns the code of a stored record. */
    static String code(JsonNode stored) {
        return stored.path("id").asString("");
    }

    /** Says whose rights count and who signs what is written from now on. */
    void actAs(AffinoPerson person) {
        this.actor = person;
    }

    AffinoPerson actor() {
        return actor;
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Returns the record that a path names, or refuses with 404. */
    ObjectNode find(String codeName, String code) {
        return named(codeName)
                .find(code)
                .orElseThrow(() -> new RefusedException(404, "There is no " + codeName + " " + code + "."));
    }

    /** Refuses the codes of nothing in what is to be written. */
    void requireKnown(ObjectNode input) {
        input.propertyStream().forEach(property -> {
            String codeName = kind(property.getKey());
            if (stores.containsKey(codeName)) {
                codes(property.getValue())
                        .filter(code -> named(codeName).find(code).isEmpty())
                        .forEach(code -> {
                            throw new RefusedException(400, property.getKey() + " " + code + " does not exist.");
                        });
            }
        });
    }

    /** Other names of the same codes. */
    private static String kind(String property) {
        return switch (property) {
            case "ParentAccountCode" -> "AccountCode";
            case "OwnerUserCode", "PrimaryContactUserCode", "AuthorUserCode" -> "UserCode";
            case "TopicCodes" -> "TopicCode";
            default -> property;
        };
    }

    private static Stream<String> codes(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString)
                : Stream.of(value.asString("")).filter(code -> !code.isEmpty());
    }

    /** Returns what a person is called, in the two names that answers have. */
    ObjectNode person(String userCode) {
        ObjectNode person = find("UserCode", userCode);
        ObjectNode reference = JsonNodeFactory.instance.objectNode().put("UserCode", userCode);
        reference.set("FirstName", person.path("FirstName"));
        reference.set("LastName", person.path("LastName"));
        return reference;
    }

    static JsonNode text(long code) {
        return JsonNodeFactory.instance.stringNode(Long.toString(code));
    }
}
