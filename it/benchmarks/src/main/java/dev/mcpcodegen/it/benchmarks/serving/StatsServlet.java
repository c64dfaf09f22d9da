package dev.mcpcodegen.it.benchmarks.serving;

import com.sun.management.ThreadMXBean;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Tells what only the process itself can know: one {@code name=value} a line. */
final class StatsServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private volatile long startMillis;

    void startedIn(long nanos) {
        startMillis = nanos / 1_000_000;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        if (request.getParameter("gc") != null) {
            System.gc();
        }
        String stats = "allocated=" + allocated() + "\nheap="
                + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + "\nourThreads=" + ourThreads()
                + "\nstartMillis=" + startMillis + "\n";
        response.setContentLength(stats.length());
        response.getOutputStream().print(stats);
    }

    /** Of the threads that live; the pools here keep theirs. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    private static long ourThreads() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("mcp-"))
                .count();
    }
}
