package dev.mcpcodegen.it.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What was found out about one operation of a vendor, independently of our specification of it.
 *
 * @param tool the name of the tool that stands for it
 * @param line method and path, such as {@code GET /persons/{id}}
 * @param parameters whether each parameter is required, by location and name
 */
record VendorFact(String tool, String line, Map<String, Map<String, Boolean>> parameters) {

    /** Reads the facts about a vendor; none where they were not collected. */
    static Optional<List<VendorFact>> read(String vendor) {
        Path file = Artifacts.facts().resolve(vendor + ".yaml");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode facts = new YAMLMapper().readTree(Files.readString(file));
            return Optional.of(
                    facts.path("tools").valueStream().map(VendorFact::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files were written by several people, in two forms. */
    private static VendorFact of(JsonNode fact) {
        String line = fact.path("http")
                .asString(fact.path("method").asString("") + " "
                        + fact.path("path").asString(""));
        JsonNode body = fact.has("body_params") ? fact.path("body_params") : fact.at("/body/fields");
        return new VendorFact(
                fact.path("tool").asString(fact.path("name").asString("")),
                line,
                Map.of(
                        "path", required(fact.path("path_params")),
                        "query", required(fact.path("query_params")),
                        "body", required(body)));
    }

    /** What is required as one of several is not required by itself. */
    private static Map<String, Boolean> required(JsonNode parameters) {
        Map<String, Boolean> required = new TreeMap<>();
        parameters.forEach(parameter -> required.put(
                parameter.path("name").asString(),
                parameter.path("required").isBoolean()
                        && parameter.path("required").asBoolean()));
        return required;
    }
}
