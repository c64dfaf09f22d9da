package dev.mcpcodegen.it.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Tomcat from its zip with one WAR at the root path, in a process of its own. */
final class Tomcat implements AutoCloseable {

    // Port 0 takes any free one; the log tells which. Port -1 means no port for shutting down.
    private static final String SERVER_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Server port="-1">
              <Service name="Catalina">
                <Connector port="0" address="127.0.0.1" protocol="HTTP/1.1"/>
                <Engine name="Catalina" defaultHost="localhost">
                  <Host name="localhost" appBase="webapps" autoDeploy="false" failCtxIfServletStartFails="true"/>
                </Engine>
              </Service>
            </Server>
            """;

    // Tomcat's own log manager still writes while the process ends.
    private static final String LOGGING = """
            handlers = java.util.logging.ConsoleHandler
            .handlers = java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level = INFO
            """;

    // As Tomcat's own script does, so that it finds what an application leaves in threads.
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.rmi/sun.rmi.transport");

    private static final Pattern PORT = Pattern.compile("http-nio-127\\.0\\.0\\.1-auto-1-(\\d+)");
    private static final Pattern STARTED = Pattern.compile("Server startup in");
    private static final Pattern FAILED = Pattern.compile("startup failed due to previous errors|SEVERE");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final int port;

    private Tomcat(Process process, Path log) {
        this.process = process;
        this.log = log;
        try {
            this.port = awaitStart();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts a Tomcat and returns when the WAR is up.
     *
     * @param base an own folder for its configuration, applications and log; made if it does not exist
     * @param systemProperties what the WAR learns from its environment
     * @throws IllegalStateException when it does not start; the message has its log
     */
    static Tomcat start(Path base, Path war, Map<String, String> systemProperties) {
        return start(base, war, systemProperties, List.of());
    }

    /** Starts a Tomcat whose Java gets options of its own. */
    static Tomcat start(Path base, Path war, Map<String, String> systemProperties, List<String> javaOptions) {
        try {
            for (String folder : List.of("conf", "logs", "temp", "webapps")) {
                Files.createDirectories(base.resolve(folder));
            }
            Files.writeString(base.resolve("conf/server.xml"), SERVER_XML);
            Files.writeString(base.resolve("conf/logging.properties"), LOGGING);
            Files.copy(
                    Artifacts.tomcatHome().resolve("conf/web.xml"),
                    base.resolve("conf/web.xml"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.copy(war, base.resolve("webapps/ROOT.war"), StandardCopyOption.REPLACE_EXISTING);
            Path log = base.resolve("logs/tomcat.log");
            Process process = new ProcessBuilder(command(base, systemProperties, javaOptions))
                    .directory(base.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Tomcat(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path base, Map<String, String> systemProperties, List<String> javaOptions) {
        Path home = Artifacts.tomcatHome();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        OPENED.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
        systemProperties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager");
        command.add("-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"));
        // The log is read here, and Tomcat translates it.
        command.add("-Duser.language=en");
        command.add("-Dcatalina.home=" + home);
        command.add("-Dcatalina.base=" + base);
        command.add("-Djava.io.tmpdir=" + base.resolve("temp"));
        command.add("-cp");
        command.add(home.resolve("bin/bootstrap.jar")
                + System.getProperty("path.separator")
                + home.resolve("bin/tomcat-juli.jar"));
        command.add("org.apache.catalina.startup.Bootstrap");
        command.add("start");
        return command;
    }

    private int awaitStart() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline) && process.isAlive()) {
            String text = log();
            Matcher found = PORT.matcher(text);
            if (STARTED.matcher(text).find()
                    && found.find()
                    && !FAILED.matcher(text).find()) {
                return Integer.parseInt(found.group(1));
            }
            if (FAILED.matcher(text).find()) {
                break;
            }
            pause();
        }
        throw new IllegalStateException("Tomcat does not start. Its log:\n" + log());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it has logged so far, also after it was closed. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, for tools that look into it. */
    long pid() {
        return process.pid();
    }

    /** Where it listens, without a trailing slash. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
