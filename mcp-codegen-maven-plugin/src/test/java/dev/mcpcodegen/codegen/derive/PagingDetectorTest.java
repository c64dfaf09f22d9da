package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.model.PagingModel;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    private static PagingModel paging(TestApi api) {
        return Objects.requireNonNull(api.tool().paging(), () -> api.tool().pagingNote());
    }

    @Test
    void aPageCountBesideThePageSizeCountsPages() {
        String page = query("page", "integer, default: 1");
        String beside =
                ", pagination: {type: object, properties: {pageSize: {type: integer}, pageCount: {type: integer}}}";
        String alone = ", pagination: {type: object, properties: {pageCount: {type: integer}}}";

        assertThat(paging(persons(page, beside, "")))
                .isInstanceOfSatisfying(
                        PagingModel.PageNumber.class,
                        number -> assertThat(number.pageCount()).isEqualTo("/pagination/pageCount"));
        assertThat(paging(persons(page, alone, "")))
                .isInstanceOfSatisfying(
                        PagingModel.PageNumber.class,
                        number -> assertThat(number.pageCount()).isNull());
    }

    @Test
    void tellsInOneLineWhichListsAreNotPaged() {
        TestApi api = persons(query("page_number", "integer"), "", "");

        assertThat(api.tool().pagingNote()).contains("nothing says whether the first is 0 or 1");
        assertThat(api.found(Severity.INFO))
                .singleElement()
                .satisfies(told -> assertThat(told.message())
                        .startsWith("1 list is not paged: list_all_acme_persons. `page_number` numbers pages"));
    }

    @Test
    void oneOfAPluralIsNoListAlthoughItComesInTheEnvelopeOfAll() {
        String answer = "responses: {'200': {description: OK, content: {application/json: {schema: {type: object,"
                + " properties: {Reports: {type: array, items: {type: object}}}}}}}}";
        String operation = ": {get: {description: Reads a report of the books., " + answer + "}}\n";

        assertThat(TestApi.of("paths:\n  /Reports/BalanceSheet" + operation).names())
                .containsExactly("get_acme_report_balance_sheet");
        assertThat(TestApi.of("paths:\n  /Reports" + operation).names()).containsExactly("list_all_acme_reports");
        String counted = operation.replace("Reports: {type", "total_count: {type: integer}, Reports: {type");
        assertThat(TestApi.of("paths:\n  /Reports/Custom" + counted).names())
                .containsExactly("list_all_acme_report_custom");
    }

    @Test
    void detectsTokens() {
        TestApi api = persons(TOKEN + ", " + SIZE + ", " + query("term", "string"), NEXT, "");

        assertThat(paging(api)).isInstanceOfSatisfying(PagingModel.Cursor.class, cursor -> {
            assertThat(cursor.cursorParam()).isEqualTo("page_token");
            assertThat(cursor.next()).isEqualTo("/next_page_token");
            assertThat(cursor.rules().limitParam()).isEqualTo("page_size");
            assertThat(cursor.maxLimit()).isEqualTo(500);
            assertThat(cursor.rules().defaultLimit()).isNull();
            assertThat(cursor.items()).containsExactly("/persons");
        });
        assertThat(api.arguments()).containsExactly("term");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cursor | string | meta: {type: object, properties: {cursors: {type: object, properties: {next: {type: string}}}}} | /meta/cursors/next",
                "cursor | string | response_metadata: {type: object, properties: {next_cursor: {type: string}}} | /response_metadata/next_cursor",
                "marker | string | next_marker: {type: [string, 'null']} | /next_marker",
                "PageToken | string | nextPageToken: {type: string} | /nextPageToken",
                "after | string | paging: {type: object, properties: {next: {type: object, properties: {after: {type: string}, link: {type: string}}}}} | /paging/next/after",
                "starting_after | string | pages: {type: object, properties: {next: {type: object, properties: {per_page: {type: integer}, starting_after: {type: string}}}}} | /pages/next/starting_after",
                "page[cursor] | string | links: {type: object, properties: {next: {type: string}}} | /links/next",
                "after | string | page_info: {type: object, properties: {end_cursor: {type: string}, has_next_page: {type: boolean}}} | /page_info/end_cursor",
                "page | integer | meta: {type: object, properties: {next_page: {type: integer}}} | /meta/next_page",
                "cursor | string | cursor: {type: string, description: Pass it to get the next page} | /cursor"
            })
    void detectsTokensUnderTheNamesThatApisGiveThem(String parameter, String type, String answer, String next) {
        TestApi api = persons(query("'" + parameter + "'", type), ", " + answer, "");

        assertThat(paging(api)).isInstanceOfSatisfying(PagingModel.Cursor.class, cursor -> {
            assertThat(cursor.cursorParam()).isEqualTo(parameter);
            assertThat(cursor.next()).isEqualTo(next);
        });
        assertThat(api.arguments()).isEmpty();
    }

    @Test
    void detectsTheKeyOfTheLastItem() {
        String more = ", has_more: {type: boolean}";
        String parameters = query("limit", "integer") + ", " + query("starting_after", "string") + ", "
                + query("ending_before", "string");
        TestApi api = objects(parameters, more);

        assertThat(paging(api)).isInstanceOfSatisfying(PagingModel.LastItem.class, lastItem -> {
            assertThat(lastItem.cursorParam()).isEqualTo("starting_after");
            assertThat(lastItem.key()).isEqualTo("/id");
            assertThat(lastItem.rules().hasMore()).isEqualTo("/has_more");
        });
        assertThat(api.arguments()).isEmpty();
        assertThat(objects(parameters, "").tool().paging()).isNull();
        assertThat(persons(parameters, more, "").tool().paging())
                .as("items without an id")
                .isNull();
    }

    private static TestApi objects(String parameters, String answer) {
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
                              schema:
                                type: object
                                properties:
                                  {data: {type: array, items: {type: object, properties: {id: {type: string}}}}%s}
                """.formatted(parameters, answer));
    }

    @Test
    void detectsLinkHeadersInTheDocumentAndInWords() {
        TestApi documented = TestApi.of(
                """
                paths:
                  /persons:
                    get:
                      description: Lists persons.
                      parameters: [%s, %s]
                      responses:
                        '200':
                          description: OK
                          headers: {link: {schema: {type: string}}}
                          content: {application/json: {schema: {type: array, items: {type: string}}}}
                """.formatted(query("page", "integer"), query("per_page", "integer, maximum: 100, default: 30")));
        TestApi told = persons(
                "{name: after, in: query, description: The cursor from the `Link` response header, schema: {type: string}}",
                "",
                "");

        assertThat(paging(documented)).isInstanceOf(PagingModel.Link.class);
        assertThat(paging(documented).rules().limitParam()).isEqualTo("per_page");
        assertThat(paging(documented).rules().usualLimit()).isEqualTo(30);
        assertThat(documented.arguments()).isEmpty();
        assertThat(paging(told)).isInstanceOf(PagingModel.Link.class);
        assertThat(told.arguments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "next_page_uri: {type: string, format: uri} | /next_page_uri",
                "links: {type: object, properties: {pages: {anyOf: [{type: object, properties: {next: {type: string}}}, {}]}}} | /links/pages/next",
                "_links: {type: object, properties: {next: {type: object, properties: {href: {type: string}}}}} | /_links/next/href",
                "\"@odata.nextLink\": {type: string} | /@odata.nextLink",
                "count: {type: integer}, next: {type: string, format: uri}, previous: {type: string} | /next"
            })
    void detectsUrlsInTheAnswer(String answer, String next) {
        TestApi api = persons(query("Page", "integer") + ", " + query("PageSize", "integer"), ", " + answer, "");

        assertThat(paging(api))
                .isInstanceOfSatisfying(
                        PagingModel.NextUrl.class, url -> assertThat(url.next()).isEqualTo(next));
        assertThat(api.arguments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: page, in: query, schema: {type: integer, default: 1}} | 1",
                "{name: page, in: query, schema: {type: integer, default: 0}} | 0",
                "{name: page, in: query, schema: {type: integer, minimum: 1}} | 1",
                "{name: pageNumber, in: query, description: Zero-based page number, schema: {type: integer}} | 0",
                "{name: p, in: query, description: 'Page number, starting at 1.', schema: {type: integer}} | 1",
                "{name: 'page[number]', in: query, description: The first page is 1, schema: {type: integer}} | 1"
            })
    void detectsPageNumbersWhereTheFirstIsKnown(String parameter, int first) {
        TestApi api = persons(
                parameter + ", " + query("per_page", "integer, default: 20, maximum: 50"),
                ", meta: {type: object, properties: {total_pages: {type: integer}, total: {type: integer}}}",
                "");

        assertThat(paging(api)).isInstanceOfSatisfying(PagingModel.PageNumber.class, page -> {
            assertThat(page.firstPage()).isEqualTo(first);
            assertThat(page.pageCount()).isEqualTo("/meta/total_pages");
            assertThat(page.rules().defaultLimit()).isEqualTo(20);
        });
        assertThat(api.arguments()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: page, in: query, schema: {type: integer}}",
                "{name: page, in: query, description: Starts at 0 or starts at 1, schema: {type: integer}}",
                "{name: page, in: query, schema: {type: integer, minimum: 0}}",
                "{name: start_index, in: query, schema: {type: integer}}",
                "{name: page_offset, in: query, schema: {type: integer, default: 0}}",
                "{name: after, in: query, schema: {type: string}}",
                "{name: offset, in: query, description: Journals with a number greater than this, schema: {type: integer}}",
                "{name: since_id, in: query, schema: {type: integer}}",
                "{name: starting_after, in: query, schema: {type: string}}"
            })
    void leavesToTheCallerWhatCannotBeKnownAndSaysWhy(String parameter) {
        TestApi api = persons(parameter + ", " + query("limit", "integer"), "", "");

        assertThat(api.tool().paging()).isNull();
        assertThat(api.tool().pagingNote()).contains("`");
        assertThat(api.arguments()).hasSize(2);
    }

    @Test
    void learnsTheFirstPageFromTheSameParameterElsewhere() {
        TestApi api = TestApi.of("""
                paths:
                  /persons:
                    get:
                      description: Lists persons.
                      parameters: [{name: page, in: query, schema: {type: integer}}]
                      responses: &list
                        '200':
                          description: OK
                          content: {application/json: {schema: {type: array, items: {type: string}}}}
                  /boards:
                    get:
                      description: Lists boards.
                      parameters: [{name: page, in: query, schema: {type: integer, default: 1}}]
                      responses: *list
                """);

        assertThat(api.tools().tools())
                .allSatisfy(tool -> assertThat(tool.paging()).isInstanceOf(PagingModel.PageNumber.class));
    }

    @ParameterizedTest
    @CsvSource({"offset, 0", "skip, 0", "'$skip', 0"})
    void detectsOffsets(String parameter, int first) {
        TestApi api = persons(
                query("'" + parameter + "'", "integer") + ", " + query("limit", "integer"),
                ", total_count: {type: integer}",
                "");

        assertThat(paging(api)).isInstanceOfSatisfying(PagingModel.Offset.class, offset -> {
            assertThat(offset.offsetParam()).isEqualTo(parameter);
            assertThat(offset.firstOffset()).isEqualTo(first);
            assertThat(offset.rules().total()).isEqualTo("/total_count");
            assertThat(offset.step()).isNull();
        });
        assertThat(api.arguments()).isEmpty();
    }

    @Test
    void countsOnByTheEchoOfAPageSizeThatIsNeverExceeded() {
        TestApi api = persons(
                query("offset", "integer") + ", " + query("limit", "integer, maximum: 100"),
                ", total_count: {type: integer}, limit: {type: integer}, offset: {type: integer}",
                "");

        assertThat(paging(api))
                .isInstanceOfSatisfying(
                        PagingModel.Offset.class,
                        offset -> assertThat(offset.step()).isEqualTo("/limit"));
    }

    @Test
    void prefersOffsetsToAMarkerThatAFlagHasToSwitchOn() {
        TestApi api = persons(
                query("marker", "string") + ", " + query("usemarker", "boolean") + ", " + query("offset", "integer"),
                ", next_marker: {type: string}",
                "");

        assertThat(paging(api)).isInstanceOf(PagingModel.Offset.class);
        assertThat(api.arguments()).isEmpty();
    }

    @Test
    void followsAUrlWhereAnApiPagesBothWays() {
        TestApi api = persons(
                query("before", "integer") + ", " + query("after", "integer"),
                ", pagination: {type: object, properties: {next_page: {type: string, format: uri}}}",
                "");

        assertThat(paging(api)).isInstanceOf(PagingModel.NextUrl.class);
        assertThat(api.arguments()).isEmpty();
    }

    @Test
    void aDateIsNoPosition() {
        TestApi api = persons(query("after", "string, format: date-time"), "", "");

        assertThat(paging(api)).isInstanceOf(PagingModel.Unpaged.class);
        assertThat(api.arguments()).containsExactly("after");
    }

    @Test
    void pagesASearchByItsBody() {
        TestApi api = TestApi.of("""
                paths:
                  /persons/search:
                    post:
                      description: Finds persons.
                      requestBody:
                        content:
                          application/json:
                            schema:
                              type: object
                              properties:
                                query: {type: string}
                                pagination:
                                  type: object
                                  properties: {per_page: {type: integer, maximum: 150}, starting_after: {type: string}}
                      responses:
                        '200':
                          description: OK
                          content:
                            application/json:
                              schema:
                                type: object
                                properties:
                                  data: {type: array, items: {type: string}}
                                  pages:
                                    type: object
                                    properties: {next: {type: object, properties: {starting_after: {type: string}}}}
                """);

        assertThat(api.tool().method()).isEqualTo("search");
        assertThat(paging(api)).isInstanceOfSatisfying(PagingModel.Cursor.class, cursor -> {
            assertThat(cursor.cursorParam()).isEqualTo("/pagination/starting_after");
            assertThat(cursor.rules().limitParam()).isEqualTo("/pagination/per_page");
            assertThat(cursor.rules().inBody()).isTrue();
        });
        assertThat(api.arguments()).containsExactly("query");
    }

    @Test
    void slicesWhatIsNotPaged() {
        assertThat(paging(persons("", "", ""))).isInstanceOf(PagingModel.Unpaged.class);
    }

    @Test
    void completesWhatIsDeclaredInPart() {
        TestApi api = persons(TOKEN + ", " + query("chunk", "integer"), NEXT, """
                , paging: {limitParam: chunk, maxLimit: 50, defaultLimit: 20, items: [/persons, ""]}""");

        assertThat(paging(api)).isInstanceOfSatisfying(PagingModel.Cursor.class, cursor -> {
            assertThat(cursor.cursorParam()).isEqualTo("page_token");
            assertThat(cursor.rules().limitParam()).isEqualTo("chunk");
            assertThat(cursor.maxLimit()).isEqualTo(50);
            assertThat(cursor.rules().defaultLimit()).isEqualTo(20);
            assertThat(cursor.items()).containsExactly("/persons", "");
        });
        assertThat(api.arguments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{style: cursor, cursorParam: from, next: /meta/from} | cursor",
                "{cursorParam: from, lastItem: /key} | lastItem",
                "{style: offset, offsetParam: from, first: 1} | offset",
                "{pageParam: from, first: 0} | page",
                "{style: link} | link",
                "{style: nextUrl, next: /meta/more} | nextUrl"
            })
    void takesADeclarationForWhatTheDocumentDoesNotTell(String paging, String style) {
        TestApi api = persons(query("from", "string"), "", ", paging: " + paging);

        assertThat(paging(api).style()).isEqualTo(style);
        boolean byParameter = paging.contains("from");
        assertThat(api.arguments()).isEqualTo(byParameter ? List.of() : List.of("from"));
    }

    @Test
    void leavesTheVendorsParametersToTheCallerWhenThatIsSaid() {
        TestApi api = persons(TOKEN + ", " + SIZE, NEXT, ", paging: {style: none}");

        assertThat(api.tool().paging()).isNull();
        assertThat(api.tool().pagingNote()).contains("x-mcp");
        assertThat(api.arguments()).containsExactly("page_token", "page_size");
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
    @CsvSource(
            delimiter = '|',
            value = {
                "The maximum number of items, at most 250. | 250 |",
                "Number of items (max 1,000). Default is 50. | 1000 | 50",
                "The maximum number of results to return. Defaults to 20. | 100 | 20",
                "Between 1 and 75; default 25 | 75 | 25",
                "A limit can range between 1 and 100, and the default is 10. | 100 | 10",
                "Items a page | 100 |"
            })
    void readsPageSizesFromWords(String words, int max, Integer usual) {
        TestApi api = persons(
                TOKEN + ", {name: limit, in: query, description: '" + words + "', schema: {type: integer}}", NEXT, "");

        assertThat(paging(api).maxLimit()).isEqualTo(max);
        assertThat(paging(api).rules().usualLimit()).isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0e400", "0", "-5", "99999999999999999999", "0.5"})
    void anAbsurdMaximumIsNone(String maximum) {
        TestApi api = persons(TOKEN + ", " + query("page_size", "integer, maximum: " + maximum), NEXT, "");

        assertThat(api.tool().paging()).extracting(PagingModel::maxLimit).isEqualTo(100);
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
                "{minLimit: 5, maxLimit: 4}",
                "{style: offset}",
                "{style: page}",
                "{style: nextUrl}",
                "{style: lastItem}",
                "{style: cursor, cursorParam: x, in: header, next: /x}",
                "{hasMore: more}",
                "{cursorParam: x, next: x}"
            })
    void tellsADeclarationThatCannotWork(String paging) {
        TestApi api = persons("", "", ", paging: " + paging);
        api.tools();

        assertThat(api.found(Severity.ERROR))
                .extracting(diagnostic -> diagnostic.location().pointer())
                .containsExactly("/paths/~1persons/get/x-mcp/paging");
    }

    @ParameterizedTest
    @CsvSource({
        "{style: 5}, /style",
        "{maxLimit: many}, /maxLimit",
        "{shortPageEnds: 1}, /shortPageEnds",
        "{items: {a: b}}, /items",
        "[], ''"
    })
    void tellsADeclarationOfTheWrongForm(String paging, String below) {
        TestApi api = persons("", "", ", paging: " + paging);
        api.tools();

        assertThat(api.found(Severity.ERROR))
                .extracting(diagnostic -> diagnostic.location().pointer())
                .containsExactly("/paths/~1persons/get/x-mcp/paging" + below);
    }
}
