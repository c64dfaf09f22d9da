package dev.mcpcodegen.runtime.protocol;

import dev.mcpcodegen.runtime.tool.Content;
import dev.mcpcodegen.runtime.tool.RateLimit;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Writes what a tool answered as the result of {@code tools/call} (MCP, CallToolResult). Thread-safe. */
public final class ToolResultWriter {

    private static final String META_PREFIX = "dev.mcpcodegen/";

    private final ServerInfo server;

    public ToolResultWriter(ServerInfo server) {
        this.server = server;
    }

    /** Returns the result as a JSON object. */
    public byte[] write(Revision revision, ToolResult result) {
        return JsonText.write(generator -> {
            generator.writeStartObject();
            if (revision.era() == Era.MODERN) {
                generator.writeStringProperty("resultType", "complete");
            }
            writeContent(generator, revision, result);
            writeStructured(generator, revision, result);
            if (result.isError()) {
                generator.writeBooleanProperty("isError", true);
            }
            writeMeta(generator, revision.era(), result);
            generator.writeEndObject();
        });
    }

    private static void writeContent(JsonGenerator generator, Revision revision, ToolResult result) {
        generator.writeArrayPropertyStart("content");
        for (Content block : result.content()) {
            generator.writeStartObject();
            writeBlock(generator, known(block, revision));
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    /** A block that the revision does not know becomes a text that says what it was. */
    private static Content known(Content block, Revision revision) {
        if (block instanceof Content.ResourceLink link && revision.compareTo(Revision.R2025_06_18) < 0) {
            return new Content.Text(link.name() + " (" + link.mimeType() + "): " + link.uri());
        }
        if (block instanceof Content.Audio audio && revision.compareTo(Revision.R2025_03_26) < 0) {
            return new Content.Text(
                    "Audio (" + audio.mimeType() + "), which this client's version of MCP cannot take.");
        }
        return block;
    }

    private static void writeBlock(JsonGenerator generator, Content block) {
        if (block instanceof Content.Text text) {
            writeTexts(generator, "type", "text", "text", text.text());
        } else if (block instanceof Content.Image image) {
            writeTexts(generator, "type", "image", "data", image.data(), "mimeType", image.mimeType());
        } else if (block instanceof Content.Audio audio) {
            writeTexts(generator, "type", "audio", "data", audio.data(), "mimeType", audio.mimeType());
        } else if (block instanceof Content.ResourceLink link) {
            writeTexts(generator, "type", "resource_link", "uri", link.uri(), "name", link.name());
            writeTexts(generator, "mimeType", link.mimeType());
        } else if (block instanceof Content.TextResource file) {
            writeResource(generator, "uri", file.uri(), "mimeType", file.mimeType(), "text", file.text());
        } else if (block instanceof Content.BlobResource file) {
            writeResource(generator, "uri", file.uri(), "mimeType", file.mimeType(), "blob", file.blob());
        }
    }

    private static void writeResource(JsonGenerator generator, String... namesAndValues) {
        generator.writeStringProperty("type", "resource");
        generator.writeObjectPropertyStart("resource");
        writeTexts(generator, namesAndValues);
        generator.writeEndObject();
    }

    private static void writeTexts(JsonGenerator generator, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            generator.writeStringProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    /** Never on errors, because clients would check them against the output schema. */
    private static void writeStructured(JsonGenerator generator, Revision revision, ToolResult result) {
        JsonNode structured = result.structured();
        if (structured != null && takesStructured(revision, structured) && !result.isError()) {
            generator.writeName("structuredContent");
            generator.writeTree(structured);
        }
    }

    private static boolean takesStructured(Revision revision, JsonNode structured) {
        return revision.era() == Era.MODERN || (structured.isObject() && revision.compareTo(Revision.R2025_06_18) >= 0);
    }

    private void writeMeta(JsonGenerator generator, Era era, ToolResult result) {
        boolean tellsRateLimit = result.rateLimit() != null && !result.isError();
        if (era == Era.LEGACY && !result.isError() && !tellsRateLimit) {
            return;
        }
        generator.writeObjectPropertyStart("_meta");
        if (era == Era.MODERN) {
            ResultWriter.writeServerInfoMeta(generator, server);
        }
        if (result.error() != null) {
            generator.writeName(META_PREFIX + "error");
            writeError(generator, result.error(), result.rateLimit());
        } else if (result.rateLimit() != null) {
            generator.writeName(META_PREFIX + "rateLimit");
            writeRateLimit(generator, result.rateLimit());
        }
        generator.writeEndObject();
    }

    private static void writeError(JsonGenerator generator, ToolError error, @Nullable RateLimit rateLimit) {
        generator.writeStartObject();
        generator.writeStringProperty("kind", error.kind().wireName());
        generator.writeStringProperty("source", error.source());
        writeNumber(
                generator,
                "status",
                error.status() == null ? null : error.status().longValue());
        writeNumber(generator, "retryAfter", error.retryAfterSeconds());
        if (rateLimit != null) {
            generator.writeName("rateLimit");
            writeRateLimit(generator, rateLimit);
        }
        if (error.upstreamCode() != null || error.upstreamMessage() != null) {
            generator.writeObjectPropertyStart("upstream");
            writeText(generator, "code", error.upstreamCode());
            writeText(generator, "message", error.upstreamMessage());
            generator.writeEndObject();
        }
        generator.writeEndObject();
    }

    private static void writeRateLimit(JsonGenerator generator, RateLimit rateLimit) {
        generator.writeStartObject();
        writeWindow(generator, rateLimit.limit(), rateLimit.remaining(), rateLimit.resetSeconds());
        if (!rateLimit.policies().isEmpty()) {
            generator.writeArrayPropertyStart("policies");
            for (RateLimit.Policy policy : rateLimit.policies()) {
                generator.writeStartObject();
                generator.writeStringProperty("name", policy.name());
                writeWindow(generator, policy.limit(), policy.remaining(), policy.resetSeconds());
                generator.writeEndObject();
            }
            generator.writeEndArray();
        }
        generator.writeEndObject();
    }

    private static void writeWindow(
            JsonGenerator generator, @Nullable Long limit, @Nullable Long remaining, @Nullable Long reset) {
        writeNumber(generator, "limit", limit);
        writeNumber(generator, "remaining", remaining);
        writeNumber(generator, "reset", reset);
    }

    private static void writeNumber(JsonGenerator generator, String name, @Nullable Long value) {
        if (value != null) {
            generator.writeNumberProperty(name, value);
        }
    }

    private static void writeText(JsonGenerator generator, String name, @Nullable String value) {
        if (value != null) {
            generator.writeStringProperty(name, value);
        }
    }
}
