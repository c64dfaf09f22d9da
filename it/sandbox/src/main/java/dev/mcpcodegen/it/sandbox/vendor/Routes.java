package dev.mcpcodegen.it.sandbox.vendor;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of path templates and what answers them.
 *
 * <p>A literal segment wins over a variable ({@code /persons/fields} over {@code /persons/{id}}), in whatever order the
 * routes were added.
 */
public final class Routes {

    /** Answers the requests of one route. */
    @FunctionalInterface
    public interface Handler {

        /** Answers, or throws {@link RefusedException}. */
        VendorResponse answer(RouteCall call);
    }

    private record Route(String method, List<String> template, Handler handler) {

        @Nullable
        Map<String, String> match(List<String> segments) {
            if (segments.size() != template.size()) {
                return null;
            }
            Map<String, String> variables = new LinkedHashMap<>();
            for (int i = 0; i < segments.size(); i++) {
                if (isVariable(template.get(i))) {
                    String name = template.get(i).substring(1, template.get(i).length() - 1);
                    variables.put(name, segments.get(i));
                } else if (!template.get(i).equals(segments.get(i))) {
                    return null;
                }
            }
            return variables;
        }
    }

    private record Match(Route route, Map<String, String> variables) {}

    private final List<Route> routes = new ArrayList<>();

    /** Adds a route for GET. */
    public Routes get(String template, Handler handler) {
        return add("GET", template, handler);
    }

    /** Adds a route for POST. */
    public Routes post(String template, Handler handler) {
        return add("POST", template, handler);
    }

    /** Adds a route for PUT. */
    public Routes put(String template, Handler handler) {
        return add("PUT", template, handler);
    }

    /** Adds a route for PATCH. */
    public Routes patch(String template, Handler handler) {
        return add("PATCH", template, handler);
    }

    /** Adds a route for DELETE. */
    public Routes delete(String template, Handler handler) {
        return add("DELETE", template, handler);
    }

    private Routes add(String method, String template, Handler handler) {
        routes.add(new Route(method, List.of(template.substring(1).split("/")), handler));
        return this;
    }

    /**
     * Answers a request.
     *
     * @throws RefusedException 404 when no template fits, 405 when one fits with another method, or what the route says
     */
    public VendorResponse answer(VendorRequest request) {
        List<String> segments = segments(request.rawPath());
        List<Match> matches = matches(segments);
        if (matches.isEmpty()) {
            throw new RefusedException(404, "There is nothing at " + request.rawPath() + ".");
        }
        for (Match match : matches) {
            if (match.route().method().equals(request.method())) {
                return match.route().handler().answer(new RouteCall(request, match.variables()));
            }
        }
        throw new RefusedException(405, request.method() + " is not allowed at " + request.rawPath() + ".");
    }

    private List<Match> matches(List<String> segments) {
        List<Match> matches = new ArrayList<>();
        for (Route route : routes) {
            Map<String, String> variables = route.match(segments);
            if (variables != null) {
                matches.add(new Match(route, variables));
            }
        }
        matches.sort(
                (a, b) -> Integer.compare(a.variables().size(), b.variables().size()));
        return matches;
    }

    private static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.replaceFirst("^/", "").split("/", -1)) {
            // URLDecoder is for forms, where a plus is a blank; in a path it is a plus (RFC 3986, section 3.3).
            segments.add(decode(segment.replace("+", "%2B")));
        }
        return segments;
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(400, "Malformed percent-encoding in the path.");
        }
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
