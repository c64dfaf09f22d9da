package dev.mcpcodegen.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "0,1",
        "1,0",
        "1,1",
        "100,30",
        "8192,30",
        "200000,30",
        "3000000,30",
        "50,65535",
        "50,65536",
        "50,200000"
    })
    void isOneGzipMemberOfBothParts(int prefixLength, int restLength) throws IOException {
        byte[] prefix = bytes(prefixLength);
        byte[] rest = bytes(restLength);

        byte[] gzip = join(new SharedPrefix(prefix).gzip(rest));

        ByteArrayInputStream input = new ByteArrayInputStream(gzip);
        byte[] read = new GZIPInputStream(input, 1).readAllBytes();
        assertThat(read).isEqualTo(join(List.of(prefix, rest)));
        assertThat(input.available()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1,2", "2,1"})
    void isTheSameBytesEveryTime(int first, int second) {
        SharedPrefix prefix = new SharedPrefix(bytes(1000));

        byte[] one = join(prefix.gzip(bytes(first)));
        prefix.gzip(bytes(second));

        assertThat(join(prefix.gzip(bytes(first)))).isEqualTo(one);
    }

    /** Half of it compresses well, half does not. */
    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        for (int i = 0; i < length / 2; i++) {
            bytes[i] = (byte) ('a' + i % 7);
        }
        return bytes;
    }

    private static byte[] join(List<byte[]> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pieces.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
