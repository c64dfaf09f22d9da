package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.fields.Field.Choice;
import dev.mcpcodegen.runtime.fields.Field.Option;
import dev.mcpcodegen.runtime.upstream.CleanText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads what a vendor lists. What cannot be a field, or says that it is archived, is left out. Pure. */
final class FieldReader {

    private static final int MAX_KEY = 100;
    private static final int MAX_NAME = 64;
    private static final Pattern ILLEGAL = Pattern.compile("[^a-zA-Z0-9_.-]+");

    private final FieldSet set;

    FieldReader(FieldSet set) {
        this.set = set;
    }

    List<Field> fields(List<JsonNode> items) {
        List<Field> fields = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (JsonNode item : items) {
            String key = VendorText.text(item, set.each().key());
            boolean isSound = !key.isEmpty()
                    && key.length() <= MAX_KEY
                    && CleanText.of(key).equals(key)
                    && !VendorText.flag(item, set.each().archived());
            if (isSound && keys.add(key)) {
                fields.add(field(item, key, name(key, names)));
            }
        }
        return fields;
    }

    private Field field(JsonNode item, String key, String name) {
        FieldSet.Each each = set.each();
        String title = VendorText.title(item, each.title());
        String type = VendorText.title(item, each.type());
        FieldType known = set.types().get(type);
        boolean isWritable = (each.writable() == null || VendorText.flag(item, each.writable()))
                && (known == null || !known.readOnly());
        Field field = new Field(
                name,
                key,
                title.isEmpty() ? key : title,
                VendorText.description(item, each.description()),
                type,
                VendorText.flag(item, each.required()) && !VendorText.flag(item, each.hasDefault()),
                VendorText.flag(item, each.multiple()),
                isWritable,
                null);
        FieldSet.Options options = set.optionsOf(type);
        if (options == null
                || options.source() != null
                || !item.at(options.items()).isArray()) {
            return field;
        }
        return field.with(choice(options, item.at(options.items()).valueStream().toList(), true));
    }

    /** Reads the options of a field; two of the same title are told apart by what is sent. */
    static Choice choice(FieldSet.Options rules, List<JsonNode> items, boolean isWhole) {
        Map<String, Integer> uses = new HashMap<>();
        items.forEach(item -> uses.merge(label(rules, item), 1, Integer::sum));
        List<Option> options = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (JsonNode item : items) {
            JsonNode value = item.at(rules.value());
            if (value.isMissingNode() || value.isContainer() || VendorText.flag(item, rules.archived())) {
                continue;
            }
            String label = label(rules, item);
            String unique = uses.getOrDefault(label, 1) == 1 ? label : label + " (" + value.asString("") + ")";
            if (!unique.isEmpty() && labels.add(unique)) {
                options.add(new Option(unique, value));
            }
        }
        return new Choice(List.copyOf(options), isWhole);
    }

    private static String label(FieldSet.Options rules, JsonNode item) {
        String title = VendorText.title(item, rules.title());
        return title.isEmpty() ? VendorText.title(item, rules.value()) : title;
    }

    /** The key where all clients take it, else one in letters they take; never one that another field has. */
    private static String name(String key, Set<String> names) {
        String legal = ILLEGAL.matcher(key).replaceAll("_");
        String name = legal.substring(0, Math.min(legal.length(), MAX_NAME));
        for (int i = 2; !names.add(name); i++) {
            String suffix = "_" + i;
            name = legal.substring(0, Math.min(legal.length(), MAX_NAME - suffix.length())) + suffix;
        }
        return name;
    }

    /** Reads an owner's key and title. */
    static List<OwnerName> owners(FieldSet.Owners rules, List<JsonNode> items) {
        List<OwnerName> owners = new ArrayList<>();
        for (JsonNode item : items) {
            String key = VendorText.text(item, rules.key());
            if (!key.isEmpty() && key.length() <= MAX_KEY && CleanText.of(key).equals(key)) {
                String title = VendorText.title(item, rules.title());
                owners.add(new OwnerName(key, title.isEmpty() ? key : title));
            }
        }
        return owners;
    }

    /** One that has fields. */
    record OwnerName(String key, String title) {}
}
