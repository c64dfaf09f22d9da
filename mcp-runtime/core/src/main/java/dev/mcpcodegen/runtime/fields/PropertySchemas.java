package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.fields.Shown.OwnerFields;
import dev.mcpcodegen.runtime.tool.DynamicFields.Form;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts an account's fields into the schema of the argument that holds them. Pure. */
final class PropertySchemas {

    private static final int MAX_FIELDS = 100;

    private final DynamicArgument argument;

    PropertySchemas(DynamicArgument argument) {
        this.argument = argument;
    }

    /** Changes what clients are told of the argument. */
    void tell(ObjectNode property, Shown shown) {
        if (shown instanceof Shown.One one) {
            List<Field> fields = usable(one.fields());
            Map<String, ObjectNode> schemas = new LinkedHashMap<>();
            fields.stream().limit(MAX_FIELDS).forEach(field -> schemas.put(field.name(), told(field)));
            put(property, schemas);
            require(property, fields.stream().limit(MAX_FIELDS).toList());
            if (fields.size() > MAX_FIELDS || !one.fields().isWhole()) {
                say(property, "There are more fields; they can be used as well. " + listThem());
            }
        } else if (shown instanceof Shown.Several several) {
            tellSeveral(property, several);
        } else if (shown instanceof Shown.Unread) {
            say(property, "The fields of this account could not be read just now. " + listThem());
        } else {
            say(property, dependence() + ' ' + listThem());
        }
    }

    /** Changes what the argument is held against. */
    void check(ObjectNode property, AccountFields fields) {
        if (argument.declared().form() != Form.VALUES) {
            return;
        }
        List<Field> usable = usable(fields);
        ObjectNode properties = property.put("type", "object").putObject("properties");
        usable.forEach(field -> {
            boolean mayBeEmpty = argument.declared().isPartial() || !field.required();
            properties.set(
                    field.name(), FieldSchemas.checked(field, argument.set().types(), mayBeEmpty));
        });
        require(property, usable);
        property.put("additionalProperties", !fields.isWhole());
    }

    private List<Field> usable(AccountFields fields) {
        return argument.declared().form() == Form.VALUES
                ? fields.all().stream().filter(Field::writable).toList()
                : fields.all();
    }

    private void require(ObjectNode property, List<Field> fields) {
        property.remove("required");
        List<String> required =
                fields.stream().filter(Field::required).map(Field::name).toList();
        if (!argument.declared().isPartial() && !required.isEmpty()) {
            ArrayNode names = property.putArray("required");
            required.forEach(names::add);
        }
    }

    private ObjectNode told(Field field) {
        if (argument.declared().form() == Form.VALUES) {
            return FieldSchemas.told(field, argument.set().types(), optionsTool(field));
        }
        // An operator may take the place of the value.
        ObjectNode schema = ToolJson.MAPPER.createObjectNode();
        String words = FieldSchemas.words(field, "");
        return words.isEmpty() ? schema : schema.put("description", words);
    }

    private void put(ObjectNode property, Map<String, ObjectNode> schemas) {
        if (argument.declared().form() != Form.CONDITIONS) {
            ObjectNode properties = property.put("type", "object").putObject("properties");
            schemas.forEach(properties::set);
            return;
        }
        ObjectNode member = property.withObjectProperty("items")
                .withObjectProperty("properties")
                .withObjectProperty(argument.declared().member());
        say(
                member,
                "Fields: "
                        + schemas.entrySet().stream()
                                .map(field -> field.getKey()
                                        + (field.getValue().isEmpty()
                                                ? ""
                                                : " ("
                                                        + field.getValue()
                                                                .path("description")
                                                                .asString("") + ")"))
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    /** A field of several owners is told once; what they do not have in common is left out. */
    private void tellSeveral(ObjectNode property, Shown.Several several) {
        Map<String, List<Owned>> byName = new LinkedHashMap<>();
        for (OwnerFields owner : several.owners()) {
            for (Field field : usable(owner.fields())) {
                byName.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(new Owned(owner.title(), field));
            }
        }
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        byName.entrySet().stream()
                .limit(MAX_FIELDS)
                .forEach(field -> schemas.put(field.getKey(), union(field.getValue())));
        put(property, schemas);
        say(
                property,
                dependence() + " The fields of "
                        + several.owners().stream().map(OwnerFields::title).collect(Collectors.joining(", "))
                        + " are told here."
                        + (several.more() > 0 || byName.size() > MAX_FIELDS ? " There are more. " + listThem() : ""));
    }

    private ObjectNode union(List<Owned> owned) {
        Set<ObjectNode> schemas = new LinkedHashSet<>();
        Map<String, List<String>> owners = new LinkedHashMap<>();
        for (Owned one : owned) {
            ObjectNode schema = told(one.field);
            schema.remove("description");
            schemas.add(schema);
            owners.computeIfAbsent(one.field.title(), title -> new ArrayList<>())
                    .add(one.owner);
        }
        ObjectNode schema = schemas.size() == 1 ? schemas.iterator().next() : ToolJson.MAPPER.createObjectNode();
        return schema.put(
                "description",
                owners.entrySet().stream()
                        .map(title -> String.join(", ", title.getValue()) + ": " + title.getKey())
                        .collect(Collectors.joining("; ")));
    }

    private String dependence() {
        return "Which fields there are depends on `" + String.join("` and `", argument.chosen()) + "`.";
    }

    private String listThem() {
        return "List them with `" + argument.set().source().tool() + "`.";
    }

    private String optionsTool(Field field) {
        FieldSet.Options options = argument.set().optionsOf(field.type());
        return options == null || options.source() == null
                ? argument.set().source().tool().toString()
                : options.source().tool().toString();
    }

    private static void say(ObjectNode schema, String sentence) {
        String said = schema.path("description").asString("").strip();
        schema.put("description", said.isEmpty() ? sentence : said + (said.endsWith(".") ? " " : ". ") + sentence);
    }

    /** A field and the title of the one who has it. */
    private record Owned(String owner, Field field) {}
}
