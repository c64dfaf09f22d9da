package dev.mcpcodegen.it.corpus.raw;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The files of one description, read when first asked for, and the {@code $ref}s between them. Never a remote one. */
public final class RawFiles {

    private static final int MAX_HOPS = 64;

    private final Map<Path, JsonNode> trees = new LinkedHashMap<>();

    /**
     * Returns the root of a file.
     *
     * @throws RawDocumentException if it cannot be read
     */
    public RawPlace root(Path file) {
        Path normal = file.toAbsolutePath().normalize();
        JsonNode tree = trees.get(normal);
        if (tree == null) {
            tree = RawFile.read(normal);
            trees.put(normal, tree);
        }
        return new RawPlace(normal, "", tree);
    }

    /** Follows {@code $ref} after {@code $ref}; a missing node where one leads nowhere or round in a circle. */
    public RawPlace follow(RawPlace place) {
        RawPlace current = place;
        for (int hop = 0; hop < MAX_HOPS; hop++) {
            if (!current.node().path("$ref").isString()) {
                return current;
            }
            current = target(current.file(), current.text("$ref"));
        }
        return missing(place.file());
    }

    /** What a reference names; a missing node when it is remote or there is no such thing. */
    public RawPlace target(Path from, String reference) {
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : decode(reference.substring(hash + 1));
        try {
            RawPlace root = root(file.isEmpty() ? from : path(from, file));
            RawPlace place = root;
            if (fragment.isEmpty()) {
                return root;
            }
            if (!fragment.startsWith("/")) {
                return anchor(root, fragment);
            }
            for (String token : fragment.substring(1).split("/", -1)) {
                String name = token.replace("~1", "/").replace("~0", "~");
                place = place.node().isArray() && name.matches("[0-9]{1,6}")
                        ? place.get(Integer.parseInt(name))
                        : place.get(name);
            }
            return place;
        } catch (RuntimeException e) {
            return missing(from);
        }
    }

    /** Every local file that is reachable by {@code $ref}, other than the given one unless something names it. */
    public Set<Path> parts(Path entry) {
        Set<Path> parts = new LinkedHashSet<>();
        Deque<Path> open = new ArrayDeque<>(List.of(entry.toAbsolutePath().normalize()));
        while (!open.isEmpty()) {
            Path file = open.remove();
            List<String> references = new ArrayList<>();
            try {
                collect(root(file).node(), references, Collections.newSetFromMap(new IdentityHashMap<>()));
            } catch (RawDocumentException e) {
                continue;
            }
            for (String reference : references) {
                String name = reference.split("#", 2)[0];
                if (name.isEmpty() || name.contains("://")) {
                    continue;
                }
                try {
                    Path part = path(file, name);
                    if (Files.isRegularFile(part) && parts.add(part)) {
                        open.add(part);
                    }
                } catch (RuntimeException e) {
                    // Not a path at all, so no file either.
                }
            }
        }
        return parts;
    }

    /** Each node counts once: what YAML names by an alias stands in many places. */
    private static void collect(JsonNode node, List<String> references, Set<JsonNode> seen) {
        if (!node.isContainer() || !seen.add(node)) {
            return;
        }
        if (node.path("$ref").isString()) {
            references.add(node.path("$ref").asString());
        }
        node.forEach(child -> collect(child, references, seen));
    }

    private static RawPlace anchor(RawPlace root, String name) {
        RawPlace found = findAnchor(root, name);
        return found == null ? missing(root.file()) : found;
    }

    private static @Nullable RawPlace findAnchor(RawPlace place, String name) {
        if (place.text("$anchor").equals(name)) {
            return place;
        }
        for (String member : place.node().propertyNames()) {
            RawPlace found = findAnchor(place.get(member), name);
            if (found != null) {
                return found;
            }
        }
        for (int i = 0; place.node().isArray() && i < place.node().size(); i++) {
            RawPlace found = findAnchor(place.get(i), name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Path path(Path from, String reference) {
        if (reference.contains("://")) {
            throw new RawDocumentException(reference + " is remote");
        }
        Path folder = from.toAbsolutePath().getParent();
        return (folder == null ? Path.of("") : folder)
                .resolve(decode(reference))
                .normalize();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static RawPlace missing(Path file) {
        return new RawPlace(file, "", MissingNode.getInstance());
    }
}
