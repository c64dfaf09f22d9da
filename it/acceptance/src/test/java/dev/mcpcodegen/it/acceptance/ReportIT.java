package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The tools against facts about a vendor that were collected independently of its specification here. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"affinity", "octapipe"})
final class ReportIT {

    /** Where a tool asks for less than the vendor documents, and why. */
    private static final Map<String, String> OPTIONAL_ON_PURPOSE = Map.of(
            "list_all_affinity_interactions type",
                    "published calls leave it out; the vendor's error says what is missing",
            "list_all_affinity_interactions start_time", "published calls leave it out",
            "list_all_affinity_interactions end_time", "published calls leave it out");

    private final String vendor;
    private final ToolReport report;

    ReportIT(String vendor) {
        this.vendor = vendor;
        this.report = ToolReport.read(vendor);
    }

    @Test
    void reportsThePublishedNames() {
        assertThat(report.names()).isEqualTo(Artifacts.tools(vendor));
    }

    @Test
    void callsWhatTheVendorDocuments() {
        Map<String, String> documented = new TreeMap<>();
        Map<String, String> reported = new TreeMap<>();
        for (JsonNode fact : facts()) {
            String name = fact.path("tool").asString();
            documented.put(name, fact.path("http").asString());
            reported.put(name, report.line(name));
        }
        assertThat(reported).isEqualTo(documented).hasSameSizeAs(report.names());
    }

    @Test
    void takesEveryDocumentedParameterAtItsPlace() {
        List<String> differences = new ArrayList<>();
        for (JsonNode fact : facts()) {
            Stream.of("path", "query", "body").forEach(location -> compare(fact, location, differences));
        }
        assertThat(differences).isEmpty();
    }

    private void compare(JsonNode fact, String location, List<String> differences) {
        String tool = fact.path("tool").asString();
        Map<String, Boolean> documented = new TreeMap<>();
        fact.path(location + "_params")
                .forEach(parameter -> documented.put(
                        parameter.path("name").asString(),
                        parameter.path("required").asBoolean()
                                && !OPTIONAL_ON_PURPOSE.containsKey(
                                        tool + " " + parameter.path("name").asString())));
        Map<String, Boolean> reported = new TreeMap<>();
        report.arguments(tool, location)
                .forEach(argument -> reported.put(
                        argument.path("wireName").asString(),
                        argument.path("required").asBoolean()));
        if (location.equals("query")) {
            report.pagingParameters(tool).forEach(parameter -> reported.put(parameter, false));
        }
        if (!documented.equals(reported)) {
            differences.add("%s, %s: documented %s, but reported %s".formatted(tool, location, documented, reported));
        }
    }

    private List<JsonNode> facts() {
        Path file = Artifacts.facts().resolve(vendor + ".yaml");
        if (!Files.exists(file)) {
            System.out.println("Skipped: the collected facts about " + vendor + " are not beside this repository.");
        }
        Assumptions.assumeTrue(Files.exists(file), "collected facts about " + vendor);
        try {
            return new YAMLMapper()
                    .readTree(Files.readString(file))
                    .path("tools")
                    .valueStream()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
