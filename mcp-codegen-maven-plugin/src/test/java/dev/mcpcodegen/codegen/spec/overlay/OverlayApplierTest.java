package dev.mcpcodegen.codegen.spec.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.spec.read.DocumentReader;
import dev.mcpcodegen.codegen.spec.read.ReadLimits;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlayApplierTest {

    private static final String HEAD = "overlay: 1.1.0\ninfo: {title: t, version: '1'}\nactions:\n";

    private final Origins origins = new Origins();
    private final Diagnostics diagnostics = new Diagnostics();
    private final DocumentReader reader = new DocumentReader(ReadLimits.defaults(), origins, diagnostics);

    @Test
    void mergesObjectsConcatenatesArraysReplacesPrimitives() {
        assertThat(apply("{a: {x: 1, l: [1], k: keep}}", "- {target: $.a, update: {x: 2, l: [2], n: {m: 1}}}"))
                .hasToString("{\"a\":{\"x\":2,\"l\":[1,2],\"k\":\"keep\",\"n\":{\"m\":1}}}");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void appliesActionsInOrderEachOnTheResultOfTheLast() {
        assertThat(apply("{a: {}}", "- {target: $.a, update: {b: {}}}\n- {target: $.a.b, update: {c: 1}}"))
                .hasToString("{\"a\":{\"b\":{\"c\":1}}}");
    }

    @Test
    void updatesEveryNodeWithACopyOfItsOwn() {
        ObjectNode document =
                apply("{a: {}, b: {}}", "- {target: $.*, update: {t: {u: 1}}}\n- {target: $.a.t, update: {v: 2}}");
        assertThat(document).hasToString("{\"a\":{\"t\":{\"u\":1,\"v\":2}},\"b\":{\"t\":{\"u\":1}}}");
    }

    @Test
    void appendsToArrays() {
        assertThat(apply("{l: [1]}", "- {target: $.l, update: [2, 3]}")).hasToString("{\"l\":[1,2,3]}");
        assertThat(apply("{l: [1]}", "- {target: $.l, update: {a: 1}}")).hasToString("{\"l\":[1,{\"a\":1}]}");
    }

    @Test
    void appendsAnArrayAsOneElementInVersion10() {
        assertThat(overlay("{l: [1]}", HEAD.replace("1.1.0", "1.0.0") + "- {target: $.l, update: [2]}"))
                .hasToString("{\"l\":[1,[2]]}");
    }

    @Test
    void replacesPrimitivesInVersion11Only() {
        assertThat(apply("{a: x}", "- {target: $.a, update: y}")).hasToString("{\"a\":\"y\"}");
        assertThat(diagnostics.all()).isEmpty();
        assertThat(overlay("{a: x}", HEAD.replace("1.1.0", "1.0.0") + "- {target: $.a, update: y}"))
                .hasToString("{\"a\":\"x\"}");
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @Test
    void removesMembersAndElementsHoweverManyAreSelected() {
        assertThat(apply(
                        "{l: [1, 2, 3, 4], a: 1}",
                        "- {target: '$.l[0,2,0]', remove: true}\n- {target: $.a, remove: true}"))
                .hasToString("{\"l\":[2,4]}");
        assertThat(apply("{a: {a: {a: 1}}}", "- {target: $..a, remove: true}")).hasToString("{}");
    }

    @Test
    void removeWinsOverUpdate() {
        assertThat(apply("{a: {}}", "- {target: $.a, update: {b: 1}, remove: true}"))
                .hasToString("{}");
    }

    @Test
    void copiesOneNodeAlsoIntoItself() {
        assertThat(apply("{a: {x: 1}, b: {}}", "- {target: $.b, copy: $.a}"))
                .hasToString("{\"a\":{\"x\":1},\"b\":{\"x\":1}}");
        assertThat(apply("{a: {x: {}}}", "- {target: $.a.x, copy: $.a}")).hasToString("{\"a\":{\"x\":{\"x\":{}}}}");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void emptyMembersOfAStructuredUpdateChangeNothing() {
        assertThat(apply("{a: {x: 1}, b: y}", "- target: $\n  update:\n    a:\n    c: 1"))
                .hasToString("{\"a\":{\"x\":1},\"b\":\"y\",\"c\":1}");
    }

    @Test
    void tellsTargetsThatMatchNothingAtTheirPlace() {
        apply("{a: 1}", "- target: $.b\n  update: {}\n- target: $.c\n  update: {}");
        assertThat(diagnostics.all())
                .extracting(d -> d.severity() + " " + d.location() + " " + d.message())
                .containsExactly(
                        "WARNING o.yaml#/actions/0 (line 4) The target $.b matches nothing.",
                        "WARNING o.yaml#/actions/1 (line 6) The target $.c matches nothing.");
    }

    @Test
    void knowsThatWhatItAddedWasWrittenInTheOverlay() {
        ObjectNode document = apply("{a: {x: 1}}", "- target: $.a\n  update:\n    x: 2\n    m:\n      n: 3");
        assertThat(origins.locate(document, "/a/m/n")).hasToString("o.yaml#/actions/0/update/m/n (line 8)");
        assertThat(origins.locate(document, "/a/x")).hasToString("o.yaml#/actions/0/update/x (line 6)");
        assertThat(origins.locate(document, "/a")).hasToString("d.yaml#/a (line 1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- {target: $.a, update: {x: {}}}",
                "- {target: $.a, update: {l: {}}}",
                "- {target: $.a, update: text}",
                "- {target: $.*, update: {x: 1}}",
                "- {target: $.a}",
                "- {update: {}}",
                "- {target: 1, update: {}}",
                "- {target: '$.a[', update: {}}",
                "- {target: a.b, update: {}}",
                "- {target: $, remove: true}",
                "- {target: $.a, remove: 'yes'}",
                "- {target: $.a, copy: $.nothing}",
                "- {target: $.a, copy: $.*}",
                "- {target: $.a, copy: $.b, update: {}}",
                "- text",
            })
    void refusesBadActionsAndChangesNothing(String action) {
        assertThat(apply("{a: {x: 1, l: [1]}, b: text}", action))
                .hasToString("{\"a\":{\"x\":1,\"l\":[1]},\"b\":\"text\"}");
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overlay: 2.0.0\ninfo: {title: t, version: '1'}\nactions: [{target: $, update: {z: 1}}]",
                "overlay: 1.1\ninfo: {title: t, version: '1'}\nactions: [{target: $, update: {z: 1}}]",
                "info: {title: t, version: '1'}\nactions: [{target: $, update: {z: 1}}]",
                "overlay: 1.1.0\ninfo: {title: t, version: '1'}\nactions: []",
                "overlay: 1.1.0\ninfo: {title: t, version: '1'}",
                "overlay: 1.1.0\nactions: [{target: $.none, update: {}}]",
                "- 1"
            })
    void refusesBadDocuments(String overlay) {
        assertThat(overlay("{a: 1}", overlay)).hasToString("{\"a\":1}");
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @Test
    void tellsUnknownKeys() {
        apply("{a: {}}", "- {target: $.a, update: {b: 1}, updat: 1, x-note: fine}");
        assertThat(diagnostics.count(Severity.WARNING)).isEqualTo(1);
        assertThat(diagnostics.hasErrors()).isFalse();
    }

    private ObjectNode apply(String document, String actions) {
        return overlay(document, HEAD + actions);
    }

    private ObjectNode overlay(String document, String overlay) {
        ObjectNode tree = (ObjectNode) reader.yaml(document, "d.yaml", 0).orElseThrow();
        JsonNode read = reader.yaml(overlay, "o.yaml", 0).orElseThrow();
        new OverlayApplier(tree, origins, diagnostics).apply(read, "o.yaml");
        return tree;
    }
}
