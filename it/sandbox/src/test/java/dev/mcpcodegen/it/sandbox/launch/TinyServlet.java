package dev.mcpcodegen.it.sandbox.launch;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The servlet of {@link TinyWar}: GET tells where it runs, POST answers whoever has a token of {@code mcp.yaml}. */
public final class TinyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print("parameter=" + getServletContext().getInitParameter("greeting")
                        + " library=" + origin("org.eclipse.jetty.util.StringUtil")
                        + " server=" + origin("org.eclipse.jetty.server.Server"));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = request.getPathInfo().substring(1);
        boolean isKnown =
                Files.readString(Path.of(System.getProperty("mcp.config"))).contains("token: \"" + token + "\"");
        response.setStatus(isKnown ? 200 : 404);
        response.getWriter().print("{}");
    }

    private String origin(String className) {
        ClassLoader own = getClass().getClassLoader();
        try {
            return Class.forName(className, false, own).getClassLoader().equals(own) ? "own" : "shared";
        } catch (ClassNotFoundException e) {
            return "hidden";
        }
    }
}
