package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every tool of Affinity succeeds and sends what it says, with as little and with as much as its schema allows. */
@OnEachContainer
final class AffinityToolsIT {

    private final Deployment deployment;
    private final ToolReport report = ToolReport.of("affinity");
    private final ModernClient client;

    AffinityToolsIT(Deployment deployment) {
        this.deployment = deployment;
        this.client = ModernClient.of(deployment, TestGrant.FULL);
    }

    @TestFactory
    Stream<DynamicTest> succeedsWithTheLeastArguments() {
        return tools().map(tool -> DynamicTest.dynamicTest(name(tool), () -> {
            Vendor vendor = deployment.resetVendor();
            ObjectNode arguments = new SampleArguments(vendor, report).required(tool);

            JsonNode answer = client.call(name(tool), arguments.toString()).json();

            assertThat(answer.at("/result/isError").asBoolean(false))
                    .as("%s %s: %s", name(tool), arguments, answer)
                    .isFalse();
            assertThat(answer.at("/result/content")).as("%s", answer).isNotEmpty();
            assertReached(vendor.requests().get(0), name(tool));
        }));
    }

    @TestFactory
    Stream<DynamicTest> sendsEveryArgumentUnderItsWireName() {
        return tools().map(tool -> DynamicTest.dynamicTest(name(tool), () -> {
            Vendor vendor = deployment.resetVendor();
            ObjectNode arguments = new SampleArguments(vendor, report).all(tool);

            JsonNode answer = client.call(name(tool), arguments.toString()).json();

            // Arguments that exclude each other may be refused, but only by the vendor.
            assertThat(vendor.requests())
                    .as("%s %s: %s", name(tool), arguments, answer)
                    .isNotEmpty();
            RecordedRequest request = vendor.requests().get(0);
            assertReached(request, name(tool));
            Set<String> query = wireNames(name(tool), "query");
            report.pagingParameters(name(tool)).stream().limit(1).forEach(query::add);
            assertThat(queryNames(request)).hasSameElementsAs(query);
            assertThat(bodyNames(request)).hasSameElementsAs(wireNames(name(tool), "body"));
        }));
    }

    private Stream<JsonNode> tools() {
        List<JsonNode> tools = client.listTools().path("tools").valueStream().toList();
        assertThat(tools).hasSize(53);
        return tools.stream();
    }

    private void assertReached(RecordedRequest request, String tool) {
        assertThat(request.method()).isEqualTo(report.method(tool));
        assertThat(request.rawPath()).matches(pattern(report.path(tool)));
        assertThat(request.header("authorization")).isEqualTo(Vendor.AUTHORIZATION);
        Set<String> declared = wireNames(tool, "query");
        declared.addAll(report.pagingParameters(tool));
        assertThat(declared).containsAll(queryNames(request));
    }

    /** What a path template matches when every variable is a number. */
    private static Pattern pattern(String template) {
        return Pattern.compile("/affinity" + template.replaceAll("\\{[^}]+}", "[0-9]+"));
    }

    private Set<String> wireNames(String tool, String location) {
        Set<String> names = new HashSet<>();
        report.arguments(tool, location)
                .forEach(argument -> names.add(argument.path("wireName").asString()));
        return names;
    }

    private static List<String> queryNames(RecordedRequest request) {
        String query = request.rawQuery();
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.substring(0, pair.indexOf('=')))
                        .distinct()
                        .toList();
    }

    private static List<String> bodyNames(RecordedRequest request) {
        if (request.body() instanceof ReceivedBody.Json json) {
            return new ArrayList<>(json.value().propertyNames());
        }
        if (request.body() instanceof ReceivedBody.Multipart multipart) {
            return multipart.parts().stream().map(Part::name).distinct().toList();
        }
        assertThat(request.body()).isInstanceOf(ReceivedBody.None.class);
        return List.of();
    }

    private static String name(JsonNode tool) {
        return Objects.requireNonNull(tool.get("name")).asString();
    }
}
