package dev.mcpcodegen.codegen.model;

import java.util.Map;

/**
 * An argument of a tool whose content the vendor's customers define.
 *
 * @param property the argument
 * @param form how fields stand in it
 * @param member the member of a condition that names the field; empty for other forms
 * @param partial whether a call may leave out fields that a record must have
 * @param set what the fields are and where they are listed
 * @param constants values of hidden arguments that the set asks for
 */
public record DynamicFieldsModel(
        String property, Form form, String member, boolean partial, FieldSetModel set, Map<String, String> constants) {

    /** The file that tells a running server of the set, below the folder of all definitions. */
    public String resource(String integration) {
        return integration + "/fields/" + set.name() + ".json";
    }

    /** How an argument holds fields. */
    public enum Form {
        /** An object whose members are fields with their values. */
        VALUES,
        /** An object some of whose members are named like fields; the others are the vendor's operators. */
        FILTER,
        /** A list of objects each of which names a field in one of its members. */
        CONDITIONS
    }
}
