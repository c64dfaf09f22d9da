package dev.mcpcodegen.runtime.files;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to a vendor.
 *
 * @param filename its name, for who has no better one; null when not known
 * @param mediaType what it is; null when not known
 * @param length its bytes; negative when not known
 * @param content its bytes, for one subscriber, who asks for one buffer at a time and copies what it keeps of it beyond {@code onNext}
 */
public record FileSource(
        @Nullable String filename, @Nullable String mediaType, long length, Flow.Publisher<ByteBuffer> content) {}
