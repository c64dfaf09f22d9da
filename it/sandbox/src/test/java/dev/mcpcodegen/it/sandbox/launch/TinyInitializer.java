package dev.mcpcodegen.it.sandbox.launch;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;

/** Registers the servlet of {@link TinyWar}, as a library in {@code WEB-INF/lib} does. */
public final class TinyInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        if (context.getInitParameter("fail") != null) {
            throw new IllegalStateException("asked to fail");
        }
        context.addServlet("tiny", TinyServlet.class).addMapping("/mcp/*");
    }
}
