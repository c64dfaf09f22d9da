package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The attributes of objects and lists. */
final class Attributes {

    private static final int PAGE = 500;
    private static final String ALL = "/v2/{target}/{identifier}/attributes";

    private static final Fields LIST =
            Fields.none().optional(Fields.Kind.BOOLEAN, "show_archived").paged();
    private static final Fields UPDATE = Fields.none()
            .optional(Fields.Kind.TEXT, "title", "api_slug")
            .optionalOrNull(Fields.Kind.TEXT, "description")
            .optional(Fields.Kind.BOOLEAN, "is_required", "is_unique", "is_archived")
            .optionalOrNull(Fields.Kind.OBJECT, "default_value")
            .optional(Fields.Kind.OBJECT, "config");
    private static final Fields CREATE = Fields.none()
            .required(Fields.Kind.TEXT, "title", "api_slug", "type")
            .oneOf(
                    "type",
                    "text",
                    "number",
                    "checkbox",
                    "currency",
                    "date",
                    "timestamp",
                    "rating",
                    "status",
                    "select",
                    "record-reference",
                    "actor-reference",
                    "location",
                    "domain",
                    "email-address",
                    "phone-number")
            .requiredOrNull(Fields.Kind.TEXT, "description")
            .required(Fields.Kind.BOOLEAN, "is_required", "is_unique", "is_multiselect")
            .required(Fields.Kind.OBJECT, "config")
            .optionalOrNull(Fields.Kind.OBJECT, "default_value", "relationship");
    /** Types that may hold several values. */
    private static final Set<String> SEVERAL =
            Set.of("select", "record-reference", "actor-reference", "domain", "email-address", "phone-number");

    private final Workspace workspace;

    Attributes(Workspace workspace) {
        this.workspace = workspace;
    }

    void addTo(Routes routes) {
        routes.get(ALL, this::list)
                .post(ALL, this::create)
                .get(ALL + "/{attribute}", this::get)
                .patch(ALL + "/{attribute}", this::update);
    }

    /** The object or list in the path. */
    static Owner owner(Workspace workspace, RouteCall call) {
        return workspace.requireOwner(call.variable("target"), call.variable("identifier"));
    }

    private VendorResponse list(RouteCall call) {
        ObjectNode query = LIST.query(call, PAGE);
        List<ObjectNode> shown = owner(workspace, call).attributes().stream()
                .filter(attribute -> query.path("show_archived").asBoolean(false) || !attribute.is("is_archived"))
                .map(Attribute::definition)
                .toList();
        return Answers.page(shown, query, PAGE);
    }

    private VendorResponse get(RouteCall call) {
        Fields.noQuery(call);
        return Answers.data(owner(workspace, call)
                .requireAttribute(call.variable("attribute"))
                .definition());
    }

    private VendorResponse create(RouteCall call) {
        Owner owner = owner(workspace, call);
        ObjectNode input = CREATE.data(call);
        checkSlug(owner, input.path("api_slug").asString(""));
        String type = input.path("type").asString("");
        boolean hasNoStatus = Set.of("companies", "people").contains(owner.slug())
                && call.variable("target").equals("objects");
        if (type.equals("status") && hasNoStatus) {
            throw AttioException.form("\"" + owner.slug() + "\" cannot have status attributes.");
        }
        if (input.path("is_multiselect").asBoolean(false) && !SEVERAL.contains(type)) {
            throw AttioException.form("Attributes of type " + type + " hold one value.");
        }
        return Answers.data(add(workspace, owner, input, false).definition());
    }

    /** Stores an attribute. */
    static Attribute add(Workspace workspace, Owner owner, ObjectNode input, boolean isSystem) {
        ObjectNode definition = input.deepCopy();
        ObjectNode id = Workspace.id("object_id", owner.id()).put("attribute_id", workspace.newId());
        definition.set("id", id);
        definition
                .put("is_system_attribute", isSystem)
                .put("is_writable", definition.path("is_writable").asBoolean(true))
                .put("is_default_value_enabled", definition.hasNonNull("default_value"))
                .put("is_archived", false)
                .put("created_at", workspace.now());
        definition.remove("relationship");
        definition.putNull("relationship");
        if (!definition.has("default_value")) {
            definition.putNull("default_value");
        }
        definition.set("config", config(workspace, definition.path("config")));
        Attribute attribute = new Attribute(definition);
        owner.attributes().add(attribute);
        return attribute;
    }

    /** What is written with slugs is read with UUIDs; both parts are always there. */
    private static ObjectNode config(Workspace workspace, JsonNode given) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        ObjectNode currency = config.putObject("currency");
        for (String name : List.of("default_currency_code", "display_type")) {
            currency.put(name, given.path("currency").path(name).asString(null));
        }
        ObjectNode reference = config.putObject("record_reference");
        JsonNode allowed = given.at("/record_reference/allowed_objects");
        if (allowed.isEmpty()) {
            reference.putNull("allowed_object_ids");
        } else {
            ArrayNode ids = reference.putArray("allowed_object_ids");
            allowed.forEach(slug -> ids.add(workspace
                    .object(slug.asString(""))
                    .orElseThrow(() -> AttioException.invalid("value_not_found", "There is no object " + slug + "."))
                    .id()));
        }
        return config;
    }

    private VendorResponse update(RouteCall call) {
        Owner owner = owner(workspace, call);
        Attribute attribute = owner.requireAttribute(call.variable("attribute"));
        ObjectNode input = UPDATE.data(call);
        if (attribute.is("is_system_attribute")) {
            throw AttioException.invalid(
                    "system_edit_unauthorized", "Attribute \"" + attribute.slug() + "\" is defined by Attio.");
        }
        String slug = input.path("api_slug").asString(attribute.slug());
        if (!slug.equals(attribute.slug())) {
            checkSlug(owner, slug);
        }
        if (input.has("config")) {
            input.set("config", config(workspace, input.path("config")));
        }
        attribute.definition().setAll(input);
        attribute
                .definition()
                .put("is_default_value_enabled", attribute.definition().hasNonNull("default_value"));
        return Answers.data(attribute.definition());
    }

    private static void checkSlug(Owner owner, String slug) {
        if (owner.attribute(slug).isPresent()) {
            throw AttioException.conflict("slug_conflict", "The slug \"" + slug + "\" is taken by another attribute.");
        }
    }
}
