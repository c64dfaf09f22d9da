package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorRequest;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import dev.mcpcodegen.it.sandbox.vendor.VendorSandbox;
import java.time.Clock;
import java.util.Map;

/**
 * Octapipe: the login, tokens, allowance and errors around the resources.
 *
 * <p>Sources are public client code and published articles, since the vendor documents little; the code says where it assumes.
 */
public final class OctapipeSandbox implements VendorSandbox {

    /** A token that needs no login and never ends, for whoever only wants to look. */
    public static final String TOKEN = "octapipe-demo-token";

    private final Clock clock;
    private final Sessions sessions;
    private Allowance allowance;
    private Routes routes;

    /** Returns the credential of an account that logs in, as a YAML flow mapping. */
    public static String credential() {
        return "{type: login, values: {domain: \"%s\", email: \"%s\", password: \"%s\"}}"
                .formatted(DOMAIN, EMAIL, PASSWORD);
    }

    /** Makes a stand-in with the seed records that takes the time of tokens and new records from a clock. */
    public OctapipeSandbox(Clock clock) {
        this.clock = clock;
        this.sessions = new Sessions(clock);
        this.allowance = new Allowance(clock);
        this.routes = seeded();
    }

    /** Returns the demo account's credential, as a YAML flow mapping: what its user logs in with. */
    public static String credential() {
        return "{type: login, values: {domain: %s, email: %s, password: %s}}"
                .formatted(Sessions.DOMAIN, Sessions.EMAIL, Sessions.PASSWORD);
    }

    @Override
    public String name() {
        return "octapipe";
    }

    @Override
    public synchronized VendorResponse answer(VendorRequest request) {
        allowance.count();
        return answerUncounted(request).headers(allowance.headers());
    }

    private VendorResponse answerUncounted(VendorRequest request) {
        if (!request.rawPath().equals("/login") && !isAuthorized(request)) {
            return failure(401);
        }
        try {
            return routes.answer(request);
        } catch (InvalidInputException e) {
            return Answers.invalid(e.errors());
        } catch (RefusedException e) {
            return Answers.error(e.status(), String.join(" ", e.messages()));
        }
    }

    private boolean isAuthorized(VendorRequest request) {
        String authorization = request.header("authorization");
        return ("Bearer " + TOKEN).equals(authorization) || sessions.isAlive(authorization);
    }

    @Override
    public synchronized VendorResponse failure(int status) {
        String message = switch (status) {
            case 401 -> "Unauthenticated.";
            case 403 -> "This action is unauthorized.";
            case 404 -> "Not found.";
            case 422 -> "The given data was invalid.";
            case 429 -> "Too Many Attempts.";
            case 503 -> "Service Unavailable";
            default -> "Server Error";
        };
        Map<String, String> headers = status == 429 ? allowance.exhausted() : allowance.headers();
        return Answers.error(status, message).headers(headers);
    }

    @Override
    public synchronized void reset() {
        sessions.clear();
        allowance = new Allowance(clock);
        routes = seeded();
    }

    private Routes seeded() {
        OctapipeRecords records = OctapipeSeed.records(clock);
        Routes table = new Routes();
        table.post("/login", sessions::login);
        new Databases(records).addTo(table);
        new BulkRecords(records).addTo(table);
        new RecordFiles(records).addTo(table);
        new Pipelines(records).addTo(table);
        new PipelineCards(records).addTo(table);
        new Tasks(records).addTo(table);
        new Notes(records).addTo(table);
        new Files(records).addTo(table);
        new Notifications(records).addTo(table);
        new Users(records).addTo(table);
        return table;
    }
}
