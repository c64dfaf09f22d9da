package dev.mcpcodegen.runtime.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                    | true",
                "gzip, deflate, br       | true",
                "br ;q=1.0, GZIP;q=0.001 | true",
                "gzip;q=0                | false",
                "gzip ; q=0.000          | false",
                "deflate, br             | false",
                "x-gzip                  | false",
                "*                       | false",
                "identity, gzip          | true"
            })
    void takesWhatIsNamed(String value, boolean allowed) {
        assertThat(AcceptEncoding.allowsGzip(Arrays.asList("identity", value))).isEqualTo(allowed);
    }

    @Test
    void nothingIsCompressedForWhoDoesNotAsk() {
        assertThat(AcceptEncoding.allowsGzip(List.of())).isFalse();
    }
}
