package dev.mcpcodegen.runtime.protocol;

import dev.mcpcodegen.runtime.tool.ToolJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the bytes of a POST as JSON-RPC. Pure; never throws for what a client sent.
 *
 * <p>Refused as no JSON: bytes that are not UTF-8, a byte order mark (RFC 8259, section 8.1), duplicate keys, more than {@value
 * #MAX_DEPTH} levels, numbers of more than {@value #MAX_NUMBER_CHARS} characters, halves of surrogate pairs, anything after the value.
 */
public final class EnvelopeReader {

    static final int MAX_DEPTH = 64;
    static final int MAX_NUMBER_CHARS = 100;

    private static final RpcError NOT_JSON =
            RpcError.of(RpcError.PARSE_ERROR, "Parse error: the body is not valid JSON");

    private final JsonMapper parsers = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_CHARS)
                            .build())
                    .build())
            .build();
    private final ObjectReader trees =
            ToolJson.MAPPER.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Reads a body; what cannot be read comes back as {@link McpMessage.Malformed}. */
    public Envelope read(byte[] body) {
        try {
            String text = text(body);
            try (JsonParser parser = parsers.createParser(text)) {
                Envelope envelope = read(text, parser);
                return parser.nextToken() == null ? envelope : malformed(NOT_JSON);
            }
        } catch (CharacterCodingException | JacksonException | NumberFormatException e) {
            // Jackson has no exception of its own for an exponent beyond all numbers.
            return malformed(NOT_JSON);
        }
    }

    /** Decodes quickly what is all right; only a text with a replacement character is decoded again, to know where that came from. */
    private static String text(byte[] body) throws CharacterCodingException {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0
                ? text
                : StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(body))
                        .toString();
    }

    private Envelope read(String text, JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return new Envelope.Single(readMessage(text, parser));
        }
        List<McpMessage> messages = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            messages.add(readMessage(text, parser));
        }
        return new Envelope.Batch(List.copyOf(messages));
    }

    private McpMessage readMessage(String text, JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_OBJECT) {
            if (token == null) {
                return new McpMessage.Malformed(null, NOT_JSON);
            }
            parser.skipChildren();
            return new McpMessage.Malformed(null, invalid("a message is a JSON object"));
        }
        MessageFields fields = new MessageFields();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            readField(text, parser, parser.currentName(), parser.nextToken(), fields);
        }
        return fields.toMessage();
    }

    private void readField(String text, JsonParser parser, String name, JsonToken token, MessageFields fields) {
        switch (name) {
            case "jsonrpc" -> fields.isVersion2 = token == JsonToken.VALUE_STRING && "2.0".equals(parser.getString());
            case "id" -> {
                fields.hasId = true;
                fields.id = RawToken.current(text, parser);
            }
            case "method" -> {
                fields.hasMethod = true;
                fields.method = token == JsonToken.VALUE_STRING ? parser.getString() : null;
            }
            case "params" -> {
                long start = parser.currentTokenLocation().getCharOffset();
                JsonNode params = readTree(parser);
                fields.params = params;
                fields.progressToken = progressToken(text, params, start);
            }
            case "result", "error" -> fields.isResponse = true;
            default -> {}
        }
        parser.skipChildren();
    }

    private JsonNode readTree(JsonParser parser) {
        JsonNode tree = trees.readTree(parser);
        LoneSurrogates.refuse(tree);
        return tree;
    }

    private @Nullable String progressToken(String text, JsonNode params, long start) {
        if (!params.path("_meta").has("progressToken")) {
            return null;
        }
        String from = text.substring((int) start);
        try (JsonParser parser = parsers.createParser(from)) {
            return RawToken.at(from, parser, "_meta", "progressToken");
        }
    }

    private static Envelope malformed(RpcError error) {
        return new Envelope.Single(new McpMessage.Malformed(null, error));
    }

    private static RpcError invalid(String reason) {
        return RpcError.of(RpcError.INVALID_REQUEST, "Invalid request: " + reason);
    }

    /** What of a message has been read so far. */
    private static final class MessageFields {

        private boolean isVersion2;
        private boolean hasId;
        private @Nullable String id;
        private boolean hasMethod;
        private @Nullable String method;
        private @Nullable JsonNode params;
        private @Nullable String progressToken;
        private boolean isResponse;

        private McpMessage toMessage() {
            if (!isVersion2) {
                return new McpMessage.Malformed(id, invalid("\"jsonrpc\" must be \"2.0\""));
            }
            if (!hasMethod) {
                return isResponse
                        ? new McpMessage.Response()
                        : new McpMessage.Malformed(id, invalid("\"method\" is missing"));
            }
            if (method == null) {
                return new McpMessage.Malformed(id, invalid("\"method\" must be a string"));
            }
            if (!hasId) {
                return new McpMessage.Notification(method);
            }
            return id == null
                    ? new McpMessage.Malformed(null, invalid("\"id\" must be a string or an integer"))
                    : new McpRequest(id, method, params, progressToken);
        }
    }
}
