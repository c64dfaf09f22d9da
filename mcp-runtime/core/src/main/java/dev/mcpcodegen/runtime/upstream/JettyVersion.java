package dev.mcpcodegen.runtime.upstream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a Jetty that this code was not compiled for. Builds that manage versions put an older one in its place, which links but fails
 * at every call.
 */
final class JettyVersion {

    private static final Pattern MAJOR_MINOR = Pattern.compile("(\\d{1,6})\\.(\\d{1,6}).*");

    private JettyVersion() {}

    /**
     * Checks a version; one that is not told is taken as meant.
     *
     * @throws IllegalStateException if it is older than 12.1, saying what to do
     */
    static void require(String found) {
        Matcher version = MAJOR_MINOR.matcher(found);
        if (version.matches() && !isEnough(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)))) {
            throw new IllegalStateException(
                    "mcp-runtime needs Jetty 12.1 or newer to call vendors, but this build brings Jetty " + found
                            + ". A Spring Boot build sets it by the property jetty.version, for example 12.1.8.");
        }
    }

    private static boolean isEnough(int major, int minor) {
        return major > 12 || (major == 12 && minor >= 1);
    }
}
