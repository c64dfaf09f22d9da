package dev.mcpcodegen.runtime.protocol;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Decides by which revision a request is served (MCP 2026-07-28, Versioning, "Backward Compatibility with Initialization-Based
 * Versions"). The body decides; headers must agree with it. Pure.
 */
public final class EraClassifier {

    /** The header that names the revision. */
    public static final String VERSION_HEADER = "MCP-Protocol-Version";

    private static final String VERSION = "protocolVersion";
    private static final int BAD_REQUEST = 400;

    /** Finds the revision, or why there is none. */
    public Classified classify(McpRequest request, RequestHeaders headers) {
        JsonNode version = request.meta(VERSION);
        return version == null ? withoutEnvelope(request, headers) : withEnvelope(request, version, headers);
    }

    /** Finds the revision of messages without an envelope of their own, from the header alone: batches and responses. */
    public Classified classifyByHeader(RequestHeaders headers) {
        try {
            Optional<String> date = HeaderValue.single(headers, VERSION_HEADER);
            Optional<Revision> revision = date.isEmpty() ? Optional.of(Revision.ASSUMED) : Revision.of(date.get());
            return revision.<Classified>map(Classified.Served::new)
                    .orElseGet(() -> refused(RpcError.unsupportedVersion(date.orElse(""))));
        } catch (MalformedHeaderException e) {
            return refused(e.error());
        }
    }

    /** Whether the headers alone announce a request of the modern era. */
    public boolean isModern(RequestHeaders headers) {
        return classifyByHeader(headers) instanceof Classified.Served served
                && served.revision().era() == Era.MODERN;
    }

    /** Whether a request carries its revision itself, as in the modern era. */
    public boolean hasEnvelope(McpRequest request) {
        return request.meta(VERSION) != null;
    }

    private Classified withoutEnvelope(McpRequest request, RequestHeaders headers) {
        Classified byHeader = classifyByHeader(headers);
        if (byHeader instanceof Classified.Served served && served.revision().era() == Era.MODERN) {
            return refused(invalidEnvelope(VERSION));
        }
        // A handshake negotiates the revision in its body: the Java SDK already sends the header, others send nonsense.
        return request.method().equals("initialize") ? new Classified.Served(Revision.LATEST_LEGACY) : byHeader;
    }

    private static Classified withEnvelope(McpRequest request, JsonNode version, RequestHeaders headers) {
        if (!version.isString()) {
            return refused(invalidEnvelope(VERSION));
        }
        String date = version.stringValue();
        RpcError mismatch = StandardHeaders.compare(VERSION_HEADER, date, headers);
        if (mismatch != null) {
            return refused(mismatch);
        }
        Revision revision = Revision.of(date).orElse(null);
        if (revision == null || revision.era() == Era.LEGACY) {
            return refused(RpcError.unsupportedVersion(date));
        }
        RpcError error = firstError(request, headers);
        return error == null ? new Classified.Served(revision) : refused(error);
    }

    private static @Nullable RpcError firstError(McpRequest request, RequestHeaders headers) {
        JsonNode capabilities = request.meta("clientCapabilities");
        if (capabilities == null || !capabilities.isObject()) {
            return invalidEnvelope("clientCapabilities");
        }
        JsonNode client = request.meta("clientInfo");
        if (client != null
                && !(client.path("name").isString() && client.path("version").isString())) {
            return invalidEnvelope("clientInfo");
        }
        return StandardHeaders.firstMismatch(request, headers);
    }

    private static Classified refused(RpcError error) {
        return new Classified.Refused(BAD_REQUEST, error);
    }

    private static RpcError invalidEnvelope(String member) {
        return RpcError.of(
                RpcError.INVALID_PARAMS,
                "Invalid params: params._meta[\"" + McpRequest.META_PREFIX + member + "\"] is missing or malformed");
    }
}
