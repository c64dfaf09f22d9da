package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiBody;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiEncoding;
import dev.mcpcodegen.codegen.model.ApiOperation.BodyKind;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import dev.mcpcodegen.codegen.model.ObjectRules;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of an operation in the one of the offered media types that says most to a caller: an object in JSON, then in a form,
 * then in parts; parts first where they take a file that the others do not.
 */
final class BodyReader {

    private final DocumentTree tree;
    private final SchemaReader schemas;

    BodyReader(DocumentTree tree, SchemaReader schemas) {
        this.tree = tree;
        this.schemas = schemas;
    }

    /** Returns null when the operation takes no body. */
    @Nullable
    ApiBody read(Place operation, List<String> notes) {
        Place body = tree.follow(operation.child("requestBody"));
        List<Candidate> candidates = candidates(body.child("content"));
        Optional<Candidate> best = candidates.stream().min(Comparator.comparingInt(Candidate::rank));
        if (best.isEmpty()) {
            return null;
        }
        Candidate chosen = candidates.stream()
                .filter(candidate -> candidate.kind() == BodyKind.MULTIPART
                        && candidate.shape().takesFileBeyond(best.get().shape()))
                .findFirst()
                .orElse(best.get());
        note(chosen, best.get(), candidates, notes);
        return new ApiBody(
                chosen.kind(),
                chosen.kind() == BodyKind.FILE ? files(chosen, candidates) : List.of(chosen.mediaType()),
                chosen.kind() == BodyKind.FILE ? new TypeModel.FileType() : schemas.type(chosen.schema()),
                body.node().path("required").asBoolean(false),
                body.words("description"),
                encodings(chosen.content().child("encoding")),
                rules(chosen.schema()));
    }

    private ObjectRules rules(Place schema) {
        Place followed = tree.follow(AllOf.withSiblings(schema));
        return followed.node().isObject()
                ? ObjectRulesReader.read(AllOf.merge(tree, followed).node())
                : ObjectRules.NONE;
    }

    /** Where {@code x-mcp} may stand on a property that becomes an argument. */
    Map<String, Place> properties(Place operation) {
        Place content = tree.follow(operation.child("requestBody")).child("content");
        Map<String, Place> properties = new LinkedHashMap<>();
        candidates(content).forEach(candidate -> candidate.shape().properties().forEach(properties::putIfAbsent));
        return properties;
    }

    private List<Candidate> candidates(Place content) {
        List<Candidate> candidates = new ArrayList<>();
        content.node().fieldNames().forEachRemaining(name -> {
            Place entry = tree.follow(content.child(name));
            Place schema = entry.child("schema");
            // Some generators write a body that is null where they mean none.
            if (tree.follow(schema).node().path("type").asText().equals("null")) {
                return;
            }
            candidates.add(candidate(
                    name, entry, BodyShape.of(tree, schema), tree.follow(schema).node()));
        });
        return candidates;
    }

    private static Candidate candidate(String offered, Place content, BodyShape shape, JsonNode schema) {
        if (!MediaTypes.isRange(offered) || offered.matches("(image|audio|video|font)/\\*")) {
            return new Candidate(offered, MediaTypes.kind(offered), content, shape);
        }
        if (offered.startsWith("multipart/")) {
            return new Candidate("multipart/form-data", BodyKind.MULTIPART, content, shape);
        }
        List<String> types = SchemaTypes.of(schema);
        boolean text = types.equals(List.of("string"))
                && !schema.path("format").asText().equals("binary");
        if (offered.startsWith("text/") || text) {
            return new Candidate("text/plain", BodyKind.TEXT, content, shape);
        }
        boolean json = shape.isObject() || types.equals(List.of("object")) || types.equals(List.of("array"));
        return json
                ? new Candidate(MediaTypes.JSON, BodyKind.JSON, content, shape)
                : new Candidate(offered, BodyKind.FILE, content, shape);
    }

    private static List<String> files(Candidate chosen, List<Candidate> candidates) {
        return Stream.concat(
                        Stream.of(chosen.mediaType()),
                        candidates.stream()
                                .filter(candidate -> candidate.kind() == BodyKind.FILE)
                                .map(Candidate::mediaType))
                .distinct()
                .toList();
    }

    private static void note(Candidate chosen, Candidate best, List<Candidate> candidates, List<String> notes) {
        String others = candidates.stream()
                .map(Candidate::mediaType)
                .filter(mediaType -> !mediaType.equals(chosen.mediaType()))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            String why = chosen.equals(best) ? "" : ", because it takes a file that the others do not";
            notes.add("The body is sent as " + chosen.mediaType() + why + "; the vendor also takes " + others + ".");
        }
    }

    private Map<String, ApiEncoding> encodings(Place encodings) {
        Map<String, ApiEncoding> read = new LinkedHashMap<>();
        encodings.node().fieldNames().forEachRemaining(name -> {
            JsonNode encoding = encodings.child(name).node();
            boolean styled = encoding.has("style") || encoding.has("explode") || encoding.has("allowReserved");
            String mediaType =
                    encoding.path("contentType").asText("").split(",", -1)[0].strip();
            // OpenAPI 3.1, Encoding Object: a style takes the place of a content type.
            if (styled) {
                read.put(name, new ApiEncoding(Styles.ofForm(encoding), null, false));
            } else if (!mediaType.isEmpty()) {
                boolean file = MediaTypes.kind(mediaType) == BodyKind.FILE;
                read.put(
                        name,
                        new ApiEncoding(style(mediaType), MediaTypes.isRange(mediaType) ? null : mediaType, file));
            }
        });
        return read;
    }

    private static Style style(String mediaType) {
        return MediaTypes.kind(mediaType) == BodyKind.JSON ? Style.JSON : Style.PLAIN;
    }

    /** A body as one of the media types. */
    private record Candidate(String mediaType, BodyKind kind, Place content, BodyShape shape) {

        Place schema() {
            return content.child("schema");
        }

        /** The lowest is the best. */
        int rank() {
            return switch (kind) {
                case JSON -> (shape.isObject() ? 0 : 4) + (MediaTypes.isPlainJson(mediaType) ? 0 : 1);
                case FORM -> shape.isObject() ? 2 : 7;
                case MULTIPART -> shape.isObject() ? 3 : 7;
                case TEXT, FILE -> 6;
            };
        }
    }
}
