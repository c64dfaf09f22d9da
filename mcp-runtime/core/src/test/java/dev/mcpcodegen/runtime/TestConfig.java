package dev.mcpcodegen.runtime;

import java.util.HashMap;
import java.util.Map;

/** Settings as a deployment would give them; what is not given has its default. */
public final class TestConfig {

    private TestConfig() {}

    /** Reads {@code NAME, value, NAME, value ...}. */
    public static McpConfig of(String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new McpConfigReader(name -> null, name -> null, values::get).read();
    }
}
