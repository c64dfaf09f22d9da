package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.NameValue;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it leaves, credential included; so it is never printed.
 *
 * @param uri where it goes, byte for byte
 * @param content the body; null for none
 * @param allowPrivateAddress whether the host may be at a loopback or private network address
 * @param maxAnswerBytes how much of an answer is taken, after decompression
 */
record WireRequest(
        String method,
        URI uri,
        List<NameValue> headers,
        @Nullable BodyContent content,
        boolean allowPrivateAddress,
        int maxAnswerBytes) {

    @Override
    public String toString() {
        return method + " ***";
    }
}
