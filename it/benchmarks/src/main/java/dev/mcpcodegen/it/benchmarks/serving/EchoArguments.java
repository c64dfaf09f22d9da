package dev.mcpcodegen.it.benchmarks.serving;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/** What most tools here take: eight arguments of all types. */
record EchoArguments(
        @JsonProperty("text") String text,
        @JsonProperty("count") long count,
        @JsonProperty("ratio") BigDecimal ratio,
        @JsonProperty("active") boolean active,
        @JsonProperty("kind") String kind,
        @JsonProperty("tags") List<String> tags,
        @JsonProperty("note") String note,
        @JsonProperty("owner") Owner owner) {

    record Owner(
            @JsonProperty("id") String id,
            @JsonProperty("name") String name) {}
}
