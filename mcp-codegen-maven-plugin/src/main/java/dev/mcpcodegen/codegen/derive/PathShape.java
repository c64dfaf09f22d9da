package dev.mcpcodegen.codegen.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a path template says about its resource.
 *
 * @param segments the segments without version numbers; parameters in braces, others in snake_case
 */
record PathShape(List<String> segments) {

    private static final Pattern VERSION = Pattern.compile("v\\d+([._-]?\\d+)*|\\d{4}-\\d{2}(-\\d{2})?");
    private static final Pattern EXTENSION = Pattern.compile("\\.(json|xml)$");

    static PathShape of(String path) {
        List<String> segments = new ArrayList<>();
        for (String written : path.split("/", -1)) {
            String segment = EXTENSION.matcher(written).replaceFirst("");
            if (segment.startsWith("{") && segment.endsWith("}")) {
                segments.add(segment);
            } else if (!segment.isEmpty() && !VERSION.matcher(segment).matches()) {
                segments.add(Words.snakeCase(segment));
            }
        }
        return new PathShape(List.copyOf(segments));
    }

    /** Whether the path names one item: its last segment is a parameter. */
    boolean isItem() {
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
        return new PathShape(segments.subList(0, Math.max(0, lastStaticIndex())));
    }

    /**
     * The resource: the last static segment, with the singular of the static segment before it as prefix where a parameter stands
     * between them and the name does not carry it already. {@code /pipelines/{id}/cards} is about {@code pipeline_cards}.
     */
    String resource() {
        int index = lastStaticIndex();
        if (index < 0) {
            return "";
        }
        String name = segments.get(index);
        PathShape before = beforeLastStatic();
        if (before.isItem() && !before.lastStatic().isEmpty()) {
            String parent = Singulars.of(before.lastStatic());
            return name.equals(parent) || name.startsWith(parent + "_") ? name : parent + "_" + name;
        }
        return name;
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
