package dev.mcpcodegen.codegen.derive;

import java.util.Map;
import java.util.regex.Pattern;

/** Argument names that every client takes: {@code ^[a-zA-Z0-9_.-]{1,64}$}. The case of the document is kept. */
final class ArgumentNames {

    private static final Pattern ILLEGAL = Pattern.compile("[^a-zA-Z0-9_.-]+");
    private static final Pattern EDGE = Pattern.compile("^_+|_+$");
    private static final int MAX_LENGTH = 64;

    /** Comparisons that some APIs write into the name itself. */
    private static final Map<String, String> COMPARISONS = Map.of(
            "<", "_lt", ">", "_gt", "<=", "_lte", ">=", "_gte", "!=", "_ne", "!", "_not", "=", "_eq", "~", "_like");

    private ArgumentNames() {}

    /** {@code filter[name]} becomes {@code filter_name}, {@code StartTime<} becomes {@code StartTime_lt}. */
    static String legal(String wireName) {
        String spelled = wireName;
        for (int length = 2; length > 0; length--) {
            if (wireName.length() > length) {
                String ending = wireName.substring(wireName.length() - length);
                String meaning = COMPARISONS.get(ending);
                if (meaning != null) {
                    spelled = wireName.substring(0, wireName.length() - length) + meaning;
                    break;
                }
            }
        }
        String legal = EDGE.matcher(ILLEGAL.matcher(spelled).replaceAll("_")).replaceAll("");
        String cut = legal.length() > MAX_LENGTH ? legal.substring(0, MAX_LENGTH) : legal;
        return cut.isEmpty() ? "value" : cut;
    }
}
