package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorRequest;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who is signed in. A session lives as long as the API profile says; a login with good credentials always begins one,
 * while repeated bad ones are refused for a while.
 */
final class Sessions {

    /** What the vendor documents as the default. */
    static final Duration LIFETIME = Duration.ofDays(15);

    private static final Duration BLOCK = Duration.ofMinutes(1);
    private static final int BAD_LOGINS = 5;
    private static final Shape LOGIN =
            Answers.shape().required("Email", ValueType.TEXT).required("Password", ValueType.TEXT);
    private static final Shape REFRESH = Answers.shape().required("RefreshToken", ValueType.TEXT);
    private static final List<AffinoPerson> PERSONS =
            List.of(AffinoPerson.EDITOR, AffinoPerson.MODERATOR, AffinoPerson.ADMINISTRATOR, AffinoPerson.READER);

    private record Session(AffinoPerson person, Instant end) {}

    private record BadLogins(int count, Instant last) {}

    private final Clock clock;
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, AffinoPerson> refreshTokens = new HashMap<>();
    private final Map<String, BadLogins> badLogins = new HashMap<>();

    /** Begins with a session of each person, so that a static token can be tried. */
    Sessions(Clock clock) {
        this.clock = clock;
        PERSONS.forEach(person -> sessions.put(
                person.accessToken(), new Session(person, clock.instant().plus(LIFETIME))));
    }

    /** Returns who acts: the person whose session the request names. */
    AffinoPerson person(VendorRequest request) {
        String authorization = Objects.requireNonNullElse(request.header("authorization"), "");
        Session session = sessions.get(authorization.replaceFirst("^Bearer ", ""));
        if (!authorization.startsWith("Bearer ") || session == null) {
            throw new RefusedException(401, "There is no such session. Sign in first.");
        }
        if (!clock.instant().isBefore(session.end())) {
            throw new RefusedException(401, "The session has expired.");
        }
        return session.person();
    }

    /** Begins a session for a person who gives the right password, in a request that the profile has signed. */
    VendorResponse login(VendorRequest request) {
        LoginSignature.check(request, clock);
        ObjectNode input = request.body(LOGIN);
        String email = input.path("Email").asString("");
        for (AffinoPerson person : PERSONS) {
            if (person.email().equalsIgnoreCase(email)
                    && person.password().equals(input.path("Password").asString(""))) {
                badLogins.remove(email);
                return begin(person);
            }
        }
        throw bad(email);
    }

    private RefusedException bad(String email) {
        BadLogins before = badLogins.getOrDefault(email, new BadLogins(0, Instant.MIN));
        boolean isFresh = before.last().isAfter(clock.instant().minus(BLOCK));
        int count = isFresh ? before.count() + 1 : 1;
        badLogins.put(email, new BadLogins(count, clock.instant()));
        return count > BAD_LOGINS
                ? new RefusedException(429, "Too many wrong logins. Wait a minute.")
                : new RefusedException(401, "The e-mail address or the password is wrong.");
    }

    /** Begins a session with a refresh token, which is good once. */
    VendorResponse refresh(VendorRequest request) {
        String token = request.body(REFRESH).path("RefreshToken").asString("");
        AffinoPerson person = refreshTokens.remove(token);
        if (person == null) {
            throw new RefusedException(401, "The refresh token is wrong or was used.");
        }
        return begin(person);
    }

    private VendorResponse begin(AffinoPerson person) {
        String token = UUID.randomUUID().toString();
        String refreshToken = UUID.randomUUID().toString();
        Instant end = clock.instant().plus(LIFETIME);
        sessions.put(token, new Session(person, end));
        refreshTokens.put(refreshToken, person);
        return Answers.record(JsonNodeFactory.instance
                .objectNode()
                .put("AccessToken", token)
                .put("Expires", end.toString())
                .put("RefreshToken", refreshToken));
    }
}
