package dev.mcpcodegen.codegen.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path template says about its resource.
 *
 * @param segments the segments without version numbers and the likes of {@code api}; parameters in braces, others in snake_case
 * @param action what is done, where the path sets it apart: {@code cancel} of {@code /jobs/{id}:cancel}; empty otherwise
 * @param isRpc whether the path names a method as {@code /chat.postMessage} does
 */
record PathShape(List<String> segments, String action, boolean isRpc) {

    private static final Pattern SEGMENT = Pattern.compile("(?:[^/{]|\\{[^}]*})+");
    private static final Pattern PART = Pattern.compile("\\{[^}]*}|[^{]+");
    private static final Pattern VERSION =
            Pattern.compile("v\\d+([._-]?\\d+)*((alpha|beta|rc)\\d*)?|v?\\{[^}]*version}|\\d{4}-\\d{2}(-\\d{2})?");
    private static final Pattern EXTENSION = Pattern.compile("\\.(json|xml|\\{format})$");
    private static final Pattern NOISE = Pattern.compile("apis?|rest");
    private static final Pattern QUERY = Pattern.compile("\\?.*");
    private static final Pattern SET_APART = Pattern.compile("(?<=.)[:#](?=[A-Za-z][^=/{]*$)");
    private static final Pattern METHOD = Pattern.compile("[A-Za-z][\\w-]*(\\.[A-Za-z][\\w-]*)+");
    private static final Pattern FILE =
            Pattern.compile(".*\\.(png|jpe?g|gif|svg|pdf|csv|tsv|txt|html?|ya?ml|zip|gz|ics|rss|js|php|aspx?)");

    static PathShape of(String path) {
        String plain = QUERY.matcher(path).replaceFirst("");
        String[] apart = SET_APART.split(plain, 2);
        List<String> segments = new ArrayList<>();
        String rpc = "";
        for (Matcher segment = SEGMENT.matcher(apart[0]); segment.find(); ) {
            String written = EXTENSION.matcher(segment.group()).replaceFirst("");
            if (METHOD.matcher(written).matches()
                    && !FILE.matcher(written).matches()
                    && segment.end() == apart[0].length()) {
                rpc = written;
            } else if (!VERSION.matcher(written).matches()) {
                parts(written, segments);
            }
        }
        segments.subList(0, Math.max(0, segments.size() - 1))
                .removeIf(segment -> NOISE.matcher(segment).matches());
        if (!rpc.isEmpty()) {
            String[] names = rpc.split("\\.", -1);
            for (int i = 0; i < names.length - 1; i++) {
                segments.add(Words.snakeCase(names[i]));
            }
            return new PathShape(List.copyOf(segments), Words.snakeCase(names[names.length - 1]), true);
        }
        return new PathShape(List.copyOf(segments), apart.length > 1 ? Words.snakeCase(apart[1]) : "", false);
    }

    /** A segment may be both, as {@code items({id})} is. */
    private static void parts(String segment, List<String> target) {
        for (Matcher part = PART.matcher(segment); part.find(); ) {
            String name = part.group().startsWith("{") ? part.group() : Words.snakeCase(part.group());
            if (!name.isEmpty()) {
                target.add(name);
            }
        }
    }

    /** Whether the path names one item: its last segment is a parameter. */
    boolean isItem() {
        return action.isEmpty() && endsWithParameter();
    }

    boolean endsWithParameter() {
        return !segments.isEmpty() && isParameter(segments.size() - 1);
    }

    /** The name of the last parameter, when the path ends with it; empty otherwise. */
    String trailingParameter() {
        return isItem() ? segments.get(segments.size() - 1).replaceAll("[{}]", "") : "";
    }

    /** The name of the last parameter, wherever it stands; empty without any. */
    String lastParameter() {
        return segments.stream()
                .filter(segment -> segment.startsWith("{"))
                .reduce((before, last) -> last)
                .map(segment -> segment.replaceAll("[{}]", ""))
                .orElse("");
    }

    /** The last segment that is no parameter; empty for {@code /} and for parameters only. */
    String lastStatic() {
        int index = lastStaticIndex();
        return index < 0 ? "" : segments.get(index);
    }

    /** The path up to and without its last static segment, as for {@code /items/{id}} of {@code /items/{id}/archive}. */
    PathShape beforeLastStatic() {
        return new PathShape(segments.subList(0, Math.max(0, lastStaticIndex())), "", false);
    }

    /** The path without its last segment. */
    PathShape parent() {
        return new PathShape(segments.subList(0, Math.max(0, segments.size() - 1)), "", false);
    }

    /** The static segments before the last one, nearest first: what a name can be widened with. */
    List<String> ancestors() {
        List<String> ancestors = new ArrayList<>();
        for (int i = lastStaticIndex() - 1; i >= 0; i--) {
            if (!isParameter(i)) {
                ancestors.add(segments.get(i));
            }
        }
        return ancestors;
    }

    /** The segments with all parameters alike, so that paths can be compared. */
    String template() {
        StringBuilder template = new StringBuilder();
        for (String segment : segments) {
            template.append('/').append(segment.startsWith("{") ? "{}" : segment);
        }
        return template.toString();
    }

    private int lastStaticIndex() {
        int index = segments.size() - 1;
        while (index >= 0 && isParameter(index)) {
            index--;
        }
        return index;
    }

    private boolean isParameter(int index) {
        return segments.get(index).startsWith("{");
    }
}
