package dev.mcpcodegen.it.benchmarks.serving;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.Result;

/** Reads what comes, asks the vendor without waiting, hands the answer on as it is: the least that any proxy has to do. */
final class ProxyServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient VendorClient vendor;

    ProxyServlet(VendorClient vendor) {
        this.vendor = vendor;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getInputStream().readAllBytes();
        AsyncContext async = request.startAsync(request, response);
        vendor.request("fast/items/4711").send(new BufferingResponseListener() {
            @Override
            public void onComplete(Result result) {
                response.setStatus(
                        result.isSucceeded()
                                ? result.getResponse().getStatus()
                                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                write(getContent(), response);
                async.complete();
            }
        });
    }

    private static void write(byte[] content, HttpServletResponse response) {
        try {
            response.setContentType("application/json");
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
