package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RecordStore;
import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Forums, and who moderates them. Forums are made elsewhere; only an administrator may appoint and dismiss. */
final class Forums {

    static final String CODE = "ForumItemCode";
    static final String MODERATORS = "/forums/{" + CODE + "}/moderators";

    private static final Shape APPOINTMENT = Answers.shape().required("UserCode", ValueType.TEXT);

    private final AffinoRecords records;
    private final RecordStore moderators;

    Forums(AffinoRecords records) {
        this.records = records;
        this.moderators = records.links(MODERATORS);
    }

    void addTo(Routes routes) {
        routes.get("/forums", this::list)
                .get(MODERATORS, call -> Answers.whole(moderators(code(call))))
                .post(MODERATORS, this::appoint)
                .delete(MODERATORS + "/{id}", this::dismiss);
    }

    /** Tells whether the person who acts moderates a forum. */
    static boolean isModerator(AffinoRecords records, String forum) {
        String actor = records.actor().code();
        return records.links(MODERATORS)
                .where(moderator -> isOf(moderator, forum, actor))
                .findAny()
                .isPresent();
    }

    private static boolean isOf(ObjectNode moderator, String forum, String person) {
        return moderator.path(CODE).asString("").equals(forum)
                && moderator.path("UserCode").asString("").equals(person);
    }

    private VendorResponse list(RouteCall call) {
        ObjectNode query = call.query(Answers.paged(Answers.shape()));
        List<ObjectNode> forums = records.named(CODE).all().stream()
                .map(forum -> {
                    ObjectNode view = JsonNodeFactory.instance.objectNode().put(CODE, AffinoRecords.code(forum));
                    view.set("Title", forum.path("Title"));
                    view.set("Description", forum.path("Description"));
                    return view;
                })
                .toList();
        return Answers.page(forums, query);
    }

    private List<ObjectNode> moderators(String forum) {
        return moderators
                .where(moderator -> moderator.path(CODE).asString("").equals(forum))
                .map(moderator -> records.person(moderator.path("UserCode").asString("")))
                .map(person -> JsonNodeFactory.instance
                        .objectNode()
                        .put("UserCode", person.path("UserCode").asString(""))
                        .put(
                                "Name",
                                person.path("FirstName").asString("") + " "
                                        + person.path("LastName").asString("")))
                .toList();
    }

    private VendorResponse appoint(RouteCall call) {
        String forum = code(call);
        requireAdministrator();
        ObjectNode input = call.body(APPOINTMENT);
        records.requireKnown(input);
        String person = input.path("UserCode").asString("");
        if (moderators
                .where(moderator -> isOf(moderator, forum, person))
                .findAny()
                .isPresent()) {
            throw new RefusedException(400, "UserCode " + person + " moderates this forum already.");
        }
        ObjectNode appointed =
                JsonNodeFactory.instance.objectNode().put(CODE, forum).put("UserCode", person);
        moderators.create(appointed);
        return Answers.record(appointed);
    }

    private VendorResponse dismiss(RouteCall call) {
        String forum = code(call);
        requireAdministrator();
        String person = call.variable("id");
        ObjectNode moderator = moderators
                .where(found -> isOf(found, forum, person))
                .findAny()
                .orElseThrow(() -> new RefusedException(404, "UserCode " + person + " does not moderate this forum."));
        moderators.remove(moderator);
        return Answers.success();
    }

    private void requireAdministrator() {
        if (!records.actor().isAdministrator()) {
            throw new RefusedException(403, records.actor().name() + " does not have the right to say who moderates.");
        }
    }

    private String code(RouteCall call) {
        return AffinoRecords.code(records.find(CODE, call.variable(CODE)));
    }
}
