package dev.mcpcodegen.it.benchmarks.serving;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Reads what comes and writes the same bytes every time: the least that any servlet has to do. */
final class FixedAnswerServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private final byte[] answer;
    private final boolean gzip;

    FixedAnswerServlet(byte[] answer, boolean gzip) {
        this.answer = answer;
        this.gzip = gzip;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getInputStream().readAllBytes();
        response.setContentType("application/json");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }
}
