package dev.mcpcodegen.codegen.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    private static final Set<String> NOISE = Set.of("api", "apis", "rest");
    private static final Pattern SET_APART = Pattern.compile("(?<=.)[:#](?=[A-Za-z][^=/{]*$)");
    private static final Pattern METHOD = Pattern.compile("[A-Za-z][\\w-]*(\\.[A-Za-z][\\w-]*)+");
    private static final Pattern FILE =
            Pattern.compile(".*\\.(png|jpe?g|gif|svg|pdf|csv|tsv|txt|html?|ya?ml|zip|gz|ics|rss|js|php|aspx?)");

    static PathShape of(String path) {
        int query = path.indexOf('?');
        String[] apart = SET_APART.split(query < 0 ? path : path.substring(0, query), 2);
        List<String> segments = new ArrayList<>();
        String rpc = "";
        for (Matcher segment = SEGMENT.matcher(apart[0]); segment.find(); ) {
            String written = withoutExtension(segment.group());
            if (segment.end() == apart[0].length() && isMethod(written)) {
                rpc = written;
            } else if (!isVersion(written)) {
                parts(written, segments);
            }
        }
        segments.subList(0, Math.max(0, segments.size() - 1)).removeIf(NOISE::contains);
        if (!rpc.isEmpty()) {
            String[] names = rpc.split("\\.", -1);
            for (int i = 0; i < names.length - 1; i++) {
                segments.add(Words.snakeCase(names[i]));
            }
            return new PathShape(List.copyOf(segments), Words.snakeCase(names[names.length - 1]), true);
        }
        return new PathShape(List.copyOf(segments), apart.length > 1 ? Words.snakeCase(apart[1]) : "", false);
    }

    // Every operation's path is looked at many times, and most segments are a plain word: those meet no pattern.

    private static String withoutExtension(String segment) {
        return segment.indexOf('.') < 0 ? segment : EXTENSION.matcher(segment).replaceFirst("");
    }

    private static boolean isMethod(String segment) {
        return segment.indexOf('.') >= 0
                && METHOD.matcher(segment).matches()
                && !FILE.matcher(segment).matches();
    }

    private static boolean isVersion(String segment) {
        char first = segment.charAt(0);
        return (first == 'v' || first == '{' || Character.isDigit(first))
                && VERSION.matcher(segment).matches();
    }

    /** A segment may be both, as {@code items({id})} is. */
    private static void parts(String segment, List<String> target) {
        if (segment.indexOf('{') < 0) {
            part(Words.snakeCase(segment), target);
            return;
        }
        for (Matcher part = PART.matcher(segment); part.find(); ) {
            part(part.group().startsWith("{") ? part.group() : Words.snakeCase(part.group()), target);
        }
    }

    private static void part(String name, List<String> target) {
        if (!name.isEmpty()) {
            target.add(name);
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
