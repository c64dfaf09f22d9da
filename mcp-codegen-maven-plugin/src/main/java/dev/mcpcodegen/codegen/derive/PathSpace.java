package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All paths of a document: what one path means depends on which others there are. */
final class PathSpace {

    /** So many things must follow a first segment that all paths share, before it is the API's name rather than a resource. */
    private static final int SUBJECTS = 3;

    /** Segments that only say that what follows belongs to the item before them (JSON:API 1.1, relationship URLs): no parents. */
    private static final Set<String> LINKAGES = Set.of("relationships", "relations", "associations");

    private final Set<String> operations = new HashSet<>();
    private final Set<String> paths = new HashSet<>();
    private final Set<String> statics = new HashSet<>();
    private final Set<String> collections = new HashSet<>();
    private final Map<String, String> templates = new HashMap<>();
    private final String base;

    PathSpace(List<ApiOperation> all) {
        Set<String> heads = new HashSet<>();
        Map<String, Boolean> second = new HashMap<>();
        for (ApiOperation operation : all) {
            PathShape shape = PathShape.of(operation.path());
            String path = template(operation.path());
            operations.add(operation.httpMethod() + " " + path);
            paths.add(path);
            List<String> segments = shape.segments();
            segments.stream().filter(segment -> !segment.startsWith("{")).forEach(statics::add);
            if (shape.endsWithParameter()) {
                collections.add(shape.lastStatic());
            }
            heads.add(segments.isEmpty() ? "" : segments.get(0));
            String next = segments.size() < 2 ? "" : segments.get(1);
            second.put(next, next.isEmpty() || next.startsWith("{") || Verbs.contains(next));
        }
        boolean subjects = second.size() >= SUBJECTS && !second.containsValue(true);
        base = heads.size() == 1 && subjects ? heads.iterator().next() : "";
    }

    /** A path is asked for again and again. */
    private String template(String path) {
        return templates.computeIfAbsent(path, PathSpace::templateOf);
    }

    private static String templateOf(String path) {
        PathShape shape = PathShape.of(path);
        return shape.template() + (shape.action().isEmpty() ? "" : ":" + shape.action());
    }

    boolean has(String httpMethod, String path) {
        return operations.contains(httpMethod + " " + template(path));
    }

    /** Whether some path names an item below this one, so that this one is a collection. */
    boolean hasItems(PathShape shape) {
        return paths.contains(shape.template() + "/{}");
    }

    /** Whether some path names an item of this, wherever it stands. */
    boolean isCollection(String segment) {
        return collections.contains(segment);
    }

    boolean has(PathShape shape) {
        return paths.contains(shape.template());
    }

    /**
     * The resource of a path: its last static segment after the singular of the one before, unless it carries that already.
     * {@code /pipelines/{id}/cards} is about {@code pipeline_cards}, {@code /lists/{id}/list-entries} about {@code list_entries}. A
     * first segment that all paths share is no parent, and neither is a singular whose plural is a resource as well: the
     * {@code /user/keys} of the caller and {@code /users/{id}/keys} must differ.
     */
    String resource(PathShape shape) {
        String name = shape.lastStatic();
        List<String> ancestors = shape.ancestors();
        if (ancestors.isEmpty() || (ancestors.size() == 1 && ancestors.get(0).equals(base))) {
            return name;
        }
        String parent = ancestors.get(0);
        if (LINKAGES.contains(parent) && isBelowItem(shape)) {
            return joined(ancestors.get(1), Singulars.of(parent) + "_" + name);
        }
        boolean direct = !shape.beforeLastStatic().endsWithParameter();
        boolean callers = ancestors.size() == 1 && !Singulars.isPlural(parent) && statics.contains(parent + "s");
        if (direct && callers) {
            return name;
        }
        return !direct && name.equals(parent) ? Singulars.of(parent) + "_" + name : joined(parent, name);
    }

    /** Whether the segment before the last static one stands right behind a parameter, and that behind a name. */
    private static boolean isBelowItem(PathShape shape) {
        return shape.ancestors().size() > 1
                && !shape.beforeLastStatic().endsWithParameter()
                && shape.beforeLastStatic().beforeLastStatic().endsWithParameter();
    }

    /** Puts a parent before a name: {@code value_lists} and {@code list_items} make {@code value_list_items}. */
    static String joined(String parent, String name) {
        String singular = Singulars.of(parent);
        String words = "_" + name + "_";
        if (words.contains("_" + singular + "_") || words.contains("_" + parent + "_")) {
            return name;
        }
        String last = singular.substring(singular.lastIndexOf('_') + 1);
        return name.startsWith(last + "_") ? singular + name.substring(last.length()) : singular + "_" + name;
    }
}
