package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** People, their link to an account, and what they have consented to. */
final class Contacts extends Family {

    /** Where consents are kept in a stored contact; answers do not have it. */
    static final String CONSENTS = "consents";

    private static final Shape CHANGE = values(Answers.shape().optional("Email", ValueType.TEXT));
    private static final Shape CREATION = values(Answers.shape().required("Email", ValueType.TEXT));
    private static final Shape LINK = Answers.shape().required("AccountCode", ValueType.TEXT);
    private static final Shape CONSENT_CHANGES = Answers.shape().required("Permissions", ValueType.OBJECTS);
    private static final Shape CONSENT_CHANGE =
            Answers.shape().required("PermissionCode", ValueType.TEXT).required("Granted", ValueType.BOOLEAN);

    Contacts(AffinoRecords records) {
        super(records, "/contacts", "UserCode");
    }

    private static Shape values(Shape shape) {
        return Accounts.address(shape.optional("FirstName", ValueType.TEXT)
                        .optional("LastName", ValueType.TEXT)
                        .optional("JobTitle", ValueType.TEXT)
                        .optional("AccountCode", ValueType.TEXT)
                        .optional("Phone", ValueType.TEXT)
                        .optional("Mobile", ValueType.TEXT))
                .optional("TopicCodes", ValueType.TEXTS);
    }

    @Override
    void addTo(Routes routes) {
        super.addTo(routes);
        routes.post("/contacts/{id}/account", this::link)
                .delete("/contacts/{id}/account/{AccountCode}", this::unlink)
                .get("/contacts/{id}/permissions", call -> consents(stored(call)))
                .put("/contacts/{id}/permissions", this::updateConsents);
    }

    @Override
    Shape filters() {
        return Answers.shape().optional("Keyword", ValueType.TEXT).optional("AccountCode", ValueType.TEXT);
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
        created.putObject(CONSENTS).put("MARKETING", false).put("THIRD-PARTY", false);
    }

    @Override
    void decorate(ObjectNode view, ObjectNode stored) {
        view.remove(List.of(CONSENTS, "AccountCode"));
        String account = stored.path("AccountCode").asString("");
        records()
                .named("AccountCode")
                .find(account)
                .ifPresent(found ->
                        view.putObject("Account").put("AccountCode", account).set("Name", found.path("Name")));
    }

    private VendorResponse link(RouteCall call) {
        ObjectNode contact = records().find("UserCode", call.variable("id"));
        ObjectNode input = call.body(LINK);
        records().requireKnown(input);
        contact.setAll(input);
        return answer(contact);
    }

    private VendorResponse unlink(RouteCall call) {
        ObjectNode contact = records().find("UserCode", call.variable("id"));
        String account = call.variable("AccountCode");
        if (!contact.path("AccountCode").asString("").equals(account)) {
            throw new RefusedException(404, "The contact is not linked to AccountCode " + account + ".");
        }
        contact.remove("AccountCode");
        return Answers.success();
    }

    private VendorResponse updateConsents(RouteCall call) {
        ObjectNode contact = records().find("UserCode", call.variable("id"));
        List<ObjectNode> changes = StreamSupport.stream(
                        call.body(CONSENT_CHANGES).path("Permissions").spliterator(), false)
                .map(CONSENT_CHANGE::checkJson)
                .toList();
        ObjectNode consents = contact.withObject("/" + CONSENTS);
        for (ObjectNode change : changes) {
            String code = change.path("PermissionCode").asString("");
            if (!consents.has(code)) {
                throw new RefusedException(400, "PermissionCode " + code + " does not exist.");
            }
        }
        changes.forEach(change -> consents.set(change.path("PermissionCode").asString(""), change.path("Granted")));
        return consents(contact);
    }

    private static VendorResponse consents(ObjectNode contact) {
        JsonNode consents = contact.path(CONSENTS);
        return Answers.whole(consents.propertyStream()
                .map(consent -> {
                    ObjectNode permission =
                            JsonNodeFactory.instance.objectNode().put("PermissionCode", consent.getKey());
                    permission.set("Granted", consent.getValue());
                    return permission;
                })
                .toList());
    }
}
