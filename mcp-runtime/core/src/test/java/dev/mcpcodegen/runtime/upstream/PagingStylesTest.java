package dev.mcpcodegen.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.tool.Paging;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.upstream.PagedVendor.Answer;
import dev.mcpcodegen.runtime.upstream.PagedVendor.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Walks through whole lists of vendors that page in every style. */
@NullUnmarked
class PagingStylesTest {

    private static final int RECORDS = 10_000;
    private static final int DEFAULT_PAGE = 20;

    /** How a style is declared and how a vendor of that style answers. */
    private record Style(String name, Paging paging, BiFunction<PagedVendor, Asked, Answer> vendor) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Answer offset(PagedVendor vendor, Asked asked) {
        int from = asked.number("offset", 0);
        return new Answer("{\"data\":" + vendor.items(from, vendor.size(asked.number("limit", DEFAULT_PAGE))) + "}");
    }

    private static Answer offsetWithTotal(PagedVendor vendor, Asked asked) {
        int from = asked.number("startIndex", 1) - 1;
        int size = vendor.size(asked.number("limit", DEFAULT_PAGE));
        return new Answer("{\"total\":\"" + vendor.records.size() + "\",\"data\":" + vendor.items(from, size) + "}");
    }

    private static Answer page(PagedVendor vendor, Asked asked) {
        return numbered(vendor, asked, 1, "");
    }

    private static Answer pageFromZeroWithHasMore(PagedVendor vendor, Asked asked) {
        int size = vendor.size(asked.number("limit", DEFAULT_PAGE));
        int from = asked.number("page", 0) * size;
        return numbered(vendor, asked, 0, ",\"more\":" + vendor.goesOn(from, size));
    }

    private static Answer pageWithCount(PagedVendor vendor, Asked asked) {
        int size = vendor.size(asked.number("limit", DEFAULT_PAGE));
        return numbered(vendor, asked, 1, ",\"pages\":" + (vendor.records.size() + size - 1) / size);
    }

    private static Answer numbered(PagedVendor vendor, Asked asked, int first, String more) {
        int size = vendor.size(asked.number("limit", DEFAULT_PAGE));
        int from = (asked.number("page", first) - first) * size;
        return new Answer("{\"data\":" + vendor.items(from, size) + more + "}");
    }

    private static Answer link(PagedVendor vendor, Asked asked) {
        int from = asked.number("from", 0);
        int size = vendor.size(asked.number("limit", DEFAULT_PAGE));
        String self = "<" + asked.base() + "/persons?limit=1>; rel=self; title=\"a, b; rel=\\\"next\\\"\"";
        String next = ", <" + asked.base() + "/persons?filter%5Ba%5D=1&from=" + (from + size) + "&limit=" + size
                + ">; rel=\"last next\"";
        return new Answer(vendor.items(from, size), self + (vendor.goesOn(from, size) ? next : ""));
    }

    private static Answer nextUrl(PagedVendor vendor, Asked asked, String before) {
        int from = asked.number("from", 0);
        int size = vendor.size(asked.number("limit", DEFAULT_PAGE));
        String next = before + "?from=" + (from + size) + "&f[x]=1&limit=" + size;
        return new Answer("{\"data\":" + vendor.items(from, size) + ",\"links\":{\"next\":"
                + (vendor.goesOn(from, size) ? "\"" + next + "\"" : "null") + "}}");
    }

    private static Answer lastItem(PagedVendor vendor, Asked asked) {
        return after(vendor, asked, true);
    }

    private static Answer lastItemOnly(PagedVendor vendor, Asked asked) {
        return after(vendor, asked, false);
    }

    private static Answer after(PagedVendor vendor, Asked asked, boolean tells) {
        int from = asked.number("starting_after", -1) + 1;
        int size = vendor.size(asked.number("limit", DEFAULT_PAGE));
        String more = tells ? ",\"has_more\":" + vendor.goesOn(from, size) : "";
        return new Answer("{\"object\":\"list\",\"data\":" + vendor.items(from, size) + more + "}");
    }

