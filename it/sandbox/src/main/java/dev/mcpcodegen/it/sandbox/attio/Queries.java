package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers a query over the records of an object or the entries of a list: filter, order and page in the body. */
final class Queries {

    /** The page when nothing is said, and the largest. */
    private static final int PAGE = 500;

    private static final Fields QUERY = Fields.none()
            .optional(Fields.Kind.OBJECT, "filter")
            .optional(Fields.Kind.ID, "filter_view_id")
            .optional(Fields.Kind.ARRAY, "sorts")
            .paged();
    private static final Fields SORT = Fields.none()
            .required(Fields.Kind.TEXT, "direction")
            .oneOf("direction", "asc", "desc")
            .optional(Fields.Kind.TEXT, "attribute", "field")
            .optional(Fields.Kind.ARRAY, "path");

    private final Filter filter;
    private final Paths paths;

    Queries(Workspace workspace) {
        this.filter = new Filter(workspace);
        this.paths = new Paths(workspace);
    }

    VendorResponse answer(RouteCall call, Owner owner, Function<Holder, ObjectNode> view) {
        ObjectNode query = QUERY.body(call, PAGE);
        if (query.has("filter_view_id")) {
            throw query.has("filter")
                    ? AttioException.form("\"filter\" and \"filter_view_id\" cannot be combined.")
                    : AttioException.notFound("There is no such view.");
        }
        List<Holder> found = filter.apply(query.path("filter"), owner)
                .sorted(order(query.path("sorts")))
                .toList();
        return Answers.page(found.stream().map(view).toList(), query, PAGE);
    }

    private Comparator<Holder> order(JsonNode sorts) {
        Comparator<Holder> order = Comparator.comparing(Holder::createdAt);
        for (int i = sorts.size() - 1; i >= 0; i--) {
            ObjectNode sort = SORT.within(sorts.path(i), "sorts");
            if (sort.has("attribute") == sort.has("path")) {
                throw AttioException.form("A sort has either \"attribute\" or \"path\".");
            }
            boolean isDescending = sort.path("direction").asString("").equals("desc");
            order = Comparator.comparing(
                            (Holder holder) -> value(holder, sort),
                            isDescending ? MainValue.ORDER.reversed() : MainValue.ORDER)
                    .thenComparing(order);
        }
        return order;
    }

    private JsonNode value(Holder holder, ObjectNode sort) {
        if (sort.has("path")) {
            return paths.ends(holder, sort.path("path"))
                    .findFirst()
                    .map(end -> value(end.holder(), end.attribute(), sort.path("field")))
                    .orElse(JsonNodeFactory.instance.nullNode());
        }
        return value(holder, sort.path("attribute").asString(""), sort.path("field"));
    }

    private static JsonNode value(Holder holder, String slug, JsonNode field) {
        if (slug.equals("created_at")) {
            return JsonNodeFactory.instance.stringNode(holder.createdAt());
        }
        Attribute attribute = holder.owner()
                .attribute(slug)
                .orElseThrow(() -> Filter.error("Unknown attribute \"" + slug + "\" in a sort."));
        return holder.active(attribute).stream()
                .findFirst()
                .map(value -> field.isString() ? value.path(field.stringValue()) : MainValue.of(value))
                .orElse(JsonNodeFactory.instance.nullNode());
    }
}
