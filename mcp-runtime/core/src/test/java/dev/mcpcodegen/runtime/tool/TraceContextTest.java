package dev.mcpcodegen.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vendor=value",
                "a=1,b=2",
                "a=1 ,\t b=2",
                "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE",
                "fw529a3039@dt=FfAAA,0a=x",
                "a=has blanks inside",
                "a=1,,b=2"
            })
    void takesWhatIsWellFormed(String state) {
        assertThat(TraceContext.of(PARENT, state)).contains(new TraceContext(PARENT, state));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nX-Evil: 1",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n",
                " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"
            })
    void T_B04_ignoresAMalformedParent(String parent) {
        assertThat(TraceContext.of(parent, "a=1")).isEmpty();
        assertThat(TraceContext.of(null, "a=1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "a",
                "A=1",
                "a=",
                "a=1,a=2",
                "a=b=c",
                "a=ü",
                "a=1\r\nX-Evil: 1",
                "a=1\n",
                "a=\u0000",
                "@b=1"
            })
    void T_B04_ignoresAMalformedState(String state) {
        assertThat(TraceContext.of(PARENT, state)).contains(new TraceContext(PARENT, null));
    }

    @Test
    void takesAStateOfAtMost512CharactersAnd32Members() {
        String longest = "a=" + "x".repeat(254) + ",b=" + "y".repeat(253);
        assertThat(longest).hasSize(512);
        String members = IntStream.range(0, 33).mapToObj(i -> "k" + i + "=1").collect(Collectors.joining(","));

        assertThat(TraceContext.of(PARENT, longest).orElseThrow().state()).isEqualTo(longest);
        assertThat(TraceContext.of(PARENT, longest + "y").orElseThrow().state()).isNull();
        assertThat(TraceContext.of(PARENT, members).orElseThrow().state()).isNull();
    }

    @Test
    void takesOfALaterVersionWhatThisOneKnows() {
        assertThat(TraceContext.of("cc" + PARENT.substring(2) + "-what.the.future.will.be", null))
                .contains(new TraceContext(PARENT, null));
    }
}
