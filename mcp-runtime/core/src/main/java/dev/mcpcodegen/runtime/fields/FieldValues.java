package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.fields.Field.Choice;
import dev.mcpcodegen.runtime.fields.Field.Option;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Turns what callers write of fields into what a vendor takes. Changes no tree that it is given. Pure. */
final class FieldValues {

    private final DynamicArgument argument;
    private final AccountFields fields;

    FieldValues(DynamicArgument argument, AccountFields fields) {
        this.argument = argument;
        this.fields = fields;
    }

    /** Returns the argument with the fields' own names, and options as they are listed, so that it can be held against the schema. */
    JsonNode named(JsonNode given) {
        return switch (argument.declared().form()) {
            case VALUES -> given instanceof ObjectNode values ? named(values) : given;
            case FILTER, CONDITIONS -> given;
        };
    }

    /** Returns the argument, which has been checked, as it is sent. */
    JsonNode written(JsonNode checked) {
        return switch (argument.declared().form()) {
            case VALUES -> checked instanceof ObjectNode values ? written(values) : checked;
            case FILTER -> filter(checked);
            case CONDITIONS -> conditions(checked);
        };
    }

    private ObjectNode named(ObjectNode values) {
        ObjectNode named = ToolJson.MAPPER.createObjectNode();
        values.forEachEntry((given, value) -> {
            Field field = fields.find(given);
            // A field that is given twice stays under the name that will be refused.
            String name = field == null || named.has(field.name()) ? given : field.name();
            named.set(name, field == null ? value : chosen(field, value));
        });
        return named;
    }

    private static JsonNode chosen(Field field, JsonNode value) {
        Choice choice = field.choice();
        if (choice == null) {
            return value;
        }
        if (value instanceof ArrayNode several) {
            ArrayNode chosen = ToolJson.MAPPER.createArrayNode();
            several.forEach(one -> chosen.add(label(choice, one)));
            return chosen;
        }
        return label(choice, value);
    }

    private static JsonNode label(Choice choice, JsonNode given) {
        Option option = given.isValueNode() && !given.isNull() ? option(choice, given.asString("")) : null;
        return option == null ? given : StringNode.valueOf(option.label());
    }

    /** By its label, by what is sent, or by its label in other letters where that leaves one. */
    private static @Nullable Option option(Choice choice, String given) {
        Option found = null;
        for (Option option : choice.options()) {
            if (option.label().equals(given) || option.value().asString("").equals(given)) {
                return option;
            }
            if (option.label().equalsIgnoreCase(given.strip())) {
                if (found != null) {
                    return null;
                }
                found = option;
            }
        }
        return found;
    }

    private ObjectNode written(ObjectNode values) {
        ObjectNode written = ToolJson.MAPPER.createObjectNode();
        values.forEachEntry((name, value) -> {
            Field field = fields.find(name);
            if (field == null) {
                written.set(name, value);
            } else {
                written.set(field.key(), written(field, value));
            }
        });
        return written;
    }

    private JsonNode written(Field field, JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        if (!field.multiple()) {
            return one(field, value);
        }
        ArrayNode written = ToolJson.MAPPER.createArrayNode();
        if (value instanceof ArrayNode several) {
            several.forEach(one -> written.add(one(field, one)));
        } else {
            written.add(one(field, value));
        }
        return written;
    }

    private JsonNode one(Field field, JsonNode value) {
        FieldType type = argument.set().types().get(field.type());
        Option option = field.choice() == null || !value.isString() ? null : option(field.choice(), value.asString());
        JsonNode plain = option == null ? value : option.value();
        return type == null ? plain : type.written(field.key(), plain);
    }

    /** Members that are no fields are operators, within which fields may stand again. */
    private JsonNode filter(JsonNode given) {
        if (given instanceof ArrayNode several) {
            ArrayNode filter = ToolJson.MAPPER.createArrayNode();
            several.forEach(one -> filter.add(filter(one)));
            return filter;
        }
        if (!(given instanceof ObjectNode members)) {
            return given;
        }
        ObjectNode filter = ToolJson.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            Field field = fields.find(member.getKey());
            if (field == null || filter.has(field.key())) {
                filter.set(member.getKey(), filter(member.getValue()));
            } else {
                filter.set(field.key(), member.getValue());
            }
        }
        return filter;
    }

    private JsonNode conditions(JsonNode given) {
        if (!(given instanceof ArrayNode several)) {
            return given;
        }
        String member = argument.declared().member();
        ArrayNode conditions = ToolJson.MAPPER.createArrayNode();
        for (JsonNode one : several) {
            Field field =
                    one.path(member).isString() ? fields.find(one.path(member).asString()) : null;
            conditions.add(field == null ? one : ((ObjectNode) one).deepCopy().put(member, field.key()));
        }
        return conditions;
    }
}
