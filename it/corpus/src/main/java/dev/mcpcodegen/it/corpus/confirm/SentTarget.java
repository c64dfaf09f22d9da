package dev.mcpcodegen.it.corpus.confirm;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The target of a request, taken apart again (RFC 3986).
 *
 * @param path still percent-encoded
 * @param query decoded, in order
 */
record SentTarget(String path, List<Pair> query) {

    /** A name and its value. */
    record Pair(String name, String value) {}

    static SentTarget parse(String target) {
        int mark = target.indexOf('?');
        if (mark < 0) {
            return new SentTarget(target, List.of());
        }
        List<Pair> query = new ArrayList<>();
        for (String pair : target.substring(mark + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            query.add(
                    equals < 0
                            ? new Pair(decode(pair), "")
                            : new Pair(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
        }
        return new SentTarget(target.substring(0, mark), List.copyOf(query));
    }

    List<String> values(String name) {
        return query.stream()
                .filter(pair -> pair.name().equals(name))
                .map(Pair::value)
                .toList();
    }

    /** In a URL a plus is a plus; only forms make a space of it. */
    static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
