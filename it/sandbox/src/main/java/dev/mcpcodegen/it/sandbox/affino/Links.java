package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RecordStore;
import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Records that belong to another one by a link, which can be made once and ended; ending it deletes neither of them. */
final class Links {

    private final AffinoRecords records;
    private final String path;
    private final String ownerCode;
    private final String memberCode;
    private final Shape creation;
    private final Function<ObjectNode, ObjectNode> view;
    private final RecordStore links;

    /**
     * Makes the links of one kind.
     *
     * @param path the path of the list, which names the owner in a variable
     * @param ownerCode what the owner's code is called, as in the path
     * @param memberCode what the other's code is called, as in the body
     * @param creation what is taken to make a link
     * @param view what an answer shows of a link
     */
    Links(
            AffinoRecords records,
            String path,
            String ownerCode,
            String memberCode,
            Shape creation,
            Function<ObjectNode, ObjectNode> view) {
        this.records = records;
        this.path = path;
        this.ownerCode = ownerCode;
        this.memberCode = memberCode;
        this.creation = creation;
        this.view = view;
        this.links = records.links(path);
    }

    /** Adds routes whose writes answer with the link, and with success when it is ended. */
    void addTo(Routes routes) {
        addTo(routes, Answers::record, ended -> Answers.success());
    }

    /** Adds routes whose writes answer as told, from what an answer shows of the link. */
    void addTo(Routes routes, Function<ObjectNode, VendorResponse> made, Function<ObjectNode, VendorResponse> ended) {
        routes.get(path, this::list)
                .post(path, call -> made.apply(create(call)))
                .delete(path + "/{id}", call -> ended.apply(end(call)));
    }

    /** Tells how many links an owner has. */
    int count(String owner) {
        return (int) of(owner).count();
    }

    private Stream<ObjectNode> of(String owner) {
        return links.where(link -> link.path(ownerCode).asString("").equals(owner));
    }

    private Optional<ObjectNode> find(String owner, String member) {
        return of(owner)
                .filter(link -> link.path(memberCode).asString("").equals(member))
                .findFirst();
    }

    private VendorResponse list(RouteCall call) {
        String owner = owner(call);
        ObjectNode query = call.query(Answers.paged(Answers.shape()));
        return Answers.page(of(owner).map(view).toList(), query);
    }

    private ObjectNode create(RouteCall call) {
        String owner = owner(call);
        ObjectNode input = call.body(creation);
        records.requireKnown(input);
        String member = input.path(memberCode).asString("");
        if (find(owner, member).isPresent()) {
            throw new RefusedException(400, memberCode + " " + member + " is there already.");
        }
        ObjectNode values = JsonNodeFactory.instance.objectNode().put(ownerCode, owner);
        values.setAll(input);
        return view.apply(links.create(values));
    }

    private ObjectNode end(RouteCall call) {
        String member = call.variable("id");
        ObjectNode link = find(owner(call), member)
                .orElseThrow(() -> new RefusedException(404, "There is no " + memberCode + " " + member + " here."));
        links.remove(link);
        return view.apply(link);
    }

    private String owner(RouteCall call) {
        return AffinoRecords.code(records.find(ownerCode, call.variable(ownerCode)));
    }
}
