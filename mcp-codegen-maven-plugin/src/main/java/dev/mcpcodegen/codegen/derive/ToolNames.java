package dev.mcpcodegen.codegen.derive;

/** The names of tools: {@code ^[a-zA-Z0-9_-]{1,64}$}, what every client and model API takes. */
final class ToolNames {

    static final int MAX_LENGTH = 64;

    private ToolNames() {}

    /** Names a tool by what it does to what; {@code item} tells whether the path names one item. */
    static String of(String vendor, Classification classification, boolean item) {
        String resource = classification.resource();
        String singular = Singulars.of(resource);
        return switch (classification.method()) {
            case "list" -> "list_all_" + vendor + "_" + resource;
            case "get" -> item ? "get_single_" + vendor + "_" + singular + "_by_id" : "get_" + vendor + "_" + resource;
            case "create" -> "create_a_" + vendor + "_" + singular;
            case "update" -> "update_a_" + vendor + "_" + singular + "_by_id";
            case "delete" -> "delete_a_" + vendor + "_" + singular + "_by_id";
            default -> vendor + "_" + resource + "_" + classification.method();
        };
    }

    /** Names a tool by the vendor's operation id. */
    static String ofOperation(String vendor, String operationName) {
        return vendor + "_" + Words.snakeCase(operationName);
    }

    /** Cuts a name that is too long and makes it unique by what it stands for. */
    static String fit(String name, String line) {
        return name.length() <= MAX_LENGTH ? name : withHash(name, line);
    }

    /** Ends the name in a hash of {@code METHOD path}: stable, whatever other operations there are. */
    static String withHash(String name, String line) {
        return ShortHash.append(name, line, MAX_LENGTH);
    }
}
