package dev.mcpcodegen.runtime.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.limit.ByteBudget;
import dev.mcpcodegen.runtime.tool.Content;
import dev.mcpcodegen.runtime.tool.Paging;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers that a vendor may give and a model cannot take. */
@NullUnmarked
class LargeResultTest {

    private static final int MAX_RESULT = 10_000;

    private static Fixture fixture(RawVendor vendor) {
        UpstreamConfig config = new UpstreamConfig(
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                1_000_000,
                new ByteBudget(10_000_000),
                Fixture.KEY,
                MAX_RESULT,
                1_000_000);
        return new Fixture(
                vendor.url(),
                new UpstreamClient(config, grant -> CompletableFuture.completedFuture(new Credential.None())));
    }

    private static ToolResult read(String contentType, String body) {
        try (RawVendor vendor = RawVendor.answering(RawVendor.answer(200, contentType, body));
                Fixture fixture = fixture(vendor)) {
            return fixture.call();
        }
    }

    private static String person(int id, int weight) {
        return "{\"id\":" + id + ",\"text\":\"" + "x".repeat(weight) + "\"}";
    }

    private static String list(int count, int weight) {
        return IntStream.range(0, count)
                .mapToObj(id -> person(id, weight))
                .collect(Collectors.joining(
                        ",", "{\"persons\":[", "],\"next_page_token\":null,\"total\":" + count + "}"));
    }

    @Test
    void aListEndsEarlyAndGoesOnAtTheFirstItemThatWasLeftOut() {
        Paging paging =
                Paging.cursor("page_token", "/next_page_token").maxLimit(500).items("/persons");
        try (RawVendor vendor = RawVendor.answering(RawVendor.json(200, list(200, 300)));
                Fixture fixture = fixture(vendor).paging(paging)) {
            List<Integer> walked = new ArrayList<>();
            String cursor = null;
            do {
                ToolResult result = fixture.call(200, cursor);
                JsonNode page = result.structured();
                assertThat(Fixture.json(result).getBytes(UTF_8)).hasSizeLessThanOrEqualTo(MAX_RESULT);
                page.get("result").forEach(item -> {
                    assertThat(item.get("text").stringValue()).hasSize(300);
                    walked.add(item.get("id").intValue());
                });
                cursor = page.path("next_cursor").asString("");
                assertThat(page.at("/meta/left_out").asString("").contains("next_cursor goes on"))
                        .isEqualTo(!cursor.isEmpty());
            } while (!cursor.isEmpty());

            assertThat(walked)
                    .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
            assertThat(vendor.seen()).hasSizeGreaterThan(5);
        }
    }

    @Test
    void anItemThatNoPageCouldHoldIsCutAndTheListGoesOnBehindIt() {
        String body = "{\"persons\":[" + person(1, 5) + "," + person(2, 50_000) + "," + person(3, 5) + "]}";
        Paging paging = Paging.unpaged().maxLimit(100).items("/persons");
        try (RawVendor vendor = RawVendor.answering(RawVendor.json(200, body));
                Fixture fixture = fixture(vendor).paging(paging)) {
            JsonNode first = fixture.call(100, null).structured();
            ToolResult second = fixture.call(100, first.get("next_cursor").stringValue());
            JsonNode third = fixture.call(
                            100, second.structured().get("next_cursor").stringValue())
                    .structured();

            assertThat(first.at("/result/0/id").intValue()).isEqualTo(1);
            assertThat(second.structured().at("/result/0/id").intValue()).isEqualTo(2);
            assertThat(second.structured().at("/meta/left_out").stringValue())
                    .contains("of 50,000 characters of \"/text\"");
            assertThat(Fixture.json(second).getBytes(UTF_8)).hasSizeLessThanOrEqualTo(MAX_RESULT);
            assertThat(third.at("/result/0/id").intValue()).isEqualTo(3);
            assertThat(third.has("next_cursor")).isFalse();
        }
    }

