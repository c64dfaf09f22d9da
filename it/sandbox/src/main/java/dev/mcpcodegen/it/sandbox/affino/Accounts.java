package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Companies. An answer names the people and deals that are linked to it. */
final class Accounts extends Family {

    private static final Shape CHANGE = values(Answers.shape().optional("Name", ValueType.TEXT));
    private static final Shape CREATION = values(Answers.shape().required("Name", ValueType.TEXT));

    Accounts(AffinoRecords records) {
        super(records, "/accounts", "AccountCode");
    }

    private static Shape values(Shape shape) {
        return address(shape.optional("Description", ValueType.TEXT)
                        .optional("IndustryCode", ValueType.TEXT)
                        .optional("AccountTypeCode", ValueType.TEXT)
                        .optional("Website", ValueType.TEXT))
                .optional("ParentAccountCode", ValueType.TEXT);
    }

    /** Adds the properties of an address, which people have as well. */
    static Shape address(Shape shape) {
        return shape.optional("Address1", ValueType.TEXT)
                .optional("City", ValueType.TEXT)
                .optional("Postcode", ValueType.TEXT)
                .optional("CountryCode", ValueType.TEXT);
    }

    @Override
    Shape filters() {
        return Answers.shape().optional("Keyword", ValueType.TEXT);
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
    void decorate(ObjectNode view, ObjectNode stored) {
        String code = AffinoRecords.code(stored);
        ArrayNode contacts = view.putArray("Contacts");
        records()
                .named("UserCode")
                .where(person -> person.path("AccountCode").asString("").equals(code))
                .forEach(person -> contacts.add(records().person(AffinoRecords.code(person))));
        ArrayNode deals = view.putArray("Opportunities");
        records()
                .named("OpportunityCode")
                .where(deal -> deal.path("AccountCode").asString("").equals(code))
                .forEach(deal -> deals.addObject()
                        .put("OpportunityCode", AffinoRecords.code(deal))
                        .set("Title", deal.path("Title")));
    }
}
