package dev.mcpcodegen.it.benchmarks.serving;

import dev.mcpcodegen.runtime.servlet.McpServletInitializer;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One server: arguments are the container ({@code tomcat}, {@code jetty}) and what is served ({@code bare}, {@code ours}, {@code sdk},
 * {@code nothing}).
 * What it is to serve comes by system properties.
 */
public final class ServerProcess {

    private ServerProcess() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        Map<String, Servlet> servlets = new LinkedHashMap<>();
        StatsServlet stats = new StatsServlet();
        servlets.put("/stats", stats);
        ServletContainerInitializer initializer = (classes, context) -> {};
        switch (arguments[1]) {
            case "bare" -> servlets.putAll(bare());
            case "ours" -> initializer = new McpServletInitializer();
            case "sdk" -> servlets.put("/mcp", SdkServlet.serving(ServedTools.definitions(toolCount()), vendor()));
            case "nothing" -> {}
            default -> throw new IllegalArgumentException(arguments[1]);
        }
        int port = arguments[0].equals("jetty")
                ? JettyContainer.start(servlets, initializer)
                : TomcatContainer.start(servlets, initializer);
        stats.startedIn(System.nanoTime() - start);
        ChildProcess.announce(port);
    }

    /** How many tools this process serves. */
    static int toolCount() {
        return Integer.getInteger("benchmark.tools", 100);
    }

    private static VendorClient vendor() {
        return new VendorClient(property("benchmark.vendor"));
    }

    private static Map<String, Servlet> bare() throws IOException {
        Path answers = Path.of(property("benchmark.answers"));
        Map<String, Servlet> servlets = new LinkedHashMap<>();
        for (Scenario scenario : Scenario.values()) {
            servlets.put(
                    "/" + scenario.name(),
                    scenario == Scenario.PROXIED
                            ? new ProxyServlet(vendor())
                            : new FixedAnswerServlet(
                                    Files.readAllBytes(answers.resolve(scenario.name())), scenario.takesGzip()));
        }
        return servlets;
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
