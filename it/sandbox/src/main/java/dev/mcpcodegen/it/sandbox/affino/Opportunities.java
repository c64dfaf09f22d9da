package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Deals, with the people on both sides and their topics. */
final class Opportunities extends Family {

    private static final String CODE = "OpportunityCode";
    private static final String LIST = "/opportunities";
    private static final String ONE = LIST + "/{" + CODE + "}";
    private static final Shape CHANGE = values(Answers.shape().optional("AccountCode", ValueType.TEXT));
    private static final Shape CREATION = values(Answers.shape().required("AccountCode", ValueType.TEXT));

    Opportunities(AffinoRecords records) {
        super(records, LIST, CODE);
    }

    private static Shape values(Shape shape) {
        return shape.optional("Title", ValueType.TEXT)
                .optional("Value", ValueType.NUMBER)
                .optional("CurrencyCode", ValueType.TEXT)
                .optional("Stage", ValueType.TEXT)
                .optional("CloseDate", ValueType.DATE_TIME)
                .optional("OwnerUserCode", ValueType.TEXT)
                .optional("PrimaryContactUserCode", ValueType.TEXT);
    }

    @Override
    void addTo(Routes routes) {
        super.addTo(routes);
        people(ONE + "/contacts").addTo(routes);
        people(ONE + "/team-members").addTo(routes);
        new Links(
                        records(),
                        ONE + "/topics",
                        CODE,
                        "TopicCode",
                        Answers.shape().required("TopicCode", ValueType.TEXT),
                        this::topic)
                .addTo(routes);
    }

    private Links people(String path) {
        Shape creation = Answers.shape().required("UserCode", ValueType.TEXT).optional("Role", ValueType.TEXT);
        return new Links(records(), path, CODE, "UserCode", creation, this::participant);
    }

    private ObjectNode participant(ObjectNode link) {
        ObjectNode person = records().person(link.path("UserCode").asString(""));
        if (link.has("Role")) {
            person.set("Role", link.path("Role"));
        }
        return person;
    }

    private ObjectNode topic(ObjectNode link) {
        String code = link.path("TopicCode").asString("");
        ObjectNode topic = JsonNodeFactory.instance.objectNode().put("TopicCode", code);
        topic.set("Title", records().find("TopicCode", code).path("Title"));
        return topic;
    }

    @Override
    Shape filters() {
        return Answers.shape()
                .optional("Keyword", ValueType.TEXT)
                .optional("AccountCode", ValueType.TEXT)
                .optional("Stage", ValueType.TEXT);
    }

    @Override
    Shape creation() {
        return CREATION;
    }

    @Override
    Shape change() {
        return CHANGE;
    }
}