    private static Answer tokenInUrl(PagedVendor vendor, Asked asked) {
        int from = asked.number("page[cursor]", 0);
        int size = vendor.size(asked.number("limit", DEFAULT_PAGE));
        String next = "http://elsewhere.example/x?y=1&page%5Bcursor%5D=" + (from + size);
        return new Answer("{\"data\":" + vendor.items(from, size) + ",\"links\":{\"next\":"
                + (vendor.goesOn(from, size) ? "\"" + next + "\"" : "null") + "}}");
    }

    private static Answer inBody(PagedVendor vendor, Asked asked) {
        assertThat(asked.body().path("query").asString()).isEqualTo("x");
        JsonNode pagination = asked.body().path("pagination");
        assertThat(pagination.path("after").isMissingNode()
                        || pagination.path("after").isString())
                .isTrue();
        int from = Integer.parseInt(pagination.path("after").asString("0"));
        int size = vendor.size(pagination.path("size").asInt(DEFAULT_PAGE));
        String next = vendor.goesOn(from, size) ? "{\"after\":\"" + (from + size) + "\"}" : "null";
        return new Answer("{\"data\":" + vendor.items(from, size) + ",\"next\":" + next + "}");
    }

    private static Answer offsetInBody(PagedVendor vendor, Asked asked) {
        int from = asked.body().path("offset").asInt(-1);
        int size = vendor.size(asked.body().path("limit").asInt(DEFAULT_PAGE));
        return new Answer("{\"data\":" + vendor.items(from, size) + "}");
    }

    /** A token that a cursor has to carry byte for byte, and an end that is told in one of three ways. */
    private static Answer token(PagedVendor vendor, Asked asked) {
        String token = asked.query().getOrDefault("cursor", "t+/=&%41?0");
        assertThat(token).startsWith("t+/=&%41?");
        int from = Integer.parseInt(token.substring("t+/=&%41?".length()));
        int size = vendor.size(asked.number("limit", DEFAULT_PAGE));
        String end = List.of("", ",\"next\":null", ",\"next\":\"\"").get(size % 3);
        return new Answer("{\"data\":" + vendor.items(from, size)
                + (vendor.goesOn(from, size) ? ",\"next\":\"t+/=&%41?" + (from + size) + "\"" : end) + "}");
    }

    private static Answer pageInBody(PagedVendor vendor, Asked asked) {
        int size = vendor.size(asked.body().at("/paging/size").asInt(DEFAULT_PAGE));
        int from = (asked.body().at("/paging/number").asInt(1) - 1) * size;
        return new Answer("{\"data\":" + vendor.items(from, size) + "}");
    }

    private static Answer everything(PagedVendor vendor, Asked asked) {
        assertThat(asked.query()).isEmpty();
        return new Answer("{\"data\":" + vendor.items(0, vendor.records.size()) + "}");
    }

