package dev.mcpcodegen.codegen.spec.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A parsed query (RFC 9535). Immutable. */
public final class JsonPath {

    private final Query query;

    private JsonPath(Query query) {
        this.query = query;
    }

    /** Parses a query; an invalid or ill-typed one is refused with its position. */
    public static JsonPath parse(String text) throws JsonPathException {
        return new JsonPath(new QueryParser(new Cursor(text)).whole());
    }

    /** Selected nodes in the order of RFC 9535; a node may be there more than once. */
    public List<PathNode> select(JsonNode root) throws JsonPathException {
        try {
            return query.select(PathNode.root(root), new Evaluation(root));
        } catch (Evaluation.TooMuchException e) {
            throw new JsonPathException("The query visits more than " + Evaluation.MAX_VISITS
                    + " nodes or selects more than " + Evaluation.MAX_NODES + ".");
        }
    }
}
