package dev.mcpcodegen.it.sandbox.launch;

import dev.mcpcodegen.it.sandbox.Sandbox;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The demo: a WAR with the stand-ins behind it, ready to be added to an MCP client. */
public final class Demo implements AutoCloseable {

    private final Path demoJson;
    private final Sandbox sandbox;
    private final WarServer server;
    private final List<DemoIntegration> integrations;

    private Demo(Path demoJson, Sandbox sandbox, WarServer server, List<DemoIntegration> integrations) {
        this.demoJson = demoJson;
        this.sandbox = sandbox;
        this.server = server;
        this.integrations = integrations;
    }

    /**
     * Serves until the process is asked to stop: the WAR, its port (0 for any free one), where to write what runs, and optionally a
     * library that adds the integration {@code fixtures} to the WAR.
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 3 || arguments.length > 4) {
            throw new IllegalArgumentException("Usage: Demo <war> <port> <demo.json> [<fixtures.jar>]");
        }
        Path war = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        Path demoJson = Path.of(arguments[2]);
        Demo demo = arguments.length == 3
                ? start(war, port, demoJson, DemoIntegration.all())
                : start(
                        ExtendedWar.write(
                                war, Path.of(arguments[3]), demoJson.resolveSibling("demo-with-fixtures.war")),
                        port,
                        demoJson,
                        DemoIntegration.allWithFixtures());
        Runtime.getRuntime().addShutdownHook(new Thread(demo::stop, "demo-stop"));
        demo.announce(System.out);
        new CountDownLatch(1).await();
    }

    /**
     * Starts everything and returns when each MCP server lists its tools.
     *
     * <p>An {@code mcp.yaml} with accounts and grants is written beside {@code demoJson}. The WAR learns of it through
     * system properties, because these win over whatever the shell exports.
     */
    static Demo start(Path war, int port, Path demoJson, List<DemoIntegration> integrations)
            throws InterruptedException {
        PrivateFile.delete(demoJson);
        Sandbox sandbox = Sandbox.start(0);
        Path home = demoJson.toAbsolutePath().resolveSibling("mcp-home");
        Path configuration = home.resolve("mcp.yaml");
        PrivateFile.write(configuration, DemoIntegration.configuration(integrations, sandbox.url()));
        System.setProperty("mcp.home", home.toString());
        System.setProperty("mcp.config", configuration.toString());
        WarServer server = serve(war, port, sandbox);
        Demo demo = new Demo(demoJson, sandbox, server, integrations);
        try {
            demo.awaitReady();
            PrivateFile.write(demoJson, demo.describe().toPrettyString());
            return demo;
        } catch (RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    private static WarServer serve(Path war, int port, Sandbox sandbox) {
        try {
            return WarServer.start(war, port, Map.of());
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private void awaitReady() throws InterruptedException {
        EndpointProbe probe = new EndpointProbe();
        for (DemoIntegration integration : integrations) {
            probe.awaitReady(integration.url(server.url()));
        }
    }

    private ObjectNode describe() {
        ObjectNode description = JsonNodeFactory.instance
                .objectNode()
                .put("baseUrl", server.url())
                .put("sandboxUrl", sandbox.url())
                .put("pid", ProcessHandle.current().pid());
        ArrayNode servers = description.putArray("servers");
        integrations.forEach(integration ->
                servers.addObject().put("integration", integration.name()).put("url", integration.url(server.url())));
        return description;
    }

    /** Prints how to use what runs. */
    void announce(PrintStream out) {
        for (DemoIntegration integration : integrations) {
            String url = integration.url(server.url());
            out.printf("%n%s%n", integration.name());
            out.printf("  MCP server  %s%n", url);
            out.printf("  Claude Code claude mcp add --transport http %s %s%n", integration.name(), url);
            out.printf(
                    "  try it      curl -s %s -H 'Content-Type: application/json'"
                            + " -H 'Accept: application/json, text/event-stream' -d '%s'%n",
                    url, EndpointProbe.LIST_TOOLS);
        }
        out.printf(
                "%nStand-ins of the vendors: %s (what they received: %s/_sandbox/requests)%n",
                sandbox.url(), sandbox.url());
        out.printf("Ctrl-C stops everything.%n");
        out.flush();
    }

    /** Stops everything and deletes the description of what ran. */
    @Override
    public void close() {
        PrivateFile.delete(demoJson);
        server.close();
        sandbox.close();
    }

    /** Ends the process with status 0: being stopped is how a demo ends well, not a failure of the build that runs it. */
    private void stop() {
        try {
            close();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
