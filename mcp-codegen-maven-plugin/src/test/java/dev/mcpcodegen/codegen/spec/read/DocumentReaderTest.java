package dev.mcpcodegen.codegen.spec.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    @TempDir
    private Path folder;

    private final Origins origins = new Origins();
    private final Diagnostics diagnostics = new Diagnostics();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yes | \"yes\"",
                "on | \"on\"",
                "010 | 10",
                "0o17 | 15",
                "0x1F | 31",
                "1_000 | \"1_000\"",
                "1:30 | \"1:30\"",
                "2020-01-01 | \"2020-01-01\"",
                "<< | \"<<\"",
                "~ | null",
                "Null | null",
                "True | true",
                "'true' | \"true\"",
                "1.10 | 1.10",
                "+12 | 12",
                ".5 | 0.5",
                "-1e3 | -1E+3",
                "12345678901234567890123 | 12345678901234567890123",
                "0.1234567890123456789012345 | 0.1234567890123456789012345",
                "!!str 12 | \"12\"",
                "'<<' | \"<<\"",
                "= | \"=\""
            })
    void readsPlainScalarsByTheCoreSchema(String yaml, String json) throws IOException {
        assertThat(yaml("a: " + yaml).get("a")).hasToString(json);
    }

    @Test
    void readsEmptyValuesAsNull() throws IOException {
        assertThat(yaml("a:\nb: ''")).hasToString("{\"a\":null,\"b\":\"\"}");
    }

    @Test
    void expandsAliasesAndMergeKeys() throws IOException {
        assertThat(yaml("x: &x {a: 1, b: 2}\ny: *x\nz:\n  <<: *x\n  b: 3\n"))
                .hasToString("{\"x\":{\"a\":1,\"b\":2},\"y\":{\"a\":1,\"b\":2},\"z\":{\"a\":1,\"b\":3}}");
    }

    @Test
    void firstOfSeveralMergedObjectsWins() throws IOException {
        assertThat(yaml("x: &x {a: 1}\ny: &y {a: 2, b: 2}\nz:\n  <<: [*x, *y]\n")
                        .get("z"))
                .hasToString("{\"a\":1,\"b\":2}");
    }

    @Test
    void keepsKeysThatLookLikeOtherThingsAsText() throws IOException {
        assertThat(yaml("200: a\nnull: b\ntrue: c\n1.0: d"))
                .hasToString("{\"200\":\"a\",\"null\":\"b\",\"true\":\"c\",\"1.0\":\"d\"}");
    }

    @Test
    void marksLinesInYamlAndJson() throws IOException {
        JsonNode yaml = yaml("a: 1\nb:\n  c:\n    - x\n    - {d: 1}\n");
        assertThat(origins.locate(yaml, "/b/c/1/d")).hasToString("t.yaml#/b/c/1/d (line 5)");
        assertThat(origins.locate(yaml, "/b")).hasToString("t.yaml#/b (line 2)");
        JsonNode json =
                read("t.json", "{\n \"a\": [\n  1,\n  2\n ],\n \"b\": true\n}").orElseThrow();
        assertThat(origins.locate(json, "/a/1")).hasToString("t.json#/a/1 (line 4)");
        assertThat(origins.locate(json, "/b")).hasToString("t.json#/b (line 6)");
        assertThat(origins.locate(json, "/a/7/missing")).hasToString("t.json#/a (line 2)");
    }

    @Test
    void keepsLargeNumbersOfJsonExact() throws IOException {
        JsonNode json = read("t.json", "{\"a\": 123456789012345678901234567890, \"b\": 1.000000000000000000001}")
                .orElseThrow();
        assertThat(json.get("b").decimalValue()).isEqualTo(new BigDecimal("1.000000000000000000001"));
        assertThat(json.get("a").bigIntegerValue()).hasToString("123456789012345678901234567890");
    }

    @Test
    void refusesDuplicateKeysWithBothPlaces() throws IOException {
        assertThat(read("t.yaml", "a:\n  b: 1\n  c: 2\n  b: 3\n")).isEmpty();
        assertThat(read("t.json", "{\"a\":\n 1,\n \"a\": 2}")).isEmpty();
        assertThat(diagnostics.all())
                .extracting(d -> d.location() + " " + d.message())
                .containsExactly(
                        "t.yaml (line 4) The key \"b\" is there twice, first in line 2.",
                        "t.json (line 3) The key \"a\" is there twice, first in line 1.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!java.net.URL [http://localhost/]",
                "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
                "a: !custom 1",
                "a: !!binary aGk=",
                "a: !!set {x, y}",
                "a: !!timestamp 2020-01-01",
                "a: .inf",
                "a: .NaN",
                "{[1, 2]: a}",
                "a: 1\n---\nb: 2",
                "a: *missing",
                "a: [1",
                "a: &a [*a]",
                "a: &a {b: *a}",
                "<<: 1",
                "",
                "a: \"\u0001\"",
                "a: 1e99999"
            })
    void refusesWhatIsNoPlainDocument(String yaml) throws IOException {
        assertThat(read("t.yaml", yaml)).isEmpty();
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"a\":1} x", "{\"a\":1}{}", "{'a':1}", "{\"a\":01}", "[1,]", "{\"a\":NaN}", "// c\n{}"
            })
    void refusesWhatIsNoJson(String json) throws IOException {
        assertThat(read("t.json", json)).isEmpty();
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws IOException {
        Path file = folder.resolve("t.yaml");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xC3, '('});
        assertThat(reader(ReadLimits.defaults()).tree(file, "t.yaml")).isEmpty();
        assertThat(diagnostics.all()).extracting(Diagnostic::message).containsExactly("The file is not UTF-8.");
    }

    @Test
    void skipsAByteOrderMark() throws IOException {
        assertThat(yaml("\uFEFFa: 1")).hasToString("{\"a\":1}");
    }

    @Test
    void refusesFilesThatAreTooLarge() throws IOException {
        Path file = Files.writeString(folder.resolve("t.yaml"), "a: " + "x".repeat(200));
        assertThat(reader(new ReadLimits(100, 100, 50, 1000)).tree(file, "t.yaml"))
                .isEmpty();
        assertThat(diagnostics.all())
                .extracting(Diagnostic::message)
                .containsExactly("The file is larger than 100 bytes.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void T_A07_refusesBombsQuickly(String name, String file, String text) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            long before = threads.getCurrentThreadAllocatedBytes();
            assertThat(read(file, text)).isEmpty();
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(256L << 20);
            assertThat(diagnostics.hasErrors()).isTrue();
            assertThat(diagnostics.all())
                    .allSatisfy(d -> assertThat(d.message()).hasSizeLessThan(500));
        });
    }

    static Stream<Arguments> T_A07_refusesBombsQuickly() {
        String laughs = "a0: &a0 [x]\n"
                + IntStream.range(1, 30)
                        .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "x]\n")
                        .collect(Collectors.joining());
        String quadratic = "a: &a [" + "x,".repeat(100_000) + "x]\nb: [" + "*a,".repeat(48) + "x]\n";
        String merges = "m0: &m0 {k: v}\n"
                + IntStream.range(1, 20)
                        .mapToObj(i -> "m" + i + ": &m" + i + " {<<: [" + ("*m" + (i - 1) + ",").repeat(5) + "*m0]}\n")
                        .collect(Collectors.joining());
        String deepAliases =
                "a0: &a0 " + "[".repeat(60) + "]".repeat(60) + "\na1: " + "[".repeat(60) + "*a0" + "]".repeat(60);
        String longText = "a: &a " + "x".repeat(1_000_000) + "\nb: [" + "*a,".repeat(1000) + "x]";
        return Stream.of(
                Arguments.of("billion laughs", "t.yaml", laughs),
                Arguments.of("quadratic aliases", "t.yaml", quadratic),
                Arguments.of("merge keys of merge keys", "t.yaml", merges),
                Arguments.of("aliases that nest", "t.yaml", deepAliases),
                Arguments.of("scalar alias of a long text", "t.yaml", longText),
                Arguments.of("flow nesting", "t.yaml", "[".repeat(1_000_000)),
                Arguments.of("block nesting", "t.yaml", "- ".repeat(50_000) + "x"),
                Arguments.of("nested JSON", "t.json", "[".repeat(1_000_000)),
                Arguments.of("number of a million digits", "t.yaml", "a: " + "9".repeat(1_000_000)),
                Arguments.of("number of a million digits in JSON", "t.json", "{\"a\": " + "9".repeat(1_000_000) + "}"),
                Arguments.of("a million blanks", "t.yaml", "a:" + " ".repeat(1_000_000) + "b"),
                Arguments.of("exponent", "t.json", "{\"a\": 1e999999999}"),
                Arguments.of("alias to itself", "t.yaml", "a: &a {b: [*a, *a]}"));
    }

    private JsonNode yaml(String text) throws IOException {
        return read("t.yaml", text)
                .orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
    }

    private Optional<JsonNode> read(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return reader(ReadLimits.defaults()).tree(file, name);
    }

    private DocumentReader reader(ReadLimits limits) {
        return new DocumentReader(limits, origins, diagnostics);
    }
}
