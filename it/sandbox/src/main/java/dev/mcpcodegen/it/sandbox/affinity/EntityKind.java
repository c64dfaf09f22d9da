package dev.mcpcodegen.it.sandbox.affinity;

import java.util.Arrays;

/** What lists, fields, notes, files and reminders can be about; the codes are the vendor's. */
enum EntityKind {
    PERSON(0, "person"),
    ORGANIZATION(1, "organization"),
    OPPORTUNITY(8, "opportunity");

    private final int code;
    private final String noun;

    EntityKind(int code, String noun) {
        this.code = code;
        this.noun = noun;
    }

    static EntityKind of(int code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No entity type has the code " + code));
    }

    int code() {
        return code;
    }

    String noun() {
        return noun;
    }

    /** Returns the parameter that names one entity of this kind. */
    String idName() {
        return noun + "_id";
    }

    /** Returns the property that holds several entities of this kind. */
    String idsName() {
        return noun + "_ids";
    }
}
