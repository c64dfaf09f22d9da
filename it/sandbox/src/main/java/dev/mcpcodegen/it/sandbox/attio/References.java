package dev.mcpcodegen.it.sandbox.attio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads values that point to a record or to a member; what they point to must be there. */
final class References {

    /** The attribute that a bare text is looked up in, by the only object that is allowed. */
    private static final Map<String, String> SHORTHANDS = Map.of(
            "companies", "domains", "people", "email_addresses", "users", "user_id", "workspaces", "workspace_id");

    private final Workspace workspace;

    References(Workspace workspace) {
        this.workspace = workspace;
    }

    ObjectNode record(Attribute attribute, JsonNode given) {
        Holder target = target(attribute, given).orElseThrow(() -> notFound(attribute, given));
        List<String> allowed = allowed(attribute);
        if (!allowed.isEmpty() && !allowed.contains(target.owner().id())) {
            throw ValueForms.wrong(attribute, given);
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("target_object", target.owner().slug())
                .put("target_record_id", target.id());
    }

    private Optional<Holder> target(Attribute attribute, JsonNode given) {
        Owner object = onlyAllowed(attribute);
        String slug = object == null ? null : SHORTHANDS.get(object.slug());
        if (given.isString() && object != null && slug != null) {
            return find(object, slug, given);
        }
        if (given instanceof ObjectNode link && link.size() == 2) {
            return named(link);
        }
        throw ValueForms.wrong(attribute, given);
    }

    /** The record of {@code {target_object, target_record_id}}, or of one value of a unique attribute instead of the UUID. */
    Optional<Holder> named(ObjectNode link) {
        Optional<Owner> object = workspace.object(link.path("target_object").asString(""));
        if (link.has("target_record_id")) {
            String id = link.path("target_record_id").asString("");
            return object.flatMap(owner -> owner.holder(id));
        }
        return object.flatMap(owner -> link.propertyStream()
                .filter(property -> !property.getKey().equals("target_object"))
                .findFirst()
                .flatMap(property -> find(owner, property.getKey(), property.getValue())));
    }

    /** The record that a bare text names: a UUID, a domain or an address. */
    Optional<Holder> named(String text) {
        return workspace
                .record(text)
                .or(() -> workspace
                        .object("companies")
                        .flatMap(companies -> find(companies, "domains", JsonNodeFactory.instance.stringNode(text)))
                        .or(() -> workspace
                                .object("people")
                                .flatMap(people ->
                                        find(people, "email_addresses", JsonNodeFactory.instance.stringNode(text)))));
    }

    private static Optional<Holder> find(Owner object, String slug, JsonNode given) {
        JsonNode one = given.isArray() ? given.path(0) : given;
        String wanted = one.isObject()
                ? one.valueStream().findFirst().map(JsonNode::asString).orElse("")
                : one.asString("");
        return object.attribute(slug)
                .filter(attribute -> attribute.is("is_unique"))
                .flatMap(attribute -> object.holders().stream()
                        .filter(holder -> holder.active(attribute).stream()
                                .anyMatch(value ->
                                        MainValue.of(value).asString("").equalsIgnoreCase(wanted)))
                        .findFirst());
    }

    private @Nullable Owner onlyAllowed(Attribute attribute) {
        List<String> allowed = allowed(attribute);
        return allowed.size() == 1 ? workspace.object(allowed.get(0)).orElse(null) : null;
    }

    private static List<String> allowed(Attribute attribute) {
        return attribute
                .definition()
                .at("/config/record_reference/allowed_object_ids")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** A member, by address or UUID; only members can be written. */
    ObjectNode actor(Attribute attribute, JsonNode given) {
        String text = given.isString()
                ? given.stringValue()
                : given.path("workspace_member_email_address").asString("");
        if (given.path("referenced_actor_type").asString("").equals("workspace-member")) {
            text = given.path("referenced_actor_id").asString("");
        }
        String named = text;
        return member(named)
                .orElseThrow(() -> named.isEmpty() ? ValueForms.wrong(attribute, given) : notFound(attribute, given));
    }

    /** The reference to the member with this address or UUID. */
    Optional<ObjectNode> member(String addressOrId) {
        return workspace.members().all().stream()
                .filter(member -> member.path("email_address").asString("").equals(addressOrId)
                        || workspace.members().idOf(member).equals(addressOrId))
                .findFirst()
                .map(member -> JsonNodeFactory.instance
                        .objectNode()
                        .put("referenced_actor_type", "workspace-member")
                        .put("referenced_actor_id", workspace.members().idOf(member)));
    }

    private static AttioException notFound(Attribute attribute, JsonNode given) {
        return AttioException.invalid(
                "value_not_found",
                "Attribute \"" + attribute.slug() + "\" refers to what does not exist: " + given + ".");
    }
}
