package dev.mcpcodegen.runtime.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcpcodegen.runtime.tool.ToolJson;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A vendor of many records that pages in a style of its own, in pages of a size that it may cap, raise or fix. */
final class PagedVendor {

    /** What was asked for: the query, and the body where there is one. */
    record Asked(String base, String path, Map<String, String> query, JsonNode body) {

        int number(String name, int absent) {
            String value = query.get(name);
            return value == null ? absent : Integer.parseInt(value);
        }
    }

    /** An answer: its body and its Link header, empty for none. */
    record Answer(String body, String link) {

        Answer(String body) {
            this(body, "");
        }
    }

    final List<Integer> records;
    private final int smallestPage;
    private final int largestPage;

    PagedVendor(int count, int smallestPage, int largestPage) {
        this.records = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        this.smallestPage = smallestPage;
        this.largestPage = largestPage;
    }

    /** How large a page becomes when {@code asked} items are asked for. */
    int size(int asked) {
        return Math.max(smallestPage, Math.min(largestPage, asked));
    }

    /** The records from a position on, as objects with an id. */
    String items(int from, int size) {
        int start = Math.max(0, Math.min(from, records.size()));
        return records.subList(start, Math.min(records.size(), start + size)).stream()
                .map(id -> "{\"id\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    boolean goesOn(int from, int size) {
        return from + size < records.size();
    }

    RawVendor serve(BiFunction<PagedVendor, Asked, Answer> style) {
        return new RawVendor((request, out, socket) -> {
            Answer answer = style.apply(this, asked(request, "http://127.0.0.1:" + socket.getLocalPort()));
            String[] headers = answer.link().isEmpty() ? new String[0] : new String[] {"Link: " + answer.link()};
            out.write(RawVendor.json(200, answer.body(), headers).getBytes(UTF_8));
        });
    }

    static Asked asked(RawVendor.Seen request, String base) {
        String[] target = request.target().split("\\?", 2);
        Map<String, String> query = new HashMap<>();
        if (target.length > 1) {
            for (String pair : target[1].split("&", -1)) {
                String[] parts = pair.split("=", 2);
                query.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
            }
        }
        JsonNode body = ToolJson.MAPPER.readTree(request.body().isEmpty() ? "{}" : request.body());
        return new Asked(base, target[0], query, body);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
