package dev.mcpcodegen.runtime.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.runtime.tool.Paging;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@NullUnmarked
class PagingTest {

    private static final Paging TOKENS = Paging.cursor("page_token", "/next_page_token")
            .limitParam("page_size", 500)
            .items("/persons");
    private static final Paging UNPAGED = Paging.unpaged().maxLimit(100).defaultLimit(3);

    /** A vendor of 11 persons that answers pages of a size that may have nothing to do with what was asked. */
    private static RawVendor persons(int smallestPage, int largestPage) {
        return new RawVendor((request, out, socket) -> {
            int from = parameter(request.target(), "page_token", 0);
            int size = Math.max(smallestPage, Math.min(largestPage, parameter(request.target(), "page_size", 5)));
            int to = Math.min(11, from + size);
            String items = IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining(","));
            String next = to < 11 ? "\"" + to + "\"" : "null";
            out.write(RawVendor.json(200, "{\"persons\":[" + items + "],\"next_page_token\":" + next + "}")
                    .getBytes(UTF_8));
        });
    }

    private static int parameter(String target, String name, int absent) {
        Matcher matcher = Pattern.compile("[?&]" + name + "=(\\d+)").matcher(target);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : absent;
    }

    private static List<Integer> walk(Fixture fixture, int... limits) {
        List<Integer> all = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            int limit = limits[pages % limits.length];
            ToolResult result = fixture.call(limit, cursor);
            assertThat(result.isError()).as(result.toString()).isFalse();
            JsonNode page = result.structured();
            assertThat(page.get("result").size()).isLessThanOrEqualTo(limit);
            page.get("result").forEach(item -> all.add(item.intValue()));
            cursor = page.has("next_cursor") ? page.get("next_cursor").stringValue() : null;
            assertThat(++pages).isLessThan(50);
        } while (cursor != null);
        return all;
    }

    private static List<Integer> eleven() {
        return IntStream.range(0, 11).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({"1,500", "5,500", "1,2", "4,4", "20,20", "1,1"})
    void losesAndRepeatsNothingWhateverPageSizeTheVendorHas(int smallest, int largest) {
        try (RawVendor vendor = persons(smallest, largest);
                Fixture fixture = new Fixture(vendor).paging(TOKENS)) {
            assertThat(walk(fixture, 2)).isEqualTo(eleven());
            assertThat(walk(fixture, 3, 1, 7)).isEqualTo(eleven());
        }
    }

    @Test
    void losesAndRepeatsNothingOfAListThatIsNotPaged() {
        try (RawVendor vendor = RawVendor.answering(RawVendor.json(200, "[0,1,2,3,4,5,6,7,8,9,10]"));
                Fixture fixture = new Fixture(vendor).paging(UNPAGED)) {
            assertThat(walk(fixture, 2)).isEqualTo(eleven());
            assertThat(walk(fixture, 1, 4)).isEqualTo(eleven());
            assertThat(fixture.call().structured().get("result")).hasSize(3);
            assertThat(fixture.call(1_000, null).structured().get("result")).hasSize(11);
            assertThat(vendor.seen())
                    .allSatisfy(seen -> assertThat(seen.target()).isEqualTo("/persons"));
        }
    }

    @Test
    void asksForTheSamePageSizeAllAlongWhateverLimitComesLater() {
        try (RawVendor vendor = persons(1, 500);
                Fixture fixture = new Fixture(vendor).paging(TOKENS)) {
            assertThat(walk(fixture, 4, 1, 9)).isEqualTo(eleven());
            assertThat(vendor.seen())
                    .isNotEmpty()
                    .allSatisfy(seen ->
                            assertThat(parameter(seen.target(), "page_size", 0)).isEqualTo(4));
        }
    }

    @Test
    void joinsTheListsOfAnAnswerThatHoldsSeveral() {
        Paging kinds = Paging.cursor("page_token", "/next").items("/events", "/emails");
        try (RawVendor vendor =
                        RawVendor.answering(RawVendor.json(200, "{\"emails\":[3],\"events\":[1,2],\"total\":3}"));
                Fixture fixture = new Fixture(vendor).paging(kinds)) {
            assertThat(fixture.call().structured()).hasToString("{\"result\":[1,2,3],\"meta\":{\"total\":3}}");
        }
    }

    @Test
    void countsOnWhenAVendorsPageShrankBelowWhatWasHandedOut() {
        try (RawVendor vendor =
                        RawVendor.answering(RawVendor.json(200, "{\"persons\":[1,2],\"next_page_token\":\"n\"}"));
                Fixture fixture = new Fixture(vendor).paging(TOKENS)) {
            UpstreamCall call = fixture.upstreamCall(2, null);
            CursorCodec codec = new CursorCodec(Fixture.KEY);
            ToolResult result = fixture.call(2, codec.encode(call, new PagePosition("t", 5, 2, 0)));
            assertThat(result.structured().get("result")).isEmpty();
            String next = result.structured().get("next_cursor").stringValue();
            assertThat(codec.decode(call, next)).isEqualTo(new PagePosition("n", 3, 2, 2));
        }
    }

    @Test
    void capsTheLimitAndSendsADefaultOnlyWhenThereIsOne() {
        Paging withDefault = TOKENS.limitParam("page_size", 50).defaultLimit(20);
        try (RawVendor vendor = RawVendor.answering(RawVendor.json(200, "{\"persons\":[]}"));
                Fixture fixture = new Fixture(vendor).paging(TOKENS)) {
            fixture.call();
            fixture.paging(withDefault).call();
            fixture.call(1_000, null);
            assertThat(vendor.seen().stream().map(RawVendor.Seen::target))
                    .containsExactly("/persons", "/persons?page_size=20", "/persons?page_size=50");
            assertThat(fixture.call(0, null).error()).isEqualTo(ToolError.gateway(ToolError.Kind.INVALID_ARGUMENTS));
            assertThat(vendor.seen()).hasSize(3);
        }
    }

    @Test
    void keepsTheRestOfTheEnvelopeAndAnEmptyPageThatGoesOn() {
        Paging nested = Paging.cursor("c", "/pagination/next").items("/events", "/emails", "/chat_messages");
        try (RawVendor vendor = RawVendor.answering(
                        RawVendor.json(200, "{\"emails\":[],\"pagination\":{\"next\":12},\"total\":7.50}"));
                Fixture fixture = new Fixture(vendor).paging(nested)) {
            JsonNode page = fixture.call().structured();
            assertThat(page.get("result")).isEmpty();
            assertThat(page.get("meta").toString()).isEqualTo("{\"total\":7.50}");
            fixture.call(null, page.get("next_cursor").stringValue());
            assertThat(vendor.seen().get(1).target()).isEqualTo("/persons?c=12");
        }
    }

    @Test
    void endsTheListAtAMissingNullOrEmptyToken() {
        for (String end : List.of("", ",\"next_page_token\":null", ",\"next_page_token\":\"\"")) {
            try (RawVendor vendor = RawVendor.answering(RawVendor.json(200, "{\"persons\":[1]" + end + "}"));
                    Fixture fixture = new Fixture(vendor).paging(TOKENS)) {
                assertThat(Fixture.json(fixture.call())).isEqualTo("{\"result\":[1]}");
            }
        }
    }

    @Test
    void passesAnAnswerOnWholeThatHoldsNoList() {
        for (String body :
                List.of("{\"report\":{\"rows\":[1]}}", "{\"persons\":{\"id\":1},\"next_page_token\":\"n\"}")) {
            try (RawVendor vendor = RawVendor.answering(RawVendor.json(200, body));
                    Fixture fixture = new Fixture(vendor).paging(TOKENS)) {
                ToolResult result = fixture.call();

                assertThat(result.isError()).isFalse();
                assertThat(result.structured().get("answer")).hasToString(body);
                assertThat(result.structured().has("next_cursor")).isFalse();
                assertThat(result.structured().at("/meta/notice").stringValue())
                        .contains("without the list that this tool promises");
            }
        }
    }

    @Test
    void refusesAnAnswerThatIsNothingOrHasAStrangeToken() {
        for (String body : List.of("{}", "7", "{\"persons\":[1],\"next_page_token\":{}}")) {
            try (RawVendor vendor = RawVendor.answering(RawVendor.json(200, body));
                    Fixture fixture = new Fixture(vendor).paging(TOKENS)) {
                assertThat(fixture.call().error().kind()).isEqualTo(ToolError.Kind.BAD_RESPONSE);
            }
        }
    }

    @Test
    void T_B05_refusesForgedTruncatedAndForeignCursorsBeforeAnythingIsSent() {
        try (RawVendor vendor = persons(1, 500);
                Fixture fixture = new Fixture(vendor).paging(TOKENS)) {
            String cursor =
                    fixture.call(2, null).structured().get("next_cursor").stringValue();
            List<String> forged = new ArrayList<>(List.of("", "x", "AAAA", cursor + "A", cursor + "=", " " + cursor));
            for (int i = 0; i < cursor.length(); i++) {
                char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
                forged.add(cursor.substring(0, i) + other + cursor.substring(i + 1));
                forged.add(cursor.substring(0, i));
            }
            vendor.seen().clear();
            for (String bad : forged) {
                ToolResult result = fixture.call(2, bad);
                assertThat(result.error()).as(bad).isEqualTo(ToolError.gateway(ToolError.Kind.INVALID_ARGUMENTS));
                assertThat(Fixture.text(result)).contains("exactly as received", "start over");
            }
            assertThat(fixture.as("t2", "a1").call(2, cursor).isError()).isTrue();
            assertThat(fixture.as("t1", "a2").call(2, cursor).isError()).isTrue();
            assertThat(vendor.seen()).isEmpty();
            assertThat(fixture.as("t1", "a1").call(2, cursor).isError()).isFalse();
        }
    }

    @Test
    void T_B05_aCursorGoesOnOnlyWithTheListThatItBelongsTo() {
        try (RawVendor vendor = persons(1, 500);
                Fixture fixture = new Fixture(vendor).paging(TOKENS)) {
            fixture.request(UpstreamRequest.get("/persons").query("term", "ada").build());
            String cursor =
                    fixture.call(2, null).structured().get("next_cursor").stringValue();
            vendor.seen().clear();

            fixture.request(UpstreamRequest.get("/persons").query("term", "bob").build());
            ToolResult other = fixture.call(2, cursor);

            assertThat(other.error()).isEqualTo(ToolError.gateway(ToolError.Kind.INVALID_ARGUMENTS));
            assertThat(Fixture.text(other)).contains("other arguments", "as on the page before");
            assertThat(vendor.seen()).isEmpty();

            fixture.request(UpstreamRequest.get("/persons").query("term", "ada").build());
            assertThat(fixture.call(5, cursor).isError()).isFalse();
        }
    }

    @Test
    void bindsACursorToItsToolAndKey() {
        try (Fixture fixture = new Fixture(
                        "https://v.example", new UpstreamClient(Fixture.config(Duration.ofSeconds(1)), g -> null))
                .paging(TOKENS)) {
            CursorCodec codec = new CursorCodec(Fixture.KEY);
            UpstreamCall call = fixture.upstreamCall(null, null);
            PagePosition position = new PagePosition("é/next?", 3, null, 7);
            String cursor = codec.encode(call, position);
            assertThat(codec.decode(call, cursor)).isEqualTo(position);
            UpstreamCall otherTool = fixture.tool(
                            Fixture.tool("list_all_affinity_notes").paging(TOKENS))
                    .upstreamCall(null, null);
            assertThatThrownBy(() -> codec.decode(otherTool, cursor)).isInstanceOf(UpstreamFailure.class);
            assertThatThrownBy(() -> new CursorCodec(CursorKey.derive("another")).decode(call, cursor))
                    .isInstanceOf(UpstreamFailure.class);
        }
    }
}
