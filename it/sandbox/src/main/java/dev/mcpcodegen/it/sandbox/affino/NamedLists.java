package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists with a title, of contacts or of accounts, and who is on them. */
final class NamedLists extends Family {

    private final Links members;

    private NamedLists(
            AffinoRecords records,
            String path,
            String codeName,
            String memberCode,
            Function<String, ObjectNode> memberView) {
        super(records, path, codeName);
        this.members = new Links(
                records,
                path + "/{" + codeName + "}/members",
                codeName,
                memberCode,
                Answers.shape().required(memberCode, ValueType.TEXT),
                link -> memberView.apply(link.path(memberCode).asString("")));
    }

    static NamedLists ofContacts(AffinoRecords records) {
        return new NamedLists(records, "/contact-lists", "ContactListCode", "UserCode", records::person);
    }

    static NamedLists ofAccounts(AffinoRecords records) {
        return new NamedLists(records, "/account-lists", "AccountListCode", "AccountCode", code -> {
            ObjectNode account = JsonNodeFactory.instance.objectNode().put("AccountCode", code);
            account.set("Name", records.find("AccountCode", code).path("Name"));
            return account;
        });
    }

    @Override
    void addTo(Routes routes) {
        super.addTo(routes);
        members.addTo(routes, NamedLists::confirmed, NamedLists::confirmed);
    }

    private static VendorResponse confirmed(ObjectNode member) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("Success", true);
        answer.set("Member", member);
        return Answers.record(answer);
    }

    @Override
    Shape filters() {
        return Answers.shape().optional("Keyword", ValueType.TEXT);
    }

    @Override
    Shape creation() {
        return Answers.shape().required("Title", ValueType.TEXT).optional("Description", ValueType.TEXT);
    }

    @Override
    Shape change() {
        return Answers.shape().optional("Title", ValueType.TEXT).optional("Description", ValueType.TEXT);
    }

    @Override
    void decorate(ObjectNode view, ObjectNode stored) {
        view.put("MemberCount", members.count(AffinoRecords.code(stored)));
    }
}
