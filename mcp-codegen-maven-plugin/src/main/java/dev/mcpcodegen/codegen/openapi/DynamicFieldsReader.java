package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.DynamicFieldsModel.Form;
import dev.mcpcodegen.codegen.model.FieldSetModel;
import dev.mcpcodegen.codegen.model.ToolDirectives.FieldsDirectives;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code x-mcp.dynamicFields} of an operation, a list, and {@code x-mcp.fieldSets} of the document, which it names.
 *
 * <ul>
 *   <li>{@code property}: the argument that holds the fields
 *   <li>{@code as}: {@code values}, {@code filter} or {@code conditions}; {@code member}: what names the field in a condition
 *   <li>{@code partial}: whether fields that a record must have may be left out
 *   <li>{@code fieldSet}: the name of a set, or the keys of one, as {@link FieldSetReader} reads them
 * </ul>
 */
final class DynamicFieldsReader {

    private static final String MEMBER = "field";
    private static final List<String> OWN_SET = List.of("source", "owners", "each", "options", "types", "ttl");

    private final DocumentScope problems;

    DynamicFieldsReader(DocumentScope problems) {
        this.problems = problems;
    }

    /** Reads the sets of a document by their names; one that cannot be used is told and left out. */
    static Map<String, FieldSetModel> sets(Place sets, DocumentScope problems) {
        Map<String, FieldSetModel> read = new LinkedHashMap<>();
        sets.node()
                .fieldNames()
                .forEachRemaining(
                        name -> FieldSetReader.named(name, sets, problems).ifPresent(set -> read.put(name, set)));
        return Map.copyOf(read);
    }

    /** Reads what an operation declares. */
    List<FieldsDirectives> read(Place list) {
        if (!list.exists()) {
            return List.of();
        }
        if (!list.node().isArray()) {
            report(list, "`dynamicFields` is no list.", "Write one entry an argument, each with its `property`.");
            return List.of();
        }
        List<FieldsDirectives> read = new ArrayList<>();
        for (int i = 0; i < list.node().size(); i++) {
            FieldsDirectives entry = entry(list.child(i));
            if (entry != null) {
                read.add(entry);
            }
        }
        return List.copyOf(read);
    }

    private @Nullable FieldsDirectives entry(Place entry) {
        String property = entry.text("property");
        if (property == null) {
            report(entry, "`property` is missing.", "Name the argument that holds the fields.");
            return null;
        }
        Form form = form(entry.child("as"));
        if (form == null) {
            return null;
        }
        String member = entry.text("member");
        if (member != null && form != Form.CONDITIONS) {
            report(entry.child("member"), "Only conditions have a `member`.", "Remove it, or write `as: conditions`.");
            return null;
        }
        String named = entry.text("fieldSet");
        Optional<FieldSetModel> own = Optional.empty();
        if (named == null) {
            own = FieldSetReader.unnamed(entry, problems);
            if (own.isEmpty()) {
                return null;
            }
        } else if (OWN_SET.stream().anyMatch(entry.node()::has)) {
            report(
                    entry,
                    "The entry names the set \"" + named + "\" and declares one, too.",
                    "Leave only one of them, or declare a set that is `like: " + named + "` at the root.");
            return null;
        }
        return new FieldsDirectives(
                entry.pointer(),
                property,
                form,
                form == Form.CONDITIONS ? (member == null ? MEMBER : member) : "",
                flag(entry.node().path("partial")),
                named,
                own.orElse(null));
    }

    private @Nullable Form form(Place place) {
        String form = place.exists() ? place.node().asText() : "values";
        for (Form known : Form.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(form)) {
                return known;
            }
        }
        report(place, "Fields cannot stand in an argument as \"" + form + "\".", "Use values, filter or conditions.");
        return null;
    }

    private static @Nullable Boolean flag(JsonNode value) {
        return value.isBoolean() ? value.asBoolean() : null;
    }

    private void report(Place place, String message, String cure) {
        problems.at(place.pointer()).error(message, cure);
    }
}
