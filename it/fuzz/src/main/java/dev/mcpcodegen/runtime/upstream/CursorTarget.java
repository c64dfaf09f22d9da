package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Caller;
import dev.mcpcodegen.runtime.access.Capability;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.StaticGrants;
import dev.mcpcodegen.runtime.access.Subject;
import dev.mcpcodegen.runtime.protocol.HeaderValue;
import dev.mcpcodegen.runtime.protocol.MalformedHeaderException;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what only this server can have written: cursors and tokens. Nothing that was changed or made up is ever taken, and every refusal is
 * of the one kind that callers are told.
 */
public final class CursorTarget {

    private static final CursorCodec CODEC = new CursorCodec(CursorKey.derive("fuzz"));
    private static final UpstreamCall CALL = call();
    private static final String GOOD = CODEC.encode(CALL, new PagePosition("token", 7, 20, 40));

    private CursorTarget() {}

    /** What Jazzer calls: the data as a cursor, as changes of a good one, as a token, as a header. */
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        String text = new String(data, StandardCharsets.ISO_8859_1);
        refused(text);
        refused(changed(data));
        StaticGrants.none()
                .find(new Caller(text, text))
                .toCompletableFuture()
                .get()
                .ifPresent(grant -> {
                    throw new IllegalStateException("A token that was made up was taken");
                });
        try {
            HeaderValue.decoded(name -> List.of(text), "Mcp-Name");
        } catch (MalformedHeaderException e) {
            return;
        }
    }

    private static void refused(String cursor) {
        if (cursor.equals(GOOD)) {
            return;
        }
        try {
            CODEC.decode(CALL, cursor);
        } catch (UpstreamFailure e) {
            return;
        }
        throw new IllegalStateException("A cursor that was never handed out was taken");
    }

    /** Pairs of bytes say what stands where instead. */
    private static String changed(byte[] data) {
        byte[] cursor = GOOD.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i + 1 < data.length; i += 2) {
            cursor[(data[i] & 0xff) % cursor.length] = data[i + 1];
        }
        int length = data.length % 5 == 4 ? cursor.length - 1 : cursor.length;
        return new String(Arrays.copyOf(cursor, length), StandardCharsets.ISO_8859_1);
    }

    private static UpstreamCall call() {
        Account account = new Account("tenant", "account", "fuzz", "https://vendor.example", false);
        return new UpstreamCall(
                Integration.builder("fuzz").build(),
                ToolDescriptor.builder("list_all_fuzz_things")
                        .definition(ToolJson.MAPPER.createObjectNode())
                        .build(),
                new Grant("fuzz", account, new Subject.Server("fuzz"), Capability.ALL, null),
                UpstreamRequest.get("/things").build(),
                null,
                null,
                Instant.MAX,
                null);
    }
}