    private static List<Style> styles() {
        return List.of(
                new Style("token", Paging.cursor("cursor", "/next").limitParam("limit", 500), PagingStylesTest::token),
                new Style(
                        "page in the body",
                        Paging.page("/paging/number")
                                .limitParam("/paging/size", 500)
                                .inBody(),
                        PagingStylesTest::pageInBody),
                new Style("not paged", Paging.unpaged(), PagingStylesTest::everything),
                new Style("offset", Paging.offset("offset").limitParam("limit", 500), PagingStylesTest::offset),
                new Style(
                        "offset from 1 with total",
                        Paging.offset("startIndex")
                                .firstOffset(1)
                                .limitParam("limit", 500)
                                .total("/total"),
                        PagingStylesTest::offsetWithTotal),
                new Style("page", Paging.page("page").limitParam("limit", 500), PagingStylesTest::page),
                new Style(
                        "page from 0 with hasMore",
                        Paging.page("page")
                                .firstPage(0)
                                .limitParam("limit", 500)
                                .hasMore("/more"),
                        PagingStylesTest::pageFromZeroWithHasMore),
                new Style(
                        "page with count",
                        Paging.page("page").pageCount("/pages").limitParam("limit", 500),
                        PagingStylesTest::pageWithCount),
                new Style("link", Paging.link().limitParam("limit", 500).items(""), PagingStylesTest::link),
                new Style(
                        "absolute URL",
                        Paging.nextUrl("/links/next").limitParam("limit", 500),
                        (vendor, asked) -> nextUrl(vendor, asked, asked.base() + "/persons")),
                new Style(
                        "path",
                        Paging.nextUrl("/links/next").limitParam("limit", 500),
                        (vendor, asked) -> nextUrl(vendor, asked, "/persons")),
                new Style(
                        "query",
                        Paging.nextUrl("/links/next").limitParam("limit", 500),
                        (vendor, asked) -> nextUrl(vendor, asked, "")),
                new Style(
                        "last item with hasMore",
                        Paging.lastItem("starting_after", "/id")
                                .limitParam("limit", 500)
                                .hasMore("/has_more"),
                        PagingStylesTest::lastItem),
                new Style(
                        "last item",
                        Paging.lastItem("starting_after", "/id").limitParam("limit", 500),
                        PagingStylesTest::lastItemOnly),
                new Style(
                        "token in a URL",
                        Paging.cursor("page[cursor]", "/links/next").limitParam("limit", 500),
                        PagingStylesTest::tokenInUrl),
                new Style(
                        "body",
                        Paging.cursor("/pagination/after", "/next/after")
                                .limitParam("/pagination/size", 500)
                                .inBody(),
                        PagingStylesTest::inBody),
                new Style(
                        "offset in the body",
                        Paging.offset("offset").limitParam("limit", 500).inBody(),
                        PagingStylesTest::offsetInBody));
    }

