package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tools against facts about their vendors that were collected independently of the specifications here. */
final class ReportIT {

    /** What facts say of the base URL, which an account says here. */
    private static final Map<String, String> BASE_PATHS = Map.of("affino", "/rest/{dbname}");

    private final Deviations deviations = Deviations.read();

    static List<String> integrations() {
        return ToolReport.integrations();
    }

    @Test
    void knowsEveryVendor() {
        assertThat(integrations())
                .isEqualTo(Artifacts.lines("/tool-names.txt")
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .distinct()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("integrations")
    void reportsThePublishedNames(String integration) {
        assertThat(ToolReport.of(integration).names()).isEqualTo(Artifacts.toolNames(integration));
    }

    @ParameterizedTest
    @MethodSource("integrations")
    void callsWhatTheVendorHas(String integration) {
        ToolReport report = ToolReport.of(integration);
        String basePath = BASE_PATHS.getOrDefault(integration, "");
        Map<String, String> documented = new TreeMap<>();
        Map<String, String> reported = new TreeMap<>();
        for (VendorFact fact : facts(integration)) {
            documented.put(fact.tool(), fact.line());
            reported.put(
                    fact.tool(), report.lineAsSent(fact.tool()).replaceFirst(" ", " " + basePath.replace("$", "\\$")));
        }
        assertThat(reported).isEqualTo(documented);
        assertThat(report.names()).hasSameElementsAs(documented.keySet());
    }

    @ParameterizedTest
    @MethodSource("integrations")
    void takesEveryParameterAtItsPlace(String integration) {
        ToolReport report = ToolReport.of(integration);
        List<String> differences = new ArrayList<>();
        for (VendorFact fact : facts(integration)) {
            fact.parameters().forEach((location, documented) -> {
                Map<String, Boolean> reported = report.parameters(fact.tool(), location);
                TreeSet<String> names = new TreeSet<>(documented.keySet());
                names.addAll(reported.keySet());
                for (String name : names) {
                    if (!String.valueOf(documented.get(name)).equals(String.valueOf(reported.get(name)))
                            && !deviations.includes(fact.tool(), location, name)) {
                        differences.add("%s, %s %s: required by the vendor %s, by the tool %s"
                                .formatted(fact.tool(), location, name, documented.get(name), reported.get(name)));
                    }
                }
            });
        }
        assertThat(differences).isEmpty();
    }

    private static List<VendorFact> facts(String integration) {
        List<VendorFact> facts = VendorFact.read(integration).orElse(List.of());
        if (facts.isEmpty()) {
            System.out.println("Skipped: the facts about " + integration + " are not beside this repository.");
        }
        Assumptions.assumeFalse(facts.isEmpty(), "collected facts about " + integration);
        return facts;
    }
}
