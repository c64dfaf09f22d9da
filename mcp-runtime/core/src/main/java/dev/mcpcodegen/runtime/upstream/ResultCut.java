package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.ToolJson;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Cuts JSON to a size, to JSON that is valid and of the same shape: lists keep whole items from their beginning, texts their beginning, and
 * the members of an object share what room there is, so that the small ones stay whole. Remembers what it left out. Pure; for one result.
 */
final class ResultCut {

    private static final int MAX_TOLD = 5;
    private static final int SHORTEST_TEXT = 24;
    private static final int ELLIPSIS_AND_QUOTES = 5;

    private final List<String> leftOut = new ArrayList<>();

    /** How many bytes a value takes as compact JSON. */
    static int size(JsonNode value) {
        CountingStream counter = new CountingStream();
        ToolJson.MAPPER.writeValue(counter, value);
        return counter.count;
    }

    /** What was left out, for a sentence; empty when nothing was. */
    String told() {
        String some = String.join(", ", leftOut.subList(0, Math.min(MAX_TOLD, leftOut.size())));
        return leftOut.size() > MAX_TOLD ? some + " and more" : some;
    }

    /** How many items from {@code from} on take no more than {@code maxBytes} together, up to {@code to}. */
    static int fitting(ArrayNode items, int from, int to, int maxBytes) {
        long room = maxBytes;
        for (int i = from; i < to; i++) {
            room -= size(items.get(i)) + 1;
            if (room < 0) {
                return i - from;
            }
        }
        return to - from;
    }

    /** Returns a value of at most {@code maxBytes}; {@code value} itself if it is not larger. Never less than an empty object or list. */
    JsonNode cut(JsonNode value, int maxBytes) {
        JsonNode smaller = cut(value, maxBytes, JsonPointer.empty());
        return smaller == null ? ToolJson.MAPPER.nullNode() : smaller;
    }

    private @Nullable JsonNode cut(JsonNode value, int maxBytes, JsonPointer at) {
        if (size(value) <= maxBytes) {
            return value;
        }
        if (value instanceof ObjectNode object) {
            return cutObject(object, maxBytes, at);
        }
        if (value instanceof ArrayNode array) {
            return cutArray(array, maxBytes, at);
        }
        return value.isString() && maxBytes >= SHORTEST_TEXT ? cutText(value.asString(), maxBytes, at) : null;
    }

    private JsonNode cutArray(ArrayNode array, int maxBytes, JsonPointer at) {
        ArrayNode kept = ToolJson.MAPPER.createArrayNode();
        int whole = fitting(array, 0, array.size(), maxBytes - 2);
        for (int i = 0; i < whole; i++) {
            kept.add(array.get(i));
        }
        JsonNode first = whole == 0 ? cut(array.get(0), maxBytes - 2, at.appendIndex(0)) : null;
        if (first != null) {
            kept.add(first);
        }
        if (kept.size() < array.size()) {
            tell(array.size() - kept.size(), array.size(), "items", at);
        }
        return kept;
    }

    private JsonNode cutObject(ObjectNode object, int maxBytes, JsonPointer at) {
        List<String> names = List.copyOf(object.propertyNames());
        int[] shares = shares(object, names, maxBytes - 2);
        ObjectNode kept = ToolJson.MAPPER.createObjectNode();
        for (int i = 0; i < shares.length; i++) {
            String name = names.get(i);
            int room = shares[i] - size(StringNode.valueOf(name)) - 2;
            JsonNode smaller = room <= 0 ? null : cut(object.get(name), room, at.appendProperty(name));
            if (smaller != null) {
                kept.set(name, smaller);
            }
        }
        if (kept.size() < object.size()) {
            tell(object.size() - kept.size(), object.size(), "members", at);
        }
        return kept;
    }

    /** Divides the room among members: each gets what it needs, or an equal part of what those that need less have left. */
    private static int[] shares(ObjectNode object, List<String> names, int maxBytes) {
        int[] shares = new int[names.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = size(StringNode.valueOf(names.get(i))) + size(object.get(names.get(i))) + 2;
        }
        List<Integer> bySize = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> shares[i]))
                .toList();
        int left = maxBytes;
        for (int i = 0; i < bySize.size(); i++) {
            int member = bySize.get(i);
            shares[member] = Math.min(shares[member], left / (bySize.size() - i));
            left -= shares[member];
        }
        return shares;
    }

    private JsonNode cutText(String text, int maxBytes, JsonPointer at) {
        int room = maxBytes - ELLIPSIS_AND_QUOTES;
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            room -= bytes(c);
            if (room < 0) {
                break;
            }
            end += Character.charCount(c);
        }
        tell(text.length() - end, text.length(), "characters", at);
        return StringNode.valueOf(text.substring(0, end) + "…");
    }

    /** What a character takes within a JSON text (RFC 8259, section 7). */
    private static int bytes(int c) {
        if (c < ' ') {
            return 6;
        }
        if (c == '"' || c == '\\') {
            return 2;
        }
        return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }

    private void tell(int missing, int all, String what, JsonPointer at) {
        String place = at.matches() ? "the answer" : "\"" + at + "\"";
        leftOut.add(String.format(Locale.ROOT, "%,d of %,d %s of %s", missing, all, what, place));
    }

    private static final class CountingStream extends OutputStream {

        private int count;

        @Override
        public void write(int value) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
