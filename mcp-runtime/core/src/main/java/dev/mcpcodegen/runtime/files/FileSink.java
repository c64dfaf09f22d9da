package dev.mcpcodegen.runtime.files;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Where a vendor's file goes. */
public interface FileSink {

    /**
     * Takes the head and returns who takes the bytes, one buffer at a time, each of which is good until {@code onNext} returns. Called at
     * most once, and not at all when the vendor has no file to give.
     */
    Flow.Subscriber<ByteBuffer> begin(FileHead head);
}
