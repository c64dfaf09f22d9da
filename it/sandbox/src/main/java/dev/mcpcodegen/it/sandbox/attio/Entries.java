package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The entries of lists. A record may be on a list more than once. */
final class Entries {

    private static final Fields VALUES = Fields.none().required(Fields.Kind.OBJECT, "entry_values");
    private static final Fields CREATE =
            VALUES.required(Fields.Kind.ID, "parent_record_id").required(Fields.Kind.TEXT, "parent_object");

    private final Workspace workspace;
    private final ValueWriter writer;
    private final Queries queries;

    Entries(Workspace workspace) {
        this.workspace = workspace;
        this.writer = new ValueWriter(workspace);
        this.queries = new Queries(workspace);
    }

    void addTo(Routes routes) {
        String one = "/v2/lists/{list}/entries/{entry_id}";
        routes.post("/v2/lists/{list}/entries", this::create)
                .put("/v2/lists/{list}/entries", this::assertEntry)
                .post("/v2/lists/{list}/entries/query", this::query)
                .get(one, this::get)
                .patch(one, call -> update(call, ValueWriter.Mode.APPEND))
                .put(one, call -> update(call, ValueWriter.Mode.OVERWRITE))
                .delete(one, this::delete)
                .get(one + "/attributes/{attribute}/values", call -> Records.values(entry(call), call));
    }

    private VendorResponse query(RouteCall call) {
        return queries.answer(call, workspace.requireList(call.variable("list")), Entries::view);
    }

    private VendorResponse create(RouteCall call) {
        Owner list = workspace.requireList(call.variable("list"));
        ObjectNode input = CREATE.data(call);
        return Answers.data(view(create(list, parent(list, input), input)));
    }

    private Holder create(Owner list, Holder parent, ObjectNode input) {
        Holder entry = new Holder(list, workspace.newId(), workspace.now(), parent);
        writer.create(entry, input.path("entry_values"));
        list.holders().add(entry);
        return entry;
    }

    private VendorResponse assertEntry(RouteCall call) {
        Owner list = workspace.requireList(call.variable("list"));
        ObjectNode input = CREATE.data(call);
        Holder parent = parent(list, input);
        List<Holder> found = workspace
                .entriesOf(parent)
                .filter(entry -> entry.owner() == list)
                .toList();
        if (found.size() > 1) {
            throw AttioException.invalid(
                    "multiple_match_results",
                    "The record has " + found.size() + " entries in \"" + list.slug() + "\".");
        }
        if (found.isEmpty()) {
            return Answers.data(view(create(list, parent, input)));
        }
        writer.assertOn(found.get(0), input.path("entry_values"), null);
        return Answers.data(view(found.get(0)));
    }

    /** The record to put on the list, which must be of the list's own object. */
    private Holder parent(Owner list, ObjectNode input) {
        Owner object = workspace
                .object(input.path("parent_object").asString(""))
                .orElseThrow(() -> AttioException.invalid("value_not_found", "There is no such parent_object."));
        boolean isListed = list.definition()
                .path("parent_object")
                .valueStream()
                .anyMatch(slug -> object.isNamed(slug.asString("")));
        if (!isListed) {
            throw AttioException.form("\"" + list.slug() + "\" is no list of " + object.slug() + ".");
        }
        return object.holder(input.path("parent_record_id").asString(""))
                .orElseThrow(() -> AttioException.invalid("value_not_found", "There is no such parent record."));
    }

    private VendorResponse get(RouteCall call) {
        Fields.noQuery(call);
        return Answers.data(view(entry(call)));
    }

    private VendorResponse update(RouteCall call, ValueWriter.Mode mode) {
        Holder entry = entry(call);
        writer.update(entry, VALUES.data(call).path("entry_values"), mode);
        return Answers.data(view(entry));
    }

    private VendorResponse delete(RouteCall call) {
        Fields.noQuery(call);
        Holder entry = entry(call);
        entry.owner().holders().remove(entry);
        return Answers.nothing();
    }

    private Holder entry(RouteCall call) {
        return workspace.requireEntry(call.variable("list"), call.variable("entry_id"));
    }

    private static ObjectNode view(Holder entry) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.set("id", Workspace.id("list_id", entry.owner().id()).put("entry_id", entry.id()));
        Holder parent = entry.parent();
        if (parent != null) {
            view.put("parent_record_id", parent.id())
                    .put("parent_object", parent.owner().slug());
        }
        view.put("created_at", entry.createdAt());
        view.set("entry_values", entry.view());
        return view;
    }
}
