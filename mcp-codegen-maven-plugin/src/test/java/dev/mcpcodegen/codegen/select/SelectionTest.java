package dev.mcpcodegen.codegen.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.model.IntegrationModel.NotATool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

    private static final TestApi API = TestApi.of("""
            paths:
              /cards:
                get: {operationId: listCards, tags: [Pipeline Cards], responses: {}}
                post: {operationId: createCard, tags: [Pipeline Cards], responses: {}}
              /cards/{id}: {get: {operationId: getCard, tags: [Pipeline Cards], responses: {}}}
              /cards/{id}/notes: {get: {operationId: listNotes, tags: [notes], x-mcp: {tags: [talk]}, responses: {}}}
              /me: {get: {responses: {}}}
            """);

    private final Diagnostics diagnostics = new Diagnostics();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tag:pipeline_cards | GET /cards, POST /cards, GET /cards/{id}",
                "tag:Pipeline Cards | GET /cards, POST /cards, GET /cards/{id}",
                "tag:pipe* | GET /cards, POST /cards, GET /cards/{id}",
                "tag:talk | GET /cards/{id}/notes",
                "operation:listCards | GET /cards",
                "operation:list* | GET /cards, GET /cards/{id}/notes",
                "GET /cards/** | GET /cards, GET /cards/{id}, GET /cards/{id}/notes",
                "get /cards/* | GET /cards/{id}",
                "/cards | GET /cards, POST /cards",
                "* /me | GET /me",
                "acme/POST /** | POST /cards",
                "acme/tag:talk | GET /cards/{id}/notes",
            })
    void selectsOperations(String include, String operations) {
        Selection selection = selection(List.of(include), List.of());
        List<String> kept = new ArrayList<>(API.api().operations().stream()
                .map(operation -> operation.line())
                .toList());
        kept.removeAll(unwanted(selection));

        assertThat(String.join(", ", kept)).isEqualTo(operations);
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void whatIsExcludedIsNotWantedAlthoughIncluded() {
        Selection selection = selection(List.of("tag:pipeline_cards", "/me"), List.of("POST /**"));

        assertThat(selection.unwanted(API.api()))
                .extracting(NotATool::operation, NotATool::detail)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("POST /cards", "excludes has POST /**"),
                        org.assertj.core.groups.Tuple.tuple("GET /cards/{id}/notes", "not in includes"));
    }

    @Test
    void aSelectorOfAnotherIntegrationSaysNothingHere() {
        assertThat(unwanted(selection(List.of("other/tag:x"), List.of("other//cards"))))
                .isEmpty();
    }

    @Test
    void integrationsAndOperationsAreChosenApart() {
        Selection selection = selection(List.of("acme", "tag:talk"), List.of());

        assertThat(selection.integrations(List.of("acme", "other"))).containsExactly("acme");
        assertThat(unwanted(selection)).hasSize(4);
    }

    @Test
    void aSelectorThatMatchesNothingIsTold() {
        Selection selection = selection(List.of(), List.of("tag:crads", "tag:talk"));
        selection.unwanted(API.api());
        selection.reportUnused();

        assertThat(diagnostics.all())
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .contains("tag:crads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tag:", "operation:", "GET cards", "a b", "("})
    void whatSelectsNothingIsAnError(String entry) {
        selection(List.of(entry), List.of());

        assertThat(diagnostics.hasErrors()).isTrue();
    }

    private Selection selection(List<String> includes, List<String> excludes) {
        return new Selection(includes, excludes, diagnostics.at(SourceLocation.of("pom.xml")));
    }

    private static List<String> unwanted(Selection selection) {
        return selection.unwanted(API.api()).stream().map(NotATool::operation).toList();
    }
}
