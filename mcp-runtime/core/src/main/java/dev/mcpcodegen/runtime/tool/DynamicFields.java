package dev.mcpcodegen.runtime.tool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An argument of a tool whose content the vendor's customers define: which fields there are is read from the account when the tool is
 * listed and called. Immutable.
 *
 * @param property the argument
 * @param form how fields stand in it
 * @param member the member of a condition that names the field; empty for other forms
 * @param isPartial whether a call may leave out fields that a record must have
 * @param resource the class path resource that says where the fields are listed, below {@value ToolDefinition#ROOT}
 * @param constants values of arguments that no caller passes and on which the fields depend
 */
public record DynamicFields(
        String property, Form form, String member, boolean isPartial, String resource, Map<String, String> constants) {

    /** How an argument holds fields. */
    public enum Form {
        /** An object whose members are fields with their values. */
        VALUES,
        /** An object some of whose members are named like fields; the others are the vendor's operators. */
        FILTER,
        /** A list of objects each of which names a field in one of its members. */
        CONDITIONS
    }

    public DynamicFields {
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    }

    /** An object whose members are fields; one that a record must have must be there. */
    public static DynamicFields values(String property, String resource) {
        return new DynamicFields(property, Form.VALUES, "", false, resource, Map.of());
    }

    /** An object whose members may be named like fields. */
    public static DynamicFields filter(String property, String resource) {
        return new DynamicFields(property, Form.FILTER, "", true, resource, Map.of());
    }

    /** A list of objects whose {@code member} names a field. */
    public static DynamicFields conditions(String property, String member, String resource) {
        return new DynamicFields(property, Form.CONDITIONS, member, true, resource, Map.of());
    }

    /** The same for calls that change a part of a record: no field must be there. */
    public DynamicFields partial() {
        return new DynamicFields(property, form, member, true, resource, constants);
    }

    /** The same with the value of an argument that no caller passes. */
    public DynamicFields with(String argument, String value) {
        Map<String, String> more = new LinkedHashMap<>(constants);
        more.put(argument, value);
        return new DynamicFields(property, form, member, isPartial, resource, more);
    }
}
