package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.spec.docs.VisibleText;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bundled document by JSON Pointer (RFC 6901). */
final class DocumentTree {

    /** How many references may lead to one another before it is called a circle. */
    private static final int MAX_REFERENCE_CHAIN = 32;

    /** What is longer would fill a model's memory with one description. */
    private static final int MAX_WORDS = 10_000;

    private final ObjectNode root;

    DocumentTree(ObjectNode root) {
        this.root = root;
    }

    /** A node and where it stands, after all references were followed. */
    record Place(String pointer, JsonNode node) {

        Place child(String key) {
            return new Place(pointer + "/" + escape(key), node.path(key));
        }

        Place child(int index) {
            return new Place(pointer + "/" + index, node.path(index));
        }

        /** A text for a model, without characters that people do not see; empty when there is none. */
        String words(String key) {
            String text = node.path(key).isTextual()
                    ? VisibleText.of(node.path(key).asText()).strip()
                    : "";
            return text.length() <= MAX_WORDS ? text : text.substring(0, MAX_WORDS) + "...";
        }

        /** A text as it stands, such as an id; null when there is none. */
        @Nullable
        String text(String key) {
            return node.path(key).isTextual() ? node.path(key).asText() : null;
        }

        /** The texts of a list; what else is in it is left out. */
        List<String> texts(String key) {
            List<String> texts = new ArrayList<>();
            node.path(key).forEach(element -> {
                if (element.isTextual()) {
                    texts.add(element.asText());
                }
            });
            return List.copyOf(texts);
        }

        boolean exists() {
            return !node.isMissingNode() && !node.isNull();
        }
    }

    Place at(String pointer) {
        JsonNode node = Pointers.resolve(root, pointer);
        return new Place(pointer, node == null ? MissingNode.getInstance() : node);
    }

    /** Follows {@code $ref} until something else stands there; a circle or a dangling reference ends at a missing node. */
    Place follow(Place place) {
        Place current = place;
        for (int i = 0; i < MAX_REFERENCE_CHAIN; i++) {
            JsonNode reference = current.node().path("$ref");
            if (!reference.isTextual()) {
                return current;
            }
            current = at(pointerOf(reference.asText()));
        }
        return new Place(place.pointer(), MissingNode.getInstance());
    }

    /** Returns the pointer of a local reference such as {@code #/components/schemas/Person}. */
    static String pointerOf(String reference) {
        String fragment = reference.startsWith("#") ? reference.substring(1) : "/" + reference;
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A stray percent sign stands for itself.
            return fragment;
        }
    }

    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
