package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The steps of an article, and the media items that a step shows: items, never their files. */
final class ArticleSteps extends Family {

    static final String CODE = "StandardStepByStepCode";

    /** The codes of the media items; an answer has their titles as well. */
    static final String MEDIA = "Media";

    private static final String LIST = Articles.LIST + "/{" + Articles.CODE + "}/steps";
    private static final Shape CREATION = values(Answers.shape().required("Title", ValueType.TEXT));
    private static final Shape CHANGE = values(Answers.shape().optional("Title", ValueType.TEXT));
    private static final Shape ATTACHMENT = Answers.shape().required(MediaItems.CODE, ValueType.TEXT);

    ArticleSteps(AffinoRecords records) {
        super(records, LIST, CODE);
    }

    private static Shape values(Shape shape) {
        return shape.optional("Body", ValueType.TEXT).optional("SortOrder", ValueType.INTEGER);
    }

    @Override
    void addTo(Routes routes) {
        super.addTo(routes);
        routes.post(LIST + "/{id}/media", this::attach)
                .delete(LIST + "/{id}/media/{" + MediaItems.CODE + "}", this::detach);
    }

    @Override
    Shape filters() {
        return Answers.shape();
    }

    @Override
    Shape creation() {
        return CREATION;
    }

    @Override
    Shape change() {
        return CHANGE;
    }

    @Override
    void complete(ObjectNode created) {
        String article = created.path(Articles.CODE).asString("");
        if (!created.has("SortOrder")) {
            created.put(
                    "SortOrder",
                    store().where(step -> step.path(Articles.CODE).asString("").equals(article))
                                    .count()
                            + 1);
        }
        created.putArray(MEDIA);
    }

    @Override
    void decorate(ObjectNode view, ObjectNode stored) {
        ArrayNode media = view.putArray(MEDIA);
        stored.path(MEDIA)
                .forEach(code -> media.addObject()
                        .put(MediaItems.CODE, code.asString())
                        .set(
                                "Title",
                                records().find(MediaItems.CODE, code.asString()).path("Title")));
    }

    private VendorResponse attach(RouteCall call) {
        ObjectNode step = step(call);
        ObjectNode input = call.body(ATTACHMENT);
        records().requireKnown(input);
        String item = input.path(MediaItems.CODE).asString("");
        if (codes(step).contains(item)) {
            throw new RefusedException(400, MediaItems.CODE + " " + item + " is attached already.");
        }
        step.withArray(MEDIA).add(item);
        return answer(step);
    }

    private VendorResponse detach(RouteCall call) {
        ObjectNode step = step(call);
        String item = call.variable(MediaItems.CODE);
        if (!codes(step).contains(item)) {
            throw new RefusedException(404, MediaItems.CODE + " " + item + " is not attached.");
        }
        remove(step, item);
        return Answers.success();
    }

    /** Takes a media item out of a step that may have it. */
    static void remove(ObjectNode step, String item) {
        List<String> others =
                codes(step).stream().filter(code -> !code.equals(item)).toList();
        ArrayNode media = step.putArray(MEDIA);
        others.forEach(media::add);
    }

    private static List<String> codes(ObjectNode step) {
        return step.path(MEDIA).valueStream().map(JsonNode::asString).toList();
    }

    private ObjectNode step(RouteCall call) {
        ObjectNode step = records().find(CODE, call.variable("id"));
        if (!step.path(Articles.CODE).asString("").equals(call.variable(Articles.CODE))) {
            throw new RefusedException(404, "The article has no " + CODE + " " + call.variable("id") + ".");
        }
        return step;
    }
}
