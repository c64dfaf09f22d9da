package dev.mcpcodegen.codegen.spec.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.tree.Origin;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.io.IOException;

/** Reads one JSON document (RFC 8259) token by token, so that each object and array knows its line. */
final class JsonTreeReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonFactory factory;
    private final Origins origins;
    private final ReadBudget budget;
    private final DuplicateKeys duplicates;

    JsonTreeReader(ReadLimits limits, Origins origins, int length, DuplicateKeys duplicates) {
        this.duplicates = duplicates;
        this.origins = origins;
        this.budget = new ReadBudget(limits, length);
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth())
                        .maxDocumentLength(limits.maxBytes())
                        .maxStringLength(limits.maxBytes())
                        .build())
                .build();
    }

    JsonNode read(String text, String file) throws UnreadableException, IOException {
        return read(factory.createParser(text), file);
    }

    /** The same of UTF-8, which Jackson reads as it is. */
    JsonNode read(byte[] bytes, String file) throws UnreadableException, IOException {
        return read(factory.createParser(bytes), file);
    }

    private JsonNode read(JsonParser opened, String file) throws UnreadableException, IOException {
        try (JsonParser parser = opened) {
            if (parser.nextToken() == null) {
                throw new UnreadableException(0, "The file is empty.", "Fill or delete it.");
            }
            JsonNode root = value(parser, Origin.root(file, line(parser)), line(parser), 1);
            if (parser.nextToken() != null) {
                throw new UnreadableException(
                        line(parser), "There is more after the end of the document.", "Remove what follows.");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            throw new UnreadableException(
                    line, "This is not JSON: " + e.getOriginalMessage() + ".", "Correct the syntax.");
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The line is asked for once a value: Jackson makes an object of every answer. */
    private JsonNode value(JsonParser parser, Origin origin, int line, int depth)
            throws IOException, UnreadableException {
        JsonToken token = parser.currentToken();
        budget.spend(line, depth, token == JsonToken.VALUE_STRING ? parser.getTextLength() : 0);
        return switch (token) {
            case START_OBJECT -> object(parser, origin, depth);
            case START_ARRAY -> array(parser, origin, depth);
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_NUMBER_INT -> Scalars.integer(parser.getText(), line);
            case VALUE_NUMBER_FLOAT -> Scalars.decimal(parser.getText(), line);
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.getInstance();
            default -> throw new UnreadableException(line, "Unexpected " + token + ".", "Correct the syntax.");
        };
    }

    private ObjectNode object(JsonParser parser, Origin origin, int depth) throws IOException, UnreadableException {
        ObjectNode object = NODES.objectNode();
        origins.put(object, origin);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int line = line(parser);
            if (object.has(name)) {
                SourceLocation first = origins.ofMember(object, name);
                duplicates.found(name, first == null ? 0 : first.line(), line);
            }
            parser.nextToken();
            object.set(name, child(parser, name, line, origin, depth));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, Origin origin, int depth) throws IOException, UnreadableException {
        ArrayNode array = NODES.arrayNode();
        origins.put(array, origin);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(child(parser, Integer.toString(array.size()), line(parser), origin, depth));
        }
        return array;
    }

    private JsonNode child(JsonParser parser, String token, int line, Origin holder, int depth)
            throws IOException, UnreadableException {
        if (parser.currentToken().isStructStart()) {
            return value(parser, holder.child(token, line), line, depth + 1);
        }
        holder.scalar(token, line);
        return value(parser, holder, line, depth + 1);
    }
}
