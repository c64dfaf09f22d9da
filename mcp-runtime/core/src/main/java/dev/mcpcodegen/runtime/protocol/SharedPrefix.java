package dev.mcpcodegen.runtime.protocol;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that many answers begin with, compressed once for all of them. Thread-safe; the bytes are shared, never to be changed.
 *
 * <p>What an answer adds follows as stored blocks of the same gzip member (RFC 1951, section 3.2.4): some clients read only the first
 * member of a file with several.
 */
public final class SharedPrefix {

    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int MAX_STORED = 0xffff;

    private final byte[] plain;
    private volatile @Nullable Compressed compressed;

    public SharedPrefix(byte[] plain) {
        this.plain = plain;
    }

    /** The bytes as they are. */
    byte[] plain() {
        return plain;
    }

    /** The whole content, which goes on with {@code rest}, as one gzip member (RFC 1952). */
    List<byte[]> gzip(byte[] rest) {
        Compressed start = compressed();
        return List.of(start.bytes, end(start.crc, rest));
    }

    /** Compressing twice does no harm, so racing first answers are not made to wait. */
    private Compressed compressed() {
        Compressed known = compressed;
        if (known == null) {
            known = compress(plain);
            compressed = known;
        }
        return known;
    }

    private static Compressed compress(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + GZIP_HEADER.length);
        bytes.writeBytes(GZIP_HEADER);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            byte[] chunk = new byte[8 << 10];
            int count;
            do {
                count = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
                bytes.write(chunk, 0, count);
            } while (count == chunk.length);
        } finally {
            deflater.end();
        }
        CRC32 crc = new CRC32();
        crc.update(plain);
        return new Compressed(bytes.toByteArray(), (int) crc.getValue());
    }

    private byte[] end(int crc, byte[] rest) {
        ByteArrayOutputStream end = new ByteArrayOutputStream(rest.length + 16);
        int offset = 0;
        do {
            int count = Math.min(MAX_STORED, rest.length - offset);
            end.write(offset + count == rest.length ? 1 : 0);
            writeLittleEndian(end, count, 2);
            writeLittleEndian(end, ~count, 2);
            end.write(rest, offset, count);
            offset += count;
        } while (offset < rest.length);
        writeLittleEndian(end, Crc.continued(crc, rest), 4);
        writeLittleEndian(end, plain.length + rest.length, 4);
        return end.toByteArray();
    }

    private static void writeLittleEndian(ByteArrayOutputStream output, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            output.write(value >>> (8 * i));
        }
    }

    /** The member's beginning, which ends on a whole byte, and the checksum of what is in it. */
    private static final class Compressed {

        private final byte[] bytes;
        private final int crc;

        Compressed(byte[] bytes, int crc) {
            this.bytes = bytes;
            this.crc = crc;
        }
    }

    /** The checksum of gzip from a known state on, which the JDK's cannot be started with (RFC 1952, section 8). */
    private static final class Crc {

        private static final int[] TABLE = table();

        static int continued(int crc, byte[] bytes) {
            int state = ~crc;
            for (byte next : bytes) {
                state = TABLE[(state ^ next) & 0xff] ^ (state >>> 8);
            }
            return ~state;
        }

        private static int[] table() {
            int[] table = new int[256];
            for (int i = 0; i < table.length; i++) {
                int value = i;
                for (int bit = 0; bit < 8; bit++) {
                    value = (value & 1) == 0 ? value >>> 1 : 0xedb88320 ^ (value >>> 1);
                }
                table[i] = value;
            }
            return table;
        }
    }
}
