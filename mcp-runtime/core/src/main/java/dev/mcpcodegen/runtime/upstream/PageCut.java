package dev.mcpcodegen.runtime.upstream;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ends a page where it would grow larger than a result may be. Items stay whole, so that the cursor can go on at the first one that is left
 * out and nothing is lost; only an item that is too large by itself is cut, because no page could ever hold it. Pure.
 */
final class PageCut {

    private static final int MAX_HEAD_BYTES = 4 * 1024;

    private PageCut() {}

    /**
     * Makes items and meta of a page fit, and tells in {@code meta.left_out} what does not.
     *
     * @param page what becomes of it belongs to this method
     * @param from the first item that is asked for
     * @param to where the page would end
     * @return where it ends
     */
    static int apply(UpstreamCall call, VendorPage page, int from, int to, int maxBytes) {
        // Cursor, notice and punctuation have to fit as well.
        int room = Math.max(maxBytes - MAX_HEAD_BYTES, maxBytes / 2);
        ResultCut cut = new ResultCut();
        JsonNode meta = cut.cut(page.meta(), room / 4);
        if (!cut.told().isEmpty()) {
            page.meta().removeAll();
            page.meta().setAll((ObjectNode) meta);
        }
        room -= ResultCut.size(meta);
        int fitting = ResultCut.fitting(page.items(), from, to, room);
        if (fitting == 0 && from < to) {
            page.items().set(from, cut.cut(page.items().get(from), room));
            fitting = 1;
        }
        String told = told(call, fitting, to - from, cut.told());
        if (!told.isEmpty()) {
            page.meta().put("left_out", told);
        }
        return from + fitting;
    }

    private static String told(UpstreamCall call, int fitting, int wanted, String cutOut) {
        StringBuilder told = new StringBuilder();
        if (fitting < wanted) {
            told.append(String.format(
                    Locale.ROOT,
                    "Only %,d of %,d items fit into one result; next_cursor goes on with the rest. Fewer at a time: a smaller limit"
                            + " or a narrower filter.",
                    fitting,
                    wanted));
        }
        if (!cutOut.isEmpty()) {
            told.append(told.isEmpty() ? "" : " ")
                    .append(call.integration().displayName())
                    .append("'s answer is too large for one result. Left out: ")
                    .append(cutOut)
                    .append(". Other tools may give that by itself.");
        }
        return told.toString();
    }

    /** Makes an answer fit that holds no list. */
    static JsonNode whole(JsonNode answer, ObjectNode meta, int maxBytes) {
        ResultCut cut = new ResultCut();
        JsonNode smaller = cut.cut(answer, Math.max(maxBytes - MAX_HEAD_BYTES, maxBytes / 2));
        if (!cut.told().isEmpty()) {
            meta.put("left_out", "The answer is too large for one result. Left out: " + cut.told() + ".");
        }
        return smaller;
    }
}
