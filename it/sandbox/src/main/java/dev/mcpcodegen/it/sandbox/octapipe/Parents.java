package dev.mcpcodegen.it.sandbox.octapipe;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What notes, files and notifications hang on, named by {@code entity} and {@code record_uuid}. */
final class Parents {

    private static final String ENTITY = "entity";
    private static final String RECORD = "record_uuid";

    private final OctapipeRecords records;

    Parents(OctapipeRecords records) {
        this.records = records;
    }

    static Rules parameters(Rules rules) {
        return rules.required(ENTITY, InputKind.TEXT, "user", "pipeline_card", "task", "database_record")
                .required(RECORD, InputKind.UUID);
    }

    /** Returns the parent that an input names, or refuses: an unknown one is a wrong argument, not a wrong address. */
    ObjectNode require(ObjectNode input) {
        return find(input)
                .orElseThrow(() -> new InvalidInputException(RECORD, "The selected " + RECORD + " is invalid."));
    }

    private Optional<ObjectNode> find(ObjectNode input) {
        String uuid = input.path(RECORD).asString("");
        return switch (input.path(ENTITY).asString("")) {
            case "user" -> records.users().find(uuid);
            case "pipeline_card", "deal" -> records.cards().find(uuid);
            case "task" -> records.tasks().find(uuid);
            default -> records.databaseRecord(uuid);
        };
    }

    /** Whether something hangs on the parent that a query names. */
    static boolean isOn(ObjectNode stored, ObjectNode query) {
        String entity = query.path(ENTITY).asString("").replace("deal", "pipeline_card");
        return stored.path(ENTITY).asString("").equals(entity)
                && stored.path(RECORD).equals(query.path(RECORD));
    }
}
