package dev.mcpcodegen.runtime.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the results of everything but a tool call, each as a JSON object. Thread-safe. */
public final class ResultWriter {

    /** How long a client may trust the answer to {@code server/discover}: one hour. */
    private static final int DISCOVER_TTL_MILLIS = 3_600_000;

    /** How long a client may trust a list of tools: five minutes, so that a change of rights shows soon. */
    public static final Duration LIST_TTL = Duration.ofMinutes(5);

    private final ServerInfo server;

    public ResultWriter(ServerInfo server) {
        this.server = server;
    }

    /** The answer to {@code ping}. */
    public static byte[] empty() {
        return utf8("{}");
    }

    /** The answer to {@code initialize}: the handshake of the legacy era. */
    public byte[] initialize(Revision revision) {
        return JsonText.write(generator -> {
            generator.writeStartObject();
            generator.writeStringProperty("protocolVersion", revision.date());
            writeCapabilities(generator);
            generator.writeName("serverInfo");
            writeServerInfo(generator, server);
            writeInstructions(generator);
            generator.writeEndObject();
        });
    }

    /** The answer to {@code server/discover}. */
    public byte[] discover() {
        return JsonText.write(generator -> {
            generator.writeStartObject();
            generator.writeStringProperty("resultType", "complete");
            generator.writeArrayPropertyStart("supportedVersions");
            Revision.dates(Era.MODERN).forEach(generator::writeString);
            generator.writeEndArray();
            writeCapabilities(generator);
            writeInstructions(generator);
            writeCaching(generator, DISCOVER_TTL_MILLIS);
            generator.writeObjectPropertyStart("_meta");
            writeServerInfoMeta(generator, server);
            generator.writeEndObject();
            generator.writeEndObject();
        });
    }

    /**
     * The answer to {@code tools/list} but for its id.
     *
     * @param tools definitions as {@code revision} knows them
     * @param nextCursor null on the last page
     * @param ttl how long a client may trust it
     */
    public SharedPrefix listTools(Revision revision, List<byte[]> tools, @Nullable String nextCursor, Duration ttl) {
        return McpAnswer.prefix(JsonText.write(generator -> {
            generator.writeStartObject();
            if (revision.era() == Era.MODERN) {
                generator.writeStringProperty("resultType", "complete");
            }
            generator.writeArrayPropertyStart("tools");
            for (byte[] tool : tools) {
                generator.writeRawValue(new String(tool, StandardCharsets.UTF_8));
            }
            generator.writeEndArray();
            if (nextCursor != null) {
                generator.writeStringProperty("nextCursor", nextCursor);
            }
            if (revision.era() == Era.MODERN) {
                writeCaching(generator, ttl.toMillis());
                generator.writeObjectPropertyStart("_meta");
                writeServerInfoMeta(generator, server);
                generator.writeEndObject();
            }
            generator.writeEndObject();
        }));
    }

    static void writeServerInfoMeta(JsonGenerator generator, ServerInfo server) {
        generator.writeName(McpRequest.META_PREFIX + "serverInfo");
        writeServerInfo(generator, server);
    }

    private static void writeServerInfo(JsonGenerator generator, ServerInfo server) {
        generator.writeStartObject();
        generator.writeStringProperty("name", server.name());
        generator.writeStringProperty("title", server.title());
        generator.writeStringProperty("version", server.version());
        generator.writeEndObject();
    }

    private static void writeCapabilities(JsonGenerator generator) {
        generator.writeObjectPropertyStart("capabilities");
        generator.writeObjectPropertyStart("tools");
        generator.writeEndObject();
        generator.writeEndObject();
    }

    private void writeInstructions(JsonGenerator generator) {
        if (server.instructions() != null) {
            generator.writeStringProperty("instructions", server.instructions());
        }
    }

    /** Private, because what is seen depends on the caller. */
    private static void writeCaching(JsonGenerator generator, long ttlMillis) {
        generator.writeNumberProperty("ttlMs", ttlMillis);
        generator.writeStringProperty("cacheScope", "private");
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
