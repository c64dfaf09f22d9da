package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.model.PagingModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingDetectorTest {

    /** A list of persons with query parameters, members of the answer beside it, and an extension. */
    private static TestApi persons(String parameters, String answer, String extension) {
        return TestApi.of("""
                paths:
                  /persons:
                    get:
                      description: Lists persons.
                      parameters: [%s]
                      responses:
                        '200':
                          description: OK
                          content:
                            application/json:
                              schema: {type: object, properties: {persons: {type: array, items: {type: string}}%s}}
                      x-mcp: {method: list%s}
                """.formatted(parameters, answer, extension));
    }

    private static String query(String name, String schema) {
        return "{name: " + name + ", in: query, schema: {type: " + schema + "}}";
    }

    private static final String TOKEN = query("page_token", "string");
    private static final String SIZE = query("page_size", "integer, maximum: 500");
    private static final String NEXT = ", next_page_token: {type: string}";

    @Test
    void detectsTokens() {
        TestApi api = persons(TOKEN + ", " + SIZE + ", " + query("term", "string"), NEXT, "");

        assertThat(api.tool().paging())
                .isEqualTo(new PagingModel.Cursor(
                        "page_token", "page_size", 500, null, "/next_page_token", List.of("/persons")));
        assertThat(api.arguments()).containsExactly("term");
    }

    @Test
    void slicesWhatIsNotPaged() {
        assertThat(persons("", "", "").tool().paging()).isEqualTo(new PagingModel.Unpaged(List.of("/persons")));
    }

    @Test
    void completesWhatIsDeclaredInPart() {
        TestApi api = persons(TOKEN + ", " + query("chunk", "integer"), NEXT, """
                , paging: {limitParam: chunk, maxLimit: 50, defaultLimit: 20, items: [/persons, ""]}""");

        assertThat(api.tool().paging())
                .isEqualTo(new PagingModel.Cursor(
                        "page_token", "chunk", 50, 20, "/next_page_token", List.of("/persons", "")));
        assertThat(api.arguments()).isEmpty();
    }

    @Test
    void takesADeclarationForWhatTheDocumentDoesNotTell() {
        TestApi api = persons(
                query("from", "string"),
                "",
                ", paging: {style: cursor, cursorParam: from, next: /meta/from, items: /persons}");

        assertThat(api.tool().paging())
                .isEqualTo(new PagingModel.Cursor("from", null, 1000, null, "/meta/from", List.of("/persons")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "offset", "page", "link", "nextUrl"})
    void otherStylesLeaveTheVendorsParametersToTheCaller(String style) {
        TestApi api = persons(TOKEN + ", " + SIZE, NEXT, ", paging: {style: " + style + "}");

        assertThat(api.tool().paging()).isNull();
        assertThat(api.arguments()).containsExactly("page_token", "page_size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"offset", "page", "pageNumber", "skip"})
    void aListThatPagesByPositionIsNotTakenForTheWhole(String parameter) {
        TestApi api = persons(query(parameter, "integer") + ", " + query("limit", "integer"), "", "");

        assertThat(api.tool().paging()).isNull();
        assertThat(api.arguments()).containsExactly(parameter, "limit");
    }

    @Test
    void aCursorWithoutANextStaysWithTheCaller() {
        assertThat(persons(TOKEN, "", "").tool().paging()).isNull();
    }

    @Test
    void keepsTheVendorsLimitApartFromTheRuntimes() {
        TestApi api = persons(query("limit", "integer"), "", "");

        assertThat(api.tool().paging()).isInstanceOf(PagingModel.Unpaged.class);
        assertThat(api.arguments()).containsExactly("query_limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0e400", "0", "-5", "99999999999999999999", "0.5"})
    void anAbsurdMaximumIsNone(String maximum) {
        TestApi api = persons(TOKEN + ", " + query("page_size", "integer, maximum: " + maximum), NEXT, "");

        assertThat(api.tool().paging()).extracting(PagingModel::maxLimit).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{style: cursor}",
                "{cursorParam: x}",
                "{next: /x}",
                "{style: cursors}",
                "{items: persons}",
                "{maxLimit: 0}",
                "{cursorParam: x, next: x}"
            })
    void tellsADeclarationThatCannotWork(String paging) {
        TestApi api = persons("", "", ", paging: " + paging);
        api.tools();

        assertThat(api.found(Severity.ERROR))
                .extracting(diagnostic -> diagnostic.location().pointer())
                .containsExactly("/paths/~1persons/get/x-mcp/paging");
    }
}
