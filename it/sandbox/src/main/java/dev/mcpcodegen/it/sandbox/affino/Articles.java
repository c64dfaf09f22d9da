package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pages of a section, drafts unless they are live, and the categories they are in. */
final class Articles extends Family {

    static final String CODE = "StandardItemCode";
    static final String LIST = "/articles";

    private static final String CATEGORY = "CategoryCode";
    private static final String SECTION = "standardSectionCode";
    private static final Shape CREATION =
            values(Answers.shape().required("Title", ValueType.TEXT).required(SECTION, ValueType.TEXT));
    private static final Shape CHANGE =
            values(Answers.shape().optional("Title", ValueType.TEXT).optional(SECTION, ValueType.TEXT));

    private final Links categories;

    Articles(AffinoRecords records) {
        super(records, LIST, CODE);
        this.categories = new Links(
                records,
                LIST + "/{" + CODE + "}/categories",
                CODE,
                CATEGORY,
                Answers.shape().required(CATEGORY, ValueType.TEXT),
                this::category);
    }

    private static Shape values(Shape shape) {
        return shape.optional("Teaser", ValueType.TEXT)
                .optional("Body", ValueType.TEXT)
                .optional("ArticleTypeCode", ValueType.TEXT)
                .optional("SecurityCode", ValueType.TEXT)
                .optional("Live", ValueType.BOOLEAN);
    }

    private ObjectNode category(ObjectNode link) {
        String code = link.path(CATEGORY).asString("");
        ObjectNode category = JsonNodeFactory.instance.objectNode().put(CATEGORY, code);
        category.set("Title", records().find(CATEGORY, code).path("Title"));
        return category;
    }

    @Override
    void addTo(Routes routes) {
        super.addTo(routes);
        categories.addTo(routes);
    }

    @Override
    Shape filters() {
        return Answers.shape()
                .optional("Keyword", ValueType.TEXT)
                .optional(SECTION, ValueType.TEXT)
                .optional("Live", ValueType.BOOLEAN);
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
        if (!created.has("Live")) {
            created.put("Live", false);
        }
    }

    @Override
    void deleted(ObjectNode stored) {
        String article = AffinoRecords.code(stored);
        records()
                .named(ArticleSteps.CODE)
                .removeIf(step -> step.path(CODE).asString("").equals(article));
    }
}
