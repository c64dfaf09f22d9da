package dev.mcpcodegen.runtime.upstream;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Grows with what comes: a large body is copied once, and one that drips costs no object a byte. */
final class BodyBuffer {

    private static final int SMALLEST_BLOCK = 8 * 1024;
    private static final int LARGEST_BLOCK = 1024 * 1024;

    private final List<ByteBuffer> blocks = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    void add(ByteBuffer content) {
        while (content.hasRemaining()) {
            ByteBuffer block = blockWithRoom();
            int length = Math.min(block.remaining(), content.remaining());
            block.put(content.slice().limit(length));
            content.position(content.position() + length);
            size += length;
        }
    }

    private ByteBuffer blockWithRoom() {
        if (blocks.isEmpty() || !blocks.get(blocks.size() - 1).hasRemaining()) {
            blocks.add(ByteBuffer.allocate(Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, size))));
        }
        return blocks.get(blocks.size() - 1);
    }

    byte[] toByteArray() {
        ByteBuffer whole = ByteBuffer.allocate(size);
        blocks.forEach(block -> whole.put(block.flip()));
        blocks.clear();
        return whole.array();
    }
}
