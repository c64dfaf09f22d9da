package dev.mcpcodegen.it.benchmarks.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the processes that are measured, each with the same heap. All of them end with this object. */
final class Servers implements AutoCloseable {

    private static final String ROUTERS = "META-INF/services/dev.mcpcodegen.runtime.servlet.McpServlet";

    private final Path folder;
    private final List<ChildProcess> started = new ArrayList<>();

    Servers(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    ChildProcess vendor() throws IOException {
        return keep(ChildProcess.start(
                VendorProcess.class, folder.resolve("vendor.log"), List.of(), List.of("-Xmx512m"), List.of()));
    }

    ChildProcess bare(ChildProcess vendor, Path answers) throws IOException {
        return start("tomcat", "bare", List.of(), List.of("-Dbenchmark.answers=" + answers, vendorOption(vendor)));
    }

    ChildProcess sdk(ChildProcess vendor) throws IOException {
        return start("tomcat", "sdk", List.of(), List.of(vendorOption(vendor)));
    }

    /** A Jetty with the tools that the class path holds, or with nothing at all. */
    ChildProcess started(List<String> classPath) throws IOException {
        return classPath.isEmpty()
                ? start("jetty", "nothing", classPath, List.of())
                : start("jetty", "ours", classPath, List.of("-Dmcp.config=" + configured("https://api.example.com")));
    }

    /** Ours with a number of tools. */
    ChildProcess ours(String container, ChildProcess vendor, int tools, List<String> options) throws IOException {
        Path config = configured(url(vendor));
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(
                "-Dmcp.config=" + config,
                "-Dmcp.max.requests=20000",
                "-Dmcp.max.calls.per.account=20000",
                "-Dbenchmark.tools=" + tools));
        return start(container, "ours", List.of(router(folder)), all);
    }

    /** Makes a class path on which our router is found. */
    private static String router(Path folder) throws IOException {
        Path router = folder.resolve("router").resolve(ROUTERS);
        Files.createDirectories(router.getParent());
        Files.writeString(router, BenchmarkRouter.class.getName());
        return folder.resolve("router").toString();
    }

    private ChildProcess start(String container, String what, List<String> classPath, List<String> options)
            throws IOException {
        String name = container + "-" + what + "-" + started.size();
        List<String> all = new ArrayList<>(List.of("-Xms512m", "-Xmx512m"));
        // The trail goes to a file, as it does in production.
        all.add("-Dorg.slf4j.simpleLogger.logFile=" + folder.resolve(name + "-audit.log"));
        all.addAll(options);
        return keep(ChildProcess.start(
                ServerProcess.class, folder.resolve(name + ".log"), classPath, all, List.of(container, what)));
    }

    private ChildProcess keep(ChildProcess process) {
        started.add(process);
        return process;
    }

    private static String vendorOption(ChildProcess vendor) {
        return "-Dbenchmark.vendor=" + url(vendor);
    }

    private static String url(ChildProcess vendor) {
        return "http://127.0.0.1:" + vendor.port();
    }

    private Path configured(String vendorUrl) throws IOException {
        String configuration = """
                accounts:
                  bench:
                    tenant: benchmark
                    integration: %s
                    baseUrl: %s
                    allowPrivateAddress: true
                    credential: {type: none}
                grants:
                  - {id: all, account: bench, token: %s, present: header}
                """.formatted(ServedTools.INTEGRATION, vendorUrl, Scenario.TOKEN);
        return Files.writeString(folder.resolve("mcp.yaml"), configuration);
    }

    @Override
    public void close() {
        started.forEach(ChildProcess::close);
    }
}
