package dev.mcpcodegen.codegen.spec.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.spec.read.DocumentReader;
import dev.mcpcodegen.codegen.spec.read.ReadLimits;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordApplierTest {

    private static final String PAGE = """
            ---
            resource: persons
            tags: [crm, people]
            ---
            # Persons

            Words for the page only.

            ## POST /persons
            Create a *person*. Requires `first_name` and
            [a mail](https://example.com).

            Returns the record <b>now</b>.

            - `emails`: addresses; pass an empty
              list when there are none
            - `additional.role_id`: what they may do
            """;

    private final Origins origins = new Origins();
    private final Diagnostics diagnostics = new Diagnostics();
    private final DocumentReader reader = new DocumentReader(ReadLimits.defaults(), origins, diagnostics);

    @ParameterizedTest
    @ValueSource(strings = {"/cards/:id", "cards/{id}", "/cards/{id}"})
    void aRecordMayBeHeadedByTheVendorsOwnKey(String heading) {
        String written = heading.equals("/cards/{id}") ? "/cards/:id" : heading;
        String document = "{paths: {'/cards/{id}': {get: {x-mcp-codegen-path: '" + written + "'}}}}";

        JsonNode applied = apply(document, "## GET " + heading + "\nReturns the card.");

        assertThat(applied.at("/paths/~1cards~1{id}/get/x-mcp/description").asText())
                .isEqualTo("Returns the card.");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void writesWordsResourceTagsAndArguments() {
        JsonNode record = apply("{paths: {/persons: {post: {}}}}", PAGE).at("/paths/~1persons/post/x-mcp");
        assertThat(record.path("description").asText())
                .isEqualTo("Create a person. Requires `first_name` and a mail.\n\nReturns the record now.");
        assertThat(record.path("resource").asText()).isEqualTo("persons");
        assertThat(record.path("tags")).hasToString("[\"crm\",\"people\"]");
        assertThat(record.at("/arguments/emails/description").asText())
                .isEqualTo("addresses; pass an empty list when there are none");
        assertThat(record.path("arguments")
                        .path("additional.role_id")
                        .path("description")
                        .asText())
                .isEqualTo("what they may do");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void warnsOfAKeyAmongTheWords() {
        apply("{paths: {/persons: {post: {}}}}", """
                ## POST /persons
                method: get_by_number
                Create a person. Note: the method: is not told.
                """);
        assertThat(diagnostics.all()).singleElement().satisfies(told -> {
            assertThat(told.severity()).isEqualTo(Severity.WARNING);
            assertThat(told.location().line()).isEqualTo(2);
            assertThat(told.message()).contains("\"method:\" looks like a key");
            assertThat(told.cure()).contains("x-mcp: {method: ...}");
        });
    }

    @Test
    void overlayWinsForResourceAndTagsRecordForWords() {
        JsonNode record = apply(
                        "{paths: {/persons: {post: {x-mcp: {resource: people, tags: [a], title: T, description: old,"
                                + " arguments: {emails: {name: mails, description: old}}}}}}}",
                        PAGE)
                .at("/paths/~1persons/post/x-mcp");
        assertThat(record.path("resource").asText()).isEqualTo("people");
        assertThat(record.path("tags")).hasToString("[\"a\"]");
        assertThat(record.path("title").asText()).isEqualTo("T");
        assertThat(record.path("description").asText()).startsWith("Create");
        assertThat(record.at("/arguments/emails/name").asText()).isEqualTo("mails");
        assertThat(record.at("/arguments/emails/description").asText()).startsWith("addresses");
    }

    @Test
    void wordsOfARenamedArgumentGoToTheVendorsName() {
        JsonNode arguments = apply("{paths: {/persons: {post: {x-mcp: {arguments: {mails: {name: emails}}}}}}}", PAGE)
                .at("/paths/~1persons/post/x-mcp/arguments");
        assertThat(arguments.at("/mails/description").asText()).startsWith("addresses");
        assertThat(arguments.has("emails")).isFalse();
    }

    @Test
    void resourceOfThePathItemStays() {
        JsonNode tree = apply("{paths: {/persons: {x-mcp: {resource: people}, post: {}}}}", PAGE);
        assertThat(tree.at("/paths/~1persons/post/x-mcp").has("resource")).isFalse();
    }

    @Test
    void remembersTheLineOfEachRecordAndArgument() {
        ObjectNode tree = apply("{paths: {/persons: {post: {}}}}", PAGE);
        String record = "/paths/~1persons/post/x-mcp";
        assertThat(origins.locate(tree, record)).hasToString("docs/p.md (line 9)");
        assertThat(origins.locate(tree, record + "/arguments/emails")).hasToString("docs/p.md (line 15)");
        assertThat(origins.locate(tree, record + "/arguments/emails/description"))
                .hasToString("docs/p.md (line 15)");
        assertThat(origins.locate(tree, record + "/arguments/additional.role_id"))
                .hasToString("docs/p.md (line 17)");
        assertThat(origins.locate(tree, "/paths/~1persons/post")).hasToString("d.yaml#/paths/~1persons/post (line 1)");
    }

    @Test
    void unknownOperationIsAnErrorAtTheHeadingWithASuggestion() {
        apply("{paths: {'/persons/{id}': {get: {}}}}", "# P\n\n## GET /persons/{person_id}\nText here.\n");
        assertThat(diagnostics.all()).singleElement().satisfies(d -> {
            assertThat(d.severity()).isEqualTo(Severity.ERROR);
            assertThat(d.location()).hasToString("docs/p.md (line 3)");
            assertThat(d.message()).isEqualTo("The document has no operation GET /persons/{person_id}.");
            assertThat(d.cure()).endsWith("Did you mean GET /persons/{id}?");
        });
    }

    @Test
    void recordsOfToolsWaitAtTheRoot() {
        ObjectNode tree = apply(
                "{x-mcp-tool-docs: {evil: {}}, paths: {}}",
                "---\nresource: r\n---\n## list_all_x\nLists.\n\n- `a`: b\n");
        assertThat(tree.path("x-mcp-tool-docs"))
                .hasToString(
                        "{\"list_all_x\":{\"description\":\"Lists.\",\"resource\":\"r\",\"arguments\":{\"a\":{\"description\":\"b\"}}}}");
    }

    @Test
    void operationsThatBecomeSeveralToolsAreLeftWithAWarning() {
        String document = "{paths: {/persons: {post: {x-mcp: [{resource: a}, {resource: b}]}}}}";
        assertThat(apply(document, PAGE).at("/paths/~1persons/post/x-mcp"))
                .hasToString("[{\"resource\":\"a\"},{\"resource\":\"b\"}]");
        assertThat(diagnostics.all()).extracting(Diagnostic::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void hiddenOperationsStayHiddenAndExposedOnesStayExposed() {
        assertThat(apply("{paths: {/persons: {post: {x-mcp: false}}}}", PAGE).at("/paths/~1persons/post/x-mcp"))
                .hasToString("false");
        assertThat(apply("{paths: {/persons: {post: {x-mcp: true}}}}", PAGE)
                        .at("/paths/~1persons/post/x-mcp/expose")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void followsPathItemsThatAreComponents() {
        JsonNode tree = apply(
                "{paths: {/persons: {$ref: '#/components/pathItems/P'}}, components: {pathItems: {P: {post: {}}}}}",
                PAGE);
        assertThat(tree.at("/components/pathItems/P/post/x-mcp/resource").asText())
                .isEqualTo("persons");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## What it does\n",
                "## POST persons\n",
                "## POST /persons\nA.\n\n## POST /persons\nB.\n",
                "## POST /persons\n- no code: text\n",
                "## POST /persons\n- `a` text\n",
                "## POST /persons\n- `a`: x\n- `a`: y\n",
                "## POST /persons\n- `a`: x\n  - `b`: y\n",
                "---\nresource: a\n## POST /persons\n",
                "---\n- a\n---\n## POST /persons\n",
                "---\na: [\n---\n## POST /persons\n",
                "---\ntags: {a: b}\n---\n"
            })
    void refusesPagesThatSaySomethingElse(String page) {
        apply("{paths: {/persons: {post: {}}}}", page);
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @Test
    void warnsOfPartsThatAreNotRead() {
        apply("{paths: {/persons: {post: {}}}}", "## POST /persons\nText.\n\n### Sub\n\n```\ncode\n```\n\n1. one\n");
        assertThat(diagnostics.count(Severity.WARNING)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "a\u200Bb, ab",
        "a\u202Eb, ab",
        "a\u2066b\u2069, ab",
        "a\u0007b, ab",
        "a\u0085b, ab",
        "a\uFEFFb, ab",
        "a\u00ADb, ab",
        "a\u3164b, ab",
        "a\uDB40\uDC41b, ab",
        "a\uDB40\uDD00b, ab",
        "a\uD800b, ab",
        "grüße 😀, grüße 😀"
    })
    void T_A10_hiddenCharactersDisappear(String text, String visible) {
        assertThat(VisibleText.of(text)).isEqualTo(visible);
    }

    private ObjectNode apply(String document, String page) {
        ObjectNode tree = (ObjectNode) reader.yaml(document, "d.yaml", 0).orElseThrow();
        new RecordApplier(tree, origins, diagnostics).apply(page, "docs/p.md", reader);
        return tree;
    }
}
