package dev.mcpcodegen.it.corpus.raw;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An API description as it stands in its files. */
public final class RawApi {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final RawFiles files;
    private final RawPlace root;
    private final List<RawOperation> operations;

    private RawApi(RawFiles files, RawPlace root) {
        this.files = files;
        this.root = root;
        this.operations = List.copyOf(readOperations());
    }

    /**
     * Reads a description.
     *
     * @throws RawDocumentException if the file cannot be read
     */
    public static RawApi read(Path file) {
        RawFiles files = new RawFiles();
        return new RawApi(files, files.root(file));
    }

    public RawFiles files() {
        return files;
    }

    public RawPlace root() {
        return root;
    }

    /** What the document says it is: {@code 2.0}, {@code 3.0.3} and so on; empty when it does not say. */
    public String version() {
        return root.node().path(isSwagger() ? "swagger" : "openapi").asString("");
    }

    /** Whether it is Swagger 2.0, in which bodies are parameters. */
    public boolean isSwagger() {
        return root.node().has("swagger");
    }

    /** Every operation under {@code paths}, in the document's order. */
    public List<RawOperation> operations() {
        return operations;
    }

    public Optional<RawOperation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> (operation.path().equals(path)
                                || plain(operation.path()).equals(path))
                        && operation.method().equalsIgnoreCase(method))
                .findFirst();
    }

    /** The operation at a JSON Pointer into the document as a whole, such as {@code /paths/~1cards/get}. */
    public Optional<RawOperation> operationAt(String pointer) {
        String[] tokens = pointer.split("/", -1);
        if (tokens.length < 4 || !tokens[1].equals("paths")) {
            return Optional.empty();
        }
        return operation(tokens[tokens.length - 1], tokens[2].replace("~1", "/").replace("~0", "~"));
    }

    /** A template in which the style of RFC 6570 does not stand within the name; OpenAPI has no such thing. */
    private static String plain(String template) {
        return template.replaceAll("\\{[.;?&/#+]?([^{}*]+)[*]?\\}", "{$1}");
    }

    private List<RawOperation> readOperations() {
        List<RawOperation> found = new ArrayList<>();
        RawPlace paths = files.follow(root.get("paths"));
        for (String path : paths.node().propertyNames()) {
            if (path.startsWith("x-")) {
                continue;
            }
            RawPlace declared = paths.get(path);
            RawPlace item = files.follow(declared);
            for (String member : item.node().propertyNames()) {
                if (isMethod(member)) {
                    add(found, member.toUpperCase(Locale.ROOT), path, item, item.get(member));
                }
            }
            // Other than the fixed methods, these are sent in the case in which they are written (3.2, Path Item
            // Object).
            RawPlace additional = item.get("additionalOperations");
            for (String method : additional.node().propertyNames()) {
                add(found, method, path, item, additional.get(method));
            }
            addSiblings(found, path, declared, item);
        }
        return found;
    }

    /** What stands beside a path item's {@code $ref} counts too where the referenced item lacks it. */
    private void addSiblings(List<RawOperation> found, String path, RawPlace declared, RawPlace item) {
        if (declared.node().path("$ref").isString()) {
            for (String member : declared.node().propertyNames()) {
                if (isMethod(member) && !item.node().has(member)) {
                    add(found, member.toUpperCase(Locale.ROOT), path, declared, declared.get(member));
                }
            }
        }
    }

    private void add(List<RawOperation> found, String method, String path, RawPlace item, RawPlace declared) {
        RawPlace operation = files.follow(declared);
        if (operation.node().isObject()) {
            found.add(new RawOperation(this, method, path, item, operation));
        }
    }

    private boolean isMethod(String member) {
        return METHODS.contains(member) || (member.equals("query") && version().startsWith("3.2"));
    }
}