    private static Style named(String name) {
        return styles().stream()
                .filter(style -> style.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Fixture fixture(RawVendor vendor, Style style) {
        boolean wholeAnswer = style.name().equals("link");
        UpstreamRequest request = style.paging().rules().inBody()
                ? UpstreamRequest.post("/persons")
                        .jsonBody(body -> body.put("query", "x"))
                        .build()
                : UpstreamRequest.get("/persons").build();
        Paging paging = wholeAnswer ? style.paging() : style.paging().items("/data");
        return new Fixture(vendor).request(request).paging(paging);
    }

    private static List<Integer> walk(Fixture fixture, IntSupplier limits) {
        List<Integer> all = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            int limit = limits.getAsInt();
            JsonNode page = page(fixture.call(limit == 0 ? null : limit, cursor));
            if (limit > 0) {
                assertThat(page.get("result").size()).isLessThanOrEqualTo(limit);
            }
            assertThat(page.at("/meta/notice").asString("")).isEmpty();
            page.get("result")
                    .forEach(item -> all.add(Integer.parseInt(item.get("id").stringValue())));
            cursor = page.has("next_cursor") ? page.get("next_cursor").stringValue() : null;
            assertThat(++pages).isLessThan(2_000);
        } while (cursor != null);
        return all;
    }

    private static JsonNode page(ToolResult result) {
        assertThat(result.isError()).as(result.toString()).isFalse();
        return result.structured();
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("styles")
    void everyRecordComesOnceAndInOrderWhateverTheLimits(Style style) {
        Random random = new Random(style.name().hashCode());
        try (RawVendor vendor = new PagedVendor(RECORDS, 1, 500).serve(style.vendor());
                Fixture fixture = fixture(vendor, style)) {
            assertThat(walk(fixture, () -> 150 + random.nextInt(600))).isEqualTo(upTo(RECORDS));
        }
    }

    static Stream<Arguments> rudeVendors() {
        return styles().stream()
                .flatMap(style -> Stream.of(
                        Arguments.of(style, "ignores the limit", new PagedVendor(130, 40, 40)),
                        Arguments.of(style, "has pages of 15", new PagedVendor(130, 15, 15)),
                        Arguments.of(style, "makes no small pages", new PagedVendor(130, 10, 500)),
                        Arguments.of(style, "has exactly full pages", new PagedVendor(120, 1, 20)),
                        Arguments.of(style, "has nothing", new PagedVendor(0, 1, 20)),
                        Arguments.of(style, "has one page", new PagedVendor(7, 1, 20))));
    }

    @ParameterizedTest
    @MethodSource("rudeVendors")
    void nothingIsLostOrRepeatedWhateverPagesAVendorMakes(Style style, String what, PagedVendor records) {
        Random random = new Random(42);
        try (RawVendor vendor = records.serve(style.vendor());
                Fixture fixture = fixture(vendor, style)) {
            assertThat(walk(fixture, () -> 7)).isEqualTo(upTo(records.records.size()));
            assertThat(walk(fixture, () -> random.nextInt(60))).isEqualTo(upTo(records.records.size()));
            assertThat(walk(fixture, () -> 0)).isEqualTo(upTo(records.records.size()));
        }
    }

    @ParameterizedTest
    @MethodSource("styles")
    void deletionsBetweenPagesDoNoHarm(Style style) {
        PagedVendor records = new PagedVendor(100, 1, 500);
        try (RawVendor vendor = records.serve(style.vendor());
                Fixture fixture = fixture(vendor, style)) {
            assertThat(walk(fixture, () -> {
                        if (records.records.size() > 30) {
                            records.records.subList(0, 15).clear();
                        }
                        return 10;
                    }))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void asksForNoMoreWhenTheVendorSaysThatThisIsAll() {
        for (String name : List.of("offset from 1 with total", "page from 0 with hasMore", "page with count", "link")) {
            try (RawVendor vendor = new PagedVendor(7, 1, 20).serve(named(name).vendor());
                    Fixture fixture = fixture(vendor, named(name))) {
                assertThat(page(fixture.call(10, null)).has("next_cursor"))
                        .as(name)
                        .isFalse();
            }
        }
    }

    @Test
    void aTotalThatIsJustTheSizeOfThePageIsNoEnd() {
        Style style = new Style(
                "misleading", Paging.offset("offset").limitParam("limit", 500).total("/total"), (vendor, asked) -> {
                    String items = vendor.items(asked.number("offset", 0), asked.number("limit", 5));
                    int count = items.split("id", -1).length - 1;
                    return new Answer("{\"data\":" + items + ",\"total\":" + count + "}");
                });
        try (RawVendor vendor = new PagedVendor(23, 1, 500).serve(style.vendor());
                Fixture fixture = fixture(vendor, style)) {
            assertThat(walk(fixture, () -> 5)).isEqualTo(upTo(23));
        }
    }

    @Test
    void countsOnByThePageSizeWhereAVendorLeavesItemsOut() {
        Style style = new Style(
                "secretive",
                Paging.offset("offset").step("/limit").limitParam("limit", 500).total("/total"),
                (vendor, asked) -> {
                    int from = asked.number("offset", 0);
                    int size = asked.number("limit", 5);
                    List<String> seen = IntStream.range(from, Math.min(from + size, 40))
                            .filter(id -> id < 10 || id > 22)
                            .mapToObj(id -> "{\"id\":\"" + id + "\"}")
                            .toList();
                    return new Answer(
                            "{\"data\":[" + String.join(",", seen) + "],\"total\":40,\"limit\":" + size + "}");
                });
        try (RawVendor vendor = new PagedVendor(40, 1, 500).serve(style.vendor());
                Fixture fixture = fixture(vendor, style)) {
            assertThat(walk(fixture, () -> 4))
                    .isEqualTo(IntStream.range(0, 40)
                            .filter(id -> id < 10 || id > 22)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void aShortPageIsTheLastWhereThatIsSaid() {
        Style offset = named("offset");
        try (RawVendor vendor = new PagedVendor(23, 1, 500).serve(offset.vendor());
                Fixture fixture =
                        fixture(vendor, new Style("short", offset.paging().shortPageEnds(), offset.vendor()))) {
            assertThat(walk(fixture, () -> 5)).isEqualTo(upTo(23));
            assertThat(vendor.seen()).hasSize(5);
        }
    }

    @Test
    void aPageShorterThanAFixedSizeIsTheLastWhereThatIsSaid() {
        Paging paging =
                Paging.page("page").defaultLimit(DEFAULT_PAGE).shortPageEnds().items("/data");
        try (RawVendor vendor = new PagedVendor(43, 1, 500).serve(PagingStylesTest::page);
                Fixture fixture = new Fixture(vendor).paging(paging)) {
            assertThat(walk(fixture, () -> DEFAULT_PAGE)).isEqualTo(upTo(43));
            assertThat(vendor.seen()).hasSize(3);
            assertThat(walk(fixture, () -> 7)).isEqualTo(upTo(43));
        }
    }

    @Test
    void neverAsksForLessThanTheVendorsSmallestPage() {
        Paging paging =
                Paging.offset("offset").limitParam("limit", 50).minLimit(10).items("/data");
        try (RawVendor vendor = new PagedVendor(23, 1, 500).serve(PagingStylesTest::offset);
                Fixture fixture = new Fixture(vendor).paging(paging)) {
            assertThat(walk(fixture, () -> 3)).isEqualTo(upTo(23));
            assertThat(vendor.seen())
                    .allSatisfy(seen -> assertThat(seen.target()).contains("limit=10"));
        }
    }

    @Test
    void aVendorThatNamesTheSamePageAgainIsNotAskedForEver() {
        List<String> answers = List.of(
                "{\"data\":[{\"id\":\"1\"}],\"next\":\"same\"}", "{\"data\":[{\"id\":\"1\"}],\"next\":\"/persons\"}");
        List<Paging> pagings = List.of(Paging.cursor("c", "/next"), Paging.nextUrl("/next"));
        for (int i = 0; i < answers.size(); i++) {
            try (RawVendor vendor = RawVendor.answering(RawVendor.json(200, answers.get(i)));
                    Fixture fixture = new Fixture(vendor).paging(pagings.get(i).items("/data"))) {
                assertThat(walk(fixture, () -> 5)).hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void repeatsTheQueryOfALinkByteForByteAndNothingElse() {
        String next = "/persons?a=1+2&b=%2F%7c&c[]=x|y&page=2#top";
        try (RawVendor vendor = RawVendor.answering(
                        RawVendor.json(200, "{\"data\":[{\"id\":\"1\"}],\"next\":\"" + next + "\"}"));
                Fixture fixture = new Fixture(vendor)
                        .request(UpstreamRequest.get("/persons")
                                .query("q", "old")
                                .build())
                        .paging(Paging.nextUrl("/next").limitParam("limit", 100).items("/data"))) {
            String cursor = page(fixture.call(5, null)).get("next_cursor").stringValue();
            fixture.call(5, cursor);
            assertThat(vendor.seen().get(1).target()).isEqualTo("/persons?a=1+2&b=%2F%7c&c%5B%5D=x%7Cy&page=2");
        }
    }

    @Test
    void tellsWhenALastItemHasNoKey() {
        try (RawVendor vendor = RawVendor.answering(RawVendor.json(200, "{\"data\":[{}],\"has_more\":true}"));
                Fixture fixture = new Fixture(vendor)
                        .paging(Paging.lastItem("after", "/id").items("/data"))) {
            JsonNode page = page(fixture.call());
            assertThat(page.has("next_cursor")).isFalse();
            assertThat(page.at("/meta/notice").stringValue()).contains("incomplete", "no key");
        }
    }

    @Test
    void aCursorOfOneStyleIsRefusedByAnotherToolOrAccount() {
        for (Style style : styles()) {
            try (RawVendor vendor = new PagedVendor(100, 1, 20).serve(style.vendor());
                    Fixture fixture = fixture(vendor, style)) {
                String cursor = page(fixture.call(5, null)).get("next_cursor").stringValue();
                vendor.seen().clear();
                String forged = (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1);
                assertThat(fixture.call(5, forged).error())
                        .isEqualTo(ToolError.gateway(ToolError.Kind.INVALID_ARGUMENTS));
                assertThat(fixture.as("t1", "a2").call(5, cursor).isError()).isTrue();
                fixture.as("t1", "a1")
                        .tool(Fixture.tool("list_all_affinity_notes").paging(style.paging()));
                assertThat(fixture.call(5, cursor).isError()).isTrue();
                assertThat(vendor.seen()).isEmpty();
            }
        }
    }
}
