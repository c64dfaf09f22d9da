package dev.mcpcodegen.codegen.derive;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that generated code cannot give away: Java's own, and those it uses itself without qualification. */
final class ReservedNames {

    /** Java Language Specification 3.9 and 3.10; contextual keywords only where they cannot be identifiers. */
    private static final Set<String> KEYWORDS = Set.of(
            "_",
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while");

    /** Java Language Specification 8.10.1: no record component may be called so. {@code getClass} is final in every class. */
    private static final Set<String> COMPONENTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private static final Set<String> LANGUAGE = Set.of(
            "Appendable",
            "AutoCloseable",
            "Boolean",
            "Byte",
            "CharSequence",
            "Character",
            "Class",
            "ClassLoader",
            "ClassValue",
            "Cloneable",
            "Comparable",
            "Compiler",
            "Deprecated",
            "Double",
            "Enum",
            "Error",
            "Exception",
            "Float",
            "FunctionalInterface",
            "IllegalArgumentException",
            "Integer",
            "Iterable",
            "Long",
            "Math",
            "Module",
            "ModuleLayer",
            "Number",
            "Object",
            "Override",
            "Package",
            "Process",
            "ProcessBuilder",
            "ProcessHandle",
            "Readable",
            "Record",
            "Runnable",
            "Runtime",
            "RuntimeException",
            "SafeVarargs",
            "ScopedValue",
            "SecurityManager",
            "Short",
            "StackWalker",
            "String",
            "StringBuffer",
            "StringBuilder",
            "SuppressWarnings",
            "System",
            "Thread",
            "ThreadGroup",
            "ThreadLocal",
            "Throwable",
            "Void");

    private static final Set<String> GENERATED = Set.of(
            "Arguments",
            "BigDecimal",
            "BigInteger",
            "DerivedValue",
            "ErrorRules",
            "FileContent",
            "Generated",
            "Integration",
            "JsonAnyGetter",
            "JsonAnySetter",
            "JsonCreator",
            "JsonNode",
            "JsonProperty",
            "JsonValue",
            "List",
            "LoginRecipe",
            "Map",
            "McpRouter",
            "McpServlet",
            "NullMarked",
            "Nullable",
            "Page",
            "Paging",
            "Presence",
            "QueryStyle",
            "RateLimitHeaders",
            "ResponseRules",
            "Tool",
            "ToolDescriptor",
            "UpstreamRequest",
            "UpstreamTool");

    /** Device names of Windows, which are no file names there whatever the extension. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private ReservedNames() {}

    static boolean isKeyword(String name) {
        return KEYWORDS.contains(name);
    }

    static boolean isPackage(String name) {
        return KEYWORDS.contains(name) || DEVICE.matcher(name).matches();
    }

    static boolean isMember(String name) {
        return KEYWORDS.contains(name) || COMPONENTS.contains(name);
    }

    static boolean isType(String name) {
        return LANGUAGE.contains(name)
                || GENERATED.contains(name)
                || DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
