package dev.mcpcodegen.it.sandbox.launch;

import jakarta.servlet.ServletContainerInitializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jetty.util.StringUtil;

/** A WAR as the product's are: an initializer in a library, no {@code web.xml}, and a Jetty library of its own. */
final class TinyWar {

    private TinyWar() {}

    static Path in(Path folder) throws IOException, URISyntaxException {
        Map<String, byte[]> library = new LinkedHashMap<>();
        library.put(
                "META-INF/services/" + ServletContainerInitializer.class.getName(),
                TinyInitializer.class.getName().getBytes(StandardCharsets.UTF_8));
        library.put(entry(TinyInitializer.class), bytes(TinyInitializer.class));
        Path jettyUtil = Path.of(StringUtil.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Map<String, byte[]> war = new LinkedHashMap<>();
        war.put("WEB-INF/classes/" + entry(TinyServlet.class), bytes(TinyServlet.class));
        war.put("WEB-INF/lib/tiny.jar", zip(library));
        war.put("WEB-INF/lib/jetty-util.jar", Files.readAllBytes(jettyUtil));
        Path file = folder.resolve("tiny.war");
        Files.write(file, zip(war));
        return file;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String entry(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getClassLoader().getResourceAsStream(entry(type))) {
            if (in == null) {
                throw new IOException("No class file of " + type);
            }
            return in.readAllBytes();
        }
    }
}
