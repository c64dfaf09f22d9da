package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names that a declared type may have, best first: what a reader of the document calls it, then with more and more of what it stands
 * in.
 */
final class TypeNames {

    /** Words for a whole body or answer, which say nothing about a part of it. */
    private static final Set<String> NO_PARENTS = Set.of("body", "result", "value");

    private static final int MAX_PARENTS = 2;

    private final String integrationJavaName;
    private final Map<String, TypeDeclaration> declarations;

    TypeNames(String integrationJavaName, Map<String, TypeDeclaration> declarations) {
        this.integrationJavaName = integrationJavaName;
        this.declarations = declarations;
    }

    /**
     * The names, each made when it is asked for: mostly the first one is free.
     *
     * @param owner the class it is nested in; null for one with a file of its own
     */
    Stream<String> of(TypeDeclaration declaration, @Nullable String owner) {
        String words = words(declaration);
        String plain = JavaNames.type(words, integrationJavaName);
        return Stream.<Supplier<Stream<String>>>of(
                        () -> Stream.of(plain),
                        () -> longer(words, declaration.key()),
                        () -> Stream.of((owner == null ? integrationJavaName : owner) + plain),
                        () -> Stream.of(JavaNames.unique(plain, declaration.key())))
                .flatMap(Supplier::get);
    }

    private Stream<String> longer(String words, String key) {
        List<String> names = new ArrayList<>();
        String longer = words;
        for (String parent : parents(key)) {
            longer = PathSpace.joined(parent, longer);
            names.add(JavaNames.type(longer, integrationJavaName));
        }
        return names.stream();
    }

    /** What a list is called is the plural of what it holds; a schema with a name of its own keeps it. */
    private static String words(TypeDeclaration declaration) {
        String words = Words.snakeCase(declaration.javaName());
        return declaration.key().endsWith("/items") ? Singulars.of(words) : words;
    }

    /** The declared objects that a declaration stands in, nearest first. */
    private List<String> parents(String key) {
        List<String> parents = new ArrayList<>();
        for (int slash = key.lastIndexOf('/'); slash > 0 && parents.size() < MAX_PARENTS; ) {
            TypeDeclaration parent = declarations.get(key.substring(0, slash));
            if (parent != null && !NO_PARENTS.contains(words(parent))) {
                parents.add(words(parent));
            }
            slash = key.lastIndexOf('/', slash - 1);
        }
        return parents;
    }
}
