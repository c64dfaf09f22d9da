package dev.mcpcodegen.it.sandbox.attio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes values into a record or entry: all that are sent, or none when one is wrong. */
final class ValueWriter {

    /** What becomes of the values that a multiselect attribute has. */
    enum Mode {
        /** New values come in front of them. */
        APPEND,
        /** Those that are not sent are gone. */
        OVERWRITE
    }

    private final Workspace workspace;
    private final ValueForms forms;

    ValueWriter(Workspace workspace) {
        this.workspace = workspace;
        this.forms = new ValueForms(workspace);
    }

    /** Writes into a new holder, which must get every required value. */
    void create(Holder holder, JsonNode input) {
        Map<Attribute, List<ObjectNode>> values = read(holder, input);
        for (Attribute attribute : holder.owner().attributes()) {
            if (attribute.is("is_required")
                    && !attribute.is("is_default_value_enabled")
                    && values.getOrDefault(attribute, List.of()).isEmpty()) {
                throw missing(attribute);
            }
        }
        apply(holder, values, Mode.OVERWRITE, null);
    }

    void update(Holder holder, JsonNode input, Mode mode) {
        apply(holder, read(holder, input), mode, null);
    }

    /** Updates what an assertion has found: of the attribute that it was found by, values are added. */
    void assertOn(Holder holder, JsonNode input, @Nullable Attribute matching) {
        apply(holder, read(holder, input), Mode.OVERWRITE, matching);
    }

    /** The values that are sent, by attribute; an empty list clears one. */
    private Map<Attribute, List<ObjectNode>> read(Holder holder, JsonNode input) {
        Map<Attribute, List<ObjectNode>> values = new LinkedHashMap<>();
        input.propertyStream().forEach(property -> {
            Attribute attribute = writable(holder.owner(), property.getKey());
            List<ObjectNode> read = read(attribute, property.getValue());
            if (read.isEmpty() && attribute.is("is_required")) {
                throw missing(attribute);
            }
            checkUnique(holder, attribute, read);
            values.put(attribute, read);
        });
        return values;
    }

    private static Attribute writable(Owner owner, String slugOrId) {
        Attribute attribute = owner.attribute(slugOrId)
                .filter(found -> !found.is("is_archived"))
                .orElseThrow(() -> AttioException.invalid(
                        "value_not_found",
                        "Cannot find attribute with slug or ID \"" + slugOrId + "\" on \"" + owner.slug() + "\"."));
        if (!attribute.is("is_writable")) {
            throw AttioException.invalid(
                    "immutable_value", "Attribute \"" + attribute.slug() + "\" cannot be written.");
        }
        return attribute;
    }

    /** What is sent for one attribute, without history. */
    List<ObjectNode> read(Attribute attribute, JsonNode given) {
        if (given.isNull()) {
            return List.of();
        }
        if (!given.isArray()) {
            if (attribute.isMultiselect()) {
                throw AttioException.form("Attribute \"" + attribute.slug() + "\" is multiselect and needs an array.");
            }
            return List.of(forms.read(attribute, given));
        }
        if (!attribute.isMultiselect() && given.size() > 1) {
            throw AttioException.form("Attribute \"" + attribute.slug() + "\" takes one value.");
        }
        List<ObjectNode> values = new ArrayList<>();
        for (JsonNode each : given) {
            ObjectNode value = forms.read(attribute, each);
            if (values.stream().noneMatch(known -> MainValue.areEqual(known, value))) {
                values.add(value);
            }
        }
        return values;
    }

    private static void checkUnique(Holder holder, Attribute attribute, List<ObjectNode> values) {
        boolean isTaken = attribute.is("is_unique")
                && holder.owner().holders().stream()
                        .filter(other -> other != holder)
                        .flatMap(other -> other.active(attribute).stream())
                        .anyMatch(taken -> values.stream().anyMatch(value -> MainValue.areEqual(value, taken)));
        if (isTaken) {
            throw AttioException.conflict(
                    "uniqueness_conflict",
                    "A value of the unique attribute \"" + attribute.slug() + "\" belongs to another record.");
        }
    }

    private void apply(
            Holder holder, Map<Attribute, List<ObjectNode>> values, Mode mode, @Nullable Attribute matching) {
        String now = workspace.now();
        values.forEach((attribute, sent) -> {
            List<ObjectNode> active = holder.active(attribute);
            List<ObjectNode> next = new ArrayList<>();
            for (ObjectNode value : sent) {
                next.add(active.stream()
                        .filter(known -> MainValue.areEqual(known, value))
                        .findFirst()
                        .orElseGet(() -> begun(value, now)));
            }
            if (attribute.isMultiselect() && (mode == Mode.APPEND || attribute == matching)) {
                active.stream().filter(known -> !next.contains(known)).forEach(next::add);
            }
            holder.set(attribute, next, now);
        });
    }

    private static ObjectNode begun(ObjectNode value, String now) {
        value.put("active_from", now).putNull("active_until");
        value.set("created_by_actor", Workspace.token());
        return value;
    }

    private static AttioException missing(Attribute attribute) {
        return AttioException.invalid(
                "missing_value", "Required value for attribute \"" + attribute.slug() + "\" is missing.");
    }
}