    @Test
    void anObjectKeepsWhatIsSmallAndTellsWhatIsMissing() {
        String body = "{\"id\":7,\"body\":\"" + "é\\n".repeat(40_000) + "\",\"rows\":["
                + IntStream.range(0, 5_000).mapToObj(Integer::toString).collect(Collectors.joining(","))
                + "],\"last\":true}";

        ToolResult result = read("application/json", body);

        JsonNode value = result.structured();
        assertThat(Fixture.json(result).getBytes(UTF_8)).hasSizeLessThanOrEqualTo(MAX_RESULT);
        assertThat(value.get("id").intValue()).isEqualTo(7);
        assertThat(value.get("last").booleanValue()).isTrue();
        assertThat(value.get("body").stringValue()).startsWith("é\né\n").endsWith("…");
        assertThat(value.get("rows").size()).isGreaterThan(500).isLessThan(5_000);
        assertThat(value.get("rows").get(499).intValue()).isEqualTo(499);
        assertThat(value.get("_notice").stringValue())
                .contains("of 80,000 characters of \"/body\"", "of 5,000 items of \"/rows\"", "narrower filter");
        assertThat(Fixture.text(result)).isEqualTo(Fixture.json(result));
    }

    @Test
    void aTextKeepsItsBeginning() {
        ToolResult result = read("text/plain; charset=utf-8", "word ".repeat(20_000));

        assertThat(Fixture.text(result)).startsWith("word word").endsWith("…").hasSizeLessThan(MAX_RESULT);
        assertThat(((Content.Text) result.content().get(1)).text()).contains("of 100,000 characters of the answer");
    }

    @Test
    void whatFitsIsNotTouched() {
        String body = "{\"text\":\"" + "x".repeat(MAX_RESULT - 100) + "\"}";
        assertThat(Fixture.json(read("application/json", body))).isEqualTo(body);
        String padded = "{\"text\":\"x\"" + " ".repeat(2 * MAX_RESULT) + "}";
        assertThat(Fixture.json(read("application/json", padded))).isEqualTo("{\"text\":\"x\"}");
    }

    @Test
    void cutsWhateverItIsGivenToTheSizeAndToAPartOfIt() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            JsonNode value = value(random, 5);
            int room = 10 + random.nextInt(400);

            JsonNode cut = new ResultCut().cut(value, room);

            assertThat(ResultCut.size(cut)).isLessThanOrEqualTo(Math.max(room, 4));
            assertPart(cut, value);
        }
    }

    private static JsonNode value(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 3 : 5);
        if (kind == 0) {
            return ToolJson.MAPPER.getNodeFactory().numberNode(random.nextLong());
        }
        if (kind == 1) {
            return ToolJson.MAPPER.getNodeFactory().stringNode("é\"\n😀x".repeat(random.nextInt(30)));
        }
        if (kind == 2) {
            return ToolJson.MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
        }
        if (kind == 3) {
            ArrayNode array = ToolJson.MAPPER.createArrayNode();
            for (int i = random.nextInt(12); i > 0; i--) {
                array.add(value(random, depth - 1));
            }
            return array;
        }
        ObjectNode object = ToolJson.MAPPER.createObjectNode();
        for (int i = random.nextInt(12); i > 0; i--) {
            object.set("member\"" + i, value(random, depth - 1));
        }
        return object;
    }

    private static void assertPart(JsonNode cut, JsonNode whole) {
        if (cut.isObject()) {
            cut.forEachEntry((name, value) -> assertPart(value, whole.get(name)));
        } else if (cut.isArray()) {
            for (int i = 0; i < cut.size(); i++) {
                assertPart(cut.get(i), whole.get(i));
            }
        } else if (cut.isString() && !cut.equals(whole)) {
            assertThat(cut.stringValue()).endsWith("…");
            assertThat(whole.stringValue())
                    .startsWith(cut.stringValue().substring(0, cut.stringValue().length() - 1));
        } else if (!cut.isNull()) {
            assertThat(cut).isEqualTo(whole);
        }
    }
}
