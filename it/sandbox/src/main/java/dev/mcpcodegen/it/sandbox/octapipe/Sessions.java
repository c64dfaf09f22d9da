package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Issues tokens for a user's password. A token lives for an hour, which is assumed, and dies with a reset. */
final class Sessions {

    static final String DOMAIN = "meridian";
    static final String EMAIL = "agent@meridian.example";
    static final String PASSWORD = "octapipe-demo-password";

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Rules LOGIN = Rules.none()
            .required("domain", InputKind.TEXT)
            .required("email", InputKind.TEXT)
            .required("password", InputKind.TEXT);

    private final Clock clock;
    private final Map<String, Instant> ends = new HashMap<>();
    private int issued;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    VendorResponse login(RouteCall call) {
        ObjectNode input = LOGIN.body(call.request());
        boolean isKnown = input.path("domain").asString("").equals(DOMAIN)
                && input.path("email").asString("").equals(EMAIL)
                && input.path("password").asString("").equals(PASSWORD);
        if (!isKnown) {
            throw new RefusedException(401, "These credentials do not match our records.");
        }
        String token = "octapipe-session-" + ++issued;
        ends.put(token, clock.instant().plus(LIFETIME));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("authorization").put("token", token);
        return VendorResponse.json(200, answer);
    }

    /** Whether an Authorization header bears a token that is alive. */
    boolean isAlive(@Nullable String authorization) {
        Instant end = authorization == null || !authorization.startsWith("Bearer ")
                ? null
                : ends.get(authorization.substring("Bearer ".length()));
        return end != null && clock.instant().isBefore(end);
    }

    /** Ends every session; numbers go on, so that a dead token never comes alive again. */
    void clear() {
        ends.clear();
    }
}
