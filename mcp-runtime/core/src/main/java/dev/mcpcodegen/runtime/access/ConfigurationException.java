package dev.mcpcodegen.runtime.access;

import java.io.Serial;
import java.util.List;

/** The configuration cannot be used. Its message lists every problem with its place and its cure, and holds no secret. */
public final class ConfigurationException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public ConfigurationException(List<String> problems) {
        super("The configuration cannot be used:\n- " + String.join("\n- ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, one sentence or two for each problem. */
    public List<String> problems() {
        return problems;
    }
}
