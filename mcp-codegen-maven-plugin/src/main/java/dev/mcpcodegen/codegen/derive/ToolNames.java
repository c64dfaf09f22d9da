package dev.mcpcodegen.codegen.derive;

/** The names of tools: {@code ^[a-zA-Z0-9_-]{1,64}$}, what every client and model API takes. */
final class ToolNames {

    static final int MAX_LENGTH = 64;

    private ToolNames() {}

    /** Names a tool by what it does to what. */
    static String of(String vendor, Classification classification) {
        String resource = withoutVendor(vendor, classification.resource());
        String one = vendor + "_" + Singulars.of(resource);
        String plain = vendor + "_" + resource;
        String method = classification.method();
        return switch (method) {
            case "list" -> "list_all_" + plain;
            case "get" -> classification.onItem() ? "get_single_" + one + "_by_id" : "get_" + plain;
            case "create" -> "create_a_" + one;
            case "update", "delete" -> classification.onItem() ? method + "_a_" + one + "_by_id" : method + "_" + plain;
            default -> resource.equals(method) ? plain : plain + "_" + method;
        };
    }

    /** Names a tool by the vendor's operation id. */
    static String ofOperation(String vendor, String operationName) {
        return vendor + "_" + withoutVendor(vendor, Words.snakeCase(operationName));
    }

    /** Some vendors name their resources after themselves; a name must not say it twice. */
    private static String withoutVendor(String vendor, String resource) {
        return resource.startsWith(vendor + "_") ? resource.substring(vendor.length() + 1) : resource;
    }

    /** Leaves out the words that only make a name a sentence, where it is too long. */
    static String compact(String name) {
        return name.length() <= MAX_LENGTH
                ? name
                : name.replaceFirst("^(list)_all_|^(get)_single_|^(create|update|delete)_a_", "$1$2$3_");
    }

    static boolean fits(String name) {
        return name.length() <= MAX_LENGTH;
    }

    /** Cuts a name that is too long and makes it unique by what it stands for. */
    static String fit(String name, String line) {
        return fits(name) ? name : withHash(name, line);
    }

    /** Ends the name in a hash of {@code METHOD path}: stable, whatever other operations there are. */
    static String withHash(String name, String line) {
        return ShortHash.append(name, line, MAX_LENGTH);
    }
}
