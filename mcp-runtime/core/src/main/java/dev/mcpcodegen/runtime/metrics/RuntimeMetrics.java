package dev.mcpcodegen.runtime.metrics;

import dev.mcpcodegen.runtime.tool.ToolResult;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Counts requests and calls. Thread-safe. */
public final class RuntimeMetrics {

    /** The media type of what {@link #write} writes. */
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double NANOS = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();

    private final Counter requests = Counter.builder()
            .name("mcp_requests")
            .help("Answered HTTP requests to MCP endpoints, by status")
            .labelNames("status")
            .withoutExemplars()
            .register(registry);
    private final Counter calls = Counter.builder()
            .name("mcp_tool_calls")
            .help("Finished tool calls, by integration and outcome: ok, or the kind of the error")
            .labelNames("integration", "outcome")
            .withoutExemplars()
            .register(registry);
    private final Histogram seconds = Histogram.builder()
            .name("mcp_tool_call_seconds")
            .help("Time from a call's arguments to its result, by integration")
            .labelNames("integration")
            .classicOnly()
            .classicUpperBounds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50)
            .withoutExemplars()
            .register(registry);

    /** Shows a number that is read when it is asked for. */
    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(gauge -> gauge.call(value.getAsDouble()))
                .register(registry);
    }

    /** Counts an answer. */
    public void answered(int status) {
        requests.labelValues(Integer.toString(status)).inc();
    }

    /** Counts a call; {@code result} is null when this server failed. */
    public void called(String integration, @Nullable ToolResult result, Duration time) {
        calls.labelValues(integration, outcome(result)).inc();
        seconds.labelValues(integration).observe(time.toNanos() / NANOS);
    }

    /** Writes all numbers. */
    public void write(OutputStream output) throws IOException {
        writer.write(output, registry.scrape());
    }

    private static String outcome(@Nullable ToolResult result) {
        if (result == null) {
            return "internal";
        }
        return result.error() == null ? "ok" : result.error().kind().wireName();
    }
}
