package dev.mcpcodegen.it.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How large generated lists of tools are, as MCP's {@code tools/list} answers with them. */
final class ToolLists {

    private ToolLists() {}

    /** Reads the definitions that we generate, one resource a tool. */
    static String ofResources(Path resources) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode full = mapper.createArrayNode();
        for (Path file : Folders.files(resources)) {
            if (file.toString().endsWith(".json")) {
                full.add(mapper.readTree(file.toFile()));
            }
        }
        long withOutputs = bytes(full);
        full.forEach(tool -> ((ObjectNode) tool).remove("outputSchema"));
        return words(full.size(), bytes(full)) + "; with output schemas " + megabytes(withOutputs);
    }

    /** Evaluates the table of tools in what openapi-mcp-generator generates. */
    static String ofGeneratedTypeScript(Path source, Path work) throws IOException, InterruptedException {
        Path script = work.resolve("tools-list.mjs");
        try (InputStream resource = ToolLists.class.getResourceAsStream("/tools-list.mjs")) {
            Files.copy(Objects.requireNonNull(resource), script, StandardCopyOption.REPLACE_EXISTING);
        }
        String[] printed = NodePackages.run(List.of("node", script.toString(), source.toString()))
                .split(" ", -1);
        return words(Integer.parseInt(printed[0]), Long.parseLong(printed[1]));
    }

    private static long bytes(ArrayNode tools) {
        return tools.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static String words(int tools, long bytes) {
        return tools + " tools, " + megabytes(bytes);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f MB", bytes / 1e6);
    }
}
