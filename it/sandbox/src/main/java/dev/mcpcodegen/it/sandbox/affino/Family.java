package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RecordStore;
import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of record with the five routes that all of them have; what is special about one is in its subclass.
 *
 * <p>A record is stored with its values by the names of answers, and with its code as {@code id}.
 */
abstract class Family {

    /** Who wrote a record, where that matters. */
    static final String AUTHOR = "AuthorUserCode";

    /** What moderators have done to a record. */
    static final String MODERATION_STATE = "Moderation";

    private static final String KEYWORD = "Keyword";

    private final AffinoRecords records;
    private final String path;
    private final String codeName;

    /**
     * Makes a family.
     *
     * @param path the path of its list; a variable in it names the record that owns those of the list
     * @param codeName what its code is called
     */
    Family(AffinoRecords records, String path, String codeName) {
        this.records = records;
        this.path = path;
        this.codeName = codeName;
    }

    /** The filters of the list, without paging. */
    abstract Shape filters();

    /** What is taken to create a record. */
    abstract Shape creation();

    /** What is taken to change one. */
    abstract Shape change();

    /** Completes what was given for a new record. */
    void complete(ObjectNode created) {}

    /** Does what a new record brings with it. */
    void created(ObjectNode stored) {}

    /** Refuses what the declared types let through. */
    void requireChange(ObjectNode input) {}

    /** Refuses a change that the person who acts may not make. */
    void requireRight(ObjectNode stored) {}

    /** Adds to an answer what is not stored in the record itself. */
    void decorate(ObjectNode view, ObjectNode stored) {}

    /** Removes what goes with a record. */
    void deleted(ObjectNode stored) {}

    void addTo(Routes routes) {
        routes.get(path, this::list)
                .post(path, this::create)
                .get(path + "/{id}", call -> answer(stored(call)))
                .put(path + "/{id}", this::update)
                .delete(path + "/{id}", this::delete);
    }

    AffinoRecords records() {
        return records;
    }

    RecordStore store() {
        return records.named(codeName);
    }

    /** Returns the record that a path names; under another owner than its own it is not there. */
    ObjectNode stored(RouteCall call) {
        ObjectNode owner = owner(call);
        ObjectNode stored = records.find(codeName, call.variable("id"));
        if (!matches(stored, owner)) {
            throw new RefusedException(404, "There is no " + codeName + " " + call.variable("id") + " here.");
        }
        return stored;
    }

    VendorResponse answer(ObjectNode stored) {
        return Answers.record(view(stored));
    }

    ObjectNode view(ObjectNode stored) {
        ObjectNode view = JsonNodeFactory.instance.objectNode().put(codeName, AffinoRecords.code(stored));
        view.setAll(stored.deepCopy());
        view.remove("id");
        decorate(view, stored);
        return view;
    }

    VendorResponse list(RouteCall call) {
        ObjectNode owner = owner(call);
        ObjectNode query = call.query(Answers.paged(filters()));
        String keyword = query.path(KEYWORD).asString("").toLowerCase(Locale.ROOT);
        ObjectNode wanted = query.deepCopy();
        wanted.remove(List.of(KEYWORD, "PageNumber", "PageSize"));
        wanted.setAll(owner);
        List<ObjectNode> found = store().where(stored -> matches(stored, wanted) && contains(stored, keyword))
                .map(this::view)
                .toList();
        return Answers.page(found, query);
    }

    VendorResponse create(RouteCall call) {
        ObjectNode owner = owner(call);
        ObjectNode input = call.body(creation());
        records.requireKnown(input);
        owner.setAll(input);
        complete(owner);
        ObjectNode stored = store().create(owner);
        created(stored);
        return answer(stored);
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode stored = stored(call);
        requireRight(stored);
        ObjectNode input = call.body(change());
        records.requireKnown(input);
        requireChange(input);
        stored.setAll(input);
        return answer(stored);
    }

    VendorResponse delete(RouteCall call) {
        ObjectNode stored = stored(call);
        requireRight(stored);
        store().remove(stored);
        deleted(stored);
        return Answers.success();
    }

    /** Refuses everybody but who wrote a record, and administrators. */
    void requireAuthor(ObjectNode stored) {
        AffinoPerson actor = records.actor();
        if (!actor.isAdministrator() && !stored.path(AUTHOR).asString("").equals(actor.code())) {
            throw new RefusedException(403, actor.name() + " may not change what somebody else wrote.");
        }
    }

    /** Returns the codes that the path names before the record itself, once it is sure that there are such records. */
    private ObjectNode owner(RouteCall call) {
        ObjectNode owner = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> variable : call.variables().entrySet()) {
            if (!variable.getKey().equals("id")) {
                records.find(variable.getKey(), variable.getValue());
                owner.put(variable.getKey(), variable.getValue());
            }
        }
        return owner;
    }

    private static boolean matches(ObjectNode stored, ObjectNode wanted) {
        return wanted.propertyStream().allMatch(property -> property.getValue().equals(stored.get(property.getKey())));
    }

    private static boolean contains(ObjectNode stored, String lowerCaseText) {
        return stored.valueStream()
                .filter(JsonNode::isString)
                .anyMatch(value -> value.asString().toLowerCase(Locale.ROOT).contains(lowerCaseText));
    }
}
