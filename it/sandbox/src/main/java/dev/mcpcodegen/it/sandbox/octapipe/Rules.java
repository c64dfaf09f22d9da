package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.VendorRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields that an operation takes, in a query or in a body. Immutable.
 *
 * <p>Stricter than the vendor is likely to be: what no field is declared for is refused, so that a caller that sends more than the
 * specification says is found out.
 */
final class Rules {

    private record Rule(String name, InputKind kind, boolean isRequired, List<String> choices) {}

    private final List<Rule> rules;

    private Rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    static Rules none() {
        return new Rules(List.of());
    }

    /** Returns these rules and a field that must be there; {@code choices} limits it to these values. */
    Rules required(String name, InputKind kind, String... choices) {
        return with(new Rule(name, kind, true, List.of(choices)));
    }

    /** Returns these rules and a field that may be left out or null; {@code choices} limits it to these values. */
    Rules optional(String name, InputKind kind, String... choices) {
        return with(new Rule(name, kind, false, List.of(choices)));
    }

    private Rules with(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new Rules(more);
    }

    /** Returns the checked fields of a JSON body. */
    ObjectNode body(VendorRequest request) {
        if (request.body() instanceof ReceivedBody.Json json && json.value() instanceof ObjectNode object) {
            return check(object);
        }
        if (request.body() instanceof ReceivedBody.None) {
            return check(JsonNodeFactory.instance.objectNode());
        }
        throw new RefusedException(400, "The body must be a JSON object.");
    }

    /** Returns the checked fields of a query, in which a number is text. */
    ObjectNode query(VendorRequest request) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, List<String>> parameter : request.query().entrySet()) {
            if (parameter.getValue().size() > 1) {
                throw new InvalidInputException(
                        parameter.getKey(), "The " + parameter.getKey() + " field is repeated.");
            }
            set(query, parameter.getKey(), parameter.getValue().get(0));
        }
        return check(query);
    }

    /** Returns the checked fields of a multipart body; its files are not among them. */
    ObjectNode form(VendorRequest request) {
        if (!(request.body() instanceof ReceivedBody.Multipart multipart)) {
            throw new RefusedException(400, "The body must be multipart/form-data.");
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        multipart.parts().stream()
                .filter(part -> part.fileName() == null)
                .forEach(part -> set(fields, part.name(), part.text()));
        return check(fields);
    }

    /** Returns the one file of a multipart body. */
    static Part file(VendorRequest request) {
        List<Part> files = request.files();
        if (files.size() != 1 || !files.get(0).name().equals("file")) {
            throw new InvalidInputException("file", "The file field is required, once.");
        }
        return files.get(0);
    }

    private void set(ObjectNode fields, String name, String text) {
        boolean isNumber =
                rule(name).filter(rule -> rule.kind() == InputKind.INTEGER).isPresent();
        if (isNumber && text.matches("-?\\d{1,9}")) {
            fields.put(name, Integer.parseInt(text));
        } else {
            fields.put(name, text);
        }
    }

    private Optional<Rule> rule(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    private ObjectNode check(ObjectNode given) {
        Problems problems = new Problems();
        given.propertyNames().stream()
                .filter(name -> rule(name).isEmpty())
                .forEach(name -> problems.add(name, "The " + name + " field is not known."));
        ObjectNode checked = JsonNodeFactory.instance.objectNode();
        for (Rule rule : rules) {
            JsonNode value = given.path(rule.name());
            boolean isAbsent = value.isMissingNode() || value.isNull();
            if (isAbsent || (value.isString() && value.stringValue().isBlank())) {
                if (rule.isRequired()) {
                    problems.add(rule.name(), "The " + rule.name() + " field is required.");
                } else if (!value.isMissingNode()) {
                    checked.set(rule.name(), value);
                }
            } else if (!rule.kind().accepts(value)) {
                problems.add(
                        rule.name(),
                        "The " + rule.name() + " must be " + rule.kind().title() + ".");
            } else if (!rule.choices().isEmpty() && !rule.choices().contains(value.asString(""))) {
                problems.add(rule.name(), "The selected " + rule.name() + " is invalid.");
            } else {
                checked.set(rule.name(), value.deepCopy());
            }
        }
        problems.refuse();
        return checked;
    }
}
