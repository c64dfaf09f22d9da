package dev.mcpcodegen.codegen.derive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Java names from wire names; the one place where Java identifiers are made. Every result is ASCII, a legal identifier of at most
 * {@value #MAX_LENGTH} characters, no keyword and no name that generated code needs for itself, and depends on nothing but the input.
 *
 * <p>A single name is not unique: {@code first_name} and {@code firstName} look alike in Java. Names that stand side by side are
 * therefore made together, by {@link #members}, {@link #types} and {@link #constants}.
 */
public final class JavaNames {

    static final int MAX_LENGTH = 100;

    private static final int HASH_LENGTH = 6;

    private JavaNames() {}

    /** A record component, such as {@code pipelineId} for {@code pipeline_id}. */
    public static String member(String wireName) {
        return bounded(memberForm(wireName), wireName);
    }

    /** A class, record or enum, such as {@code PipelineCard} for {@code pipeline_card}. */
    public static String type(String wireName) {
        return bounded(typeForm(wireName), wireName);
    }

    /** A type that bears {@code qualifier} as well where generated code needs the plain name: {@code AffinityList}. */
    static String type(String wireName, String qualifier) {
        String plain = Words.of(wireName).stream().map(JavaNames::capitalised).collect(Collectors.joining());
        return type(ReservedNames.isType(plain) ? qualifier + "_" + wireName : wireName);
    }

    /** A name made different from others of the same form, by the hash of what it stands for. */
    static String unique(String name, String key) {
        return hashed(name, key, HASH_LENGTH);
    }

    /** An enum constant, such as {@code IN_PROGRESS} for {@code in-progress}. */
    public static String constant(String wireName) {
        return bounded(constantForm(wireName), wireName);
    }

    /** One segment of a package name, such as {@code pipedrive} for {@code Pipe-Drive}. */
    public static String packageSegment(String wireName) {
        String letters = String.join("", Words.of(wireName)).toLowerCase(Locale.ROOT);
        return bounded(legal(letters, "api", ReservedNames::isPackage, "_"), wireName);
    }

    /** Record components of one record by wire name, all different, in the order given. */
    public static Map<String, String> members(Collection<String> wireNames) {
        return distinct(wireNames, JavaNames::memberForm, name -> name);
    }

    /** Types of one package or class by wire name; they differ in more than case, because files must on some disks. */
    public static Map<String, String> types(Collection<String> wireNames) {
        return distinct(wireNames, JavaNames::typeForm, name -> name.toLowerCase(Locale.ROOT));
    }

    /** Constants of one enum by wire value, all different, in the order given. */
    public static Map<String, String> constants(Collection<String> wireValues) {
        return distinct(wireValues, JavaNames::constantForm, name -> name);
    }

    /**
     * Names that clash all get the hash of their wire name, except the one that is spelt as on the wire: so no name depends on which
     * others came first.
     */
    private static Map<String, String> distinct(
            Collection<String> wireNames, UnaryOperator<String> form, UnaryOperator<String> identity) {
        Map<String, Long> claims = wireNames.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        wireName -> identity.apply(bounded(form.apply(wireName), wireName)),
                        HashMap::new,
                        Collectors.counting()));
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> taken = new HashMap<>();
        for (String wireName : wireNames) {
            String name = bounded(form.apply(wireName), wireName);
            boolean alone = claims.getOrDefault(identity.apply(name), 0L) == 1;
            boolean keepsIt =
                    alone || (name.equals(wireName) && identity.apply(name).equals(name));
            names.computeIfAbsent(
                    wireName, wire -> free(keepsIt ? name : hashed(name, wire, HASH_LENGTH), wire, identity, taken));
        }
        return names;
    }

    /** Lengthens the hash until the name is free; for wire names whose short hashes are equal. */
    private static String free(
            String candidate, String wireName, UnaryOperator<String> identity, Map<String, String> taken) {
        String name = candidate;
        for (int length = HASH_LENGTH + 2; taken.putIfAbsent(identity.apply(name), wireName) != null; length += 2) {
            name = hashed(candidate, wireName, length);
        }
        return name;
    }

    private static String memberForm(String wireName) {
        List<String> words = Words.of(wireName);
        String name = words.stream().map(JavaNames::capitalised).collect(Collectors.joining());
        String first = words.isEmpty() ? "" : words.get(0);
        return legal(
                first.toLowerCase(Locale.ROOT) + name.substring(first.length()),
                "value",
                ReservedNames::isMember,
                "Value");
    }

    private static String typeForm(String wireName) {
        String name = Words.of(wireName).stream().map(JavaNames::capitalised).collect(Collectors.joining());
        return legal(name, "Value", ReservedNames::isType, "Value");
    }

    private static String constantForm(String wireName) {
        String name = String.join("_", Words.of(wireName)).toUpperCase(Locale.ROOT);
        return legal(name, wireName.isEmpty() ? "EMPTY" : "VALUE", ReservedNames::isKeyword, "_");
    }

    private static String legal(String name, String fallback, Predicate<String> reserved, String suffix) {
        if (name.isEmpty()) {
            return fallback;
        }
        String started = Character.isDigit(name.charAt(0)) ? "_" + name : name;
        return reserved.test(started) ? started + suffix : started;
    }

    private static String capitalised(String word) {
        int letter = 0;
        while (letter < word.length() - 1 && Character.isDigit(word.charAt(letter))) {
            letter++;
        }
        return word.substring(0, letter + 1).toUpperCase(Locale.ROOT)
                + word.substring(letter + 1).toLowerCase(Locale.ROOT);
    }

    private static String bounded(String name, String wireName) {
        return name.length() <= MAX_LENGTH ? name : hashed(name, wireName, HASH_LENGTH);
    }

    private static String hashed(String name, String wireName, int length) {
        String hash = "_" + sha256(wireName).substring(0, length);
        return name.substring(0, Math.min(name.length(), MAX_LENGTH - hash.length())) + hash;
    }

    private static String sha256(String text) {
        try {
            // UTF-16, because UTF-8 makes the same "?" of every lone surrogate.
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
