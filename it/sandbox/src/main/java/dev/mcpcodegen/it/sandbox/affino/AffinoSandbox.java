package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorRequest;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import dev.mcpcodegen.it.sandbox.vendor.VendorSandbox;
import java.time.Clock;
import java.util.List;

/**
 * One Affino instance with one database: its API profile, sessions, errors, and the records behind them.
 *
 * <p>Login, codes, families, rights and refusals are as the vendor's guide has them. It documents no routes: those here
 * are the ones of our specification. Every argument that is not declared there is refused, so that a wrong one is found.
 */
public final class AffinoSandbox implements VendorSandbox {

    /** Where the database is below the vendor's own prefix. */
    public static final String BASE_PATH = "/rest/demo";

    /** The key of the API profile. */
    public static final String API_KEY = "affino-demo-key";

    /** The secret of the API profile. */
    public static final String API_SECRET = "affino-demo-secret";

    private final Clock clock;
    private final Sessions sessions;
    private AffinoRecords records;
    private Routes routes;

    /** Makes an instance with the seed records, and with a session of each person. */
    public AffinoSandbox(Clock clock) {
        this.clock = clock;
        this.sessions = new Sessions(clock);
        this.records = AffinoSeed.records(clock);
        this.routes = routes(records);
    }

    /** Returns what an account of this instance says of its API profile, as a YAML flow mapping. */
    public static String profile() {
        return "{type: login, values: {apiKey: %s, apiSecret: %s}}".formatted(API_KEY, API_SECRET);
    }

    @Override
    public String name() {
        return "affino";
    }

    @Override
    public synchronized VendorResponse answer(VendorRequest request) {
        try {
            return answerOrRefuse(request);
        } catch (RefusedException e) {
            return Answers.failure(e.status(), e.messages());
        }
    }

    private VendorResponse answerOrRefuse(VendorRequest request) {
        if (!request.rawPath().startsWith(BASE_PATH + "/")) {
            throw new RefusedException(404, "There is no such database.");
        }
        VendorRequest below = below(request);
        if (below.rawPath().equals("/login") && below.method().equals("POST")) {
            return sessions.login(below);
        }
        if (!API_KEY.equals(below.header("x-api-key")) || !API_SECRET.equals(below.header("x-api-secret"))) {
            throw new RefusedException(401, "The key or the secret of the API profile is wrong.");
        }
        if (below.rawPath().equals("/refresh") && below.method().equals("POST")) {
            return sessions.refresh(below);
        }
        AffinoPerson person = sessions.person(below);
        if (!person.mayWrite() && !below.method().equals("GET")) {
            throw new RefusedException(403, person.name() + " does not have the right to change anything.");
        }
        records.actAs(person);
        return routes.answer(below);
    }

    private static VendorRequest below(VendorRequest request) {
        return new VendorRequest(
                request.method(),
                request.rawPath().substring(BASE_PATH.length()),
                request.rawQuery(),
                request.port(),
                request.headers(),
                request.body(),
                request.jsonText());
    }

    @Override
    public VendorResponse failure(int status) {
        String message = switch (status) {
            case 400 -> "An argument is missing or wrong.";
            case 401 -> "The session has expired.";
            case 403 -> "The method is not enabled in the API profile.";
            case 404 -> "There is nothing under this code.";
            case 429 -> "The limit of the API profile is reached.";
            default -> "The request failed.";
        };
        VendorResponse failure = Answers.failure(status, List.of(message));
        return status == 429 ? failure.header("Retry-After", "30") : failure;
    }

    /** Puts the seed back. Who is signed in stays so: sessions belong to people, not to records. */
    @Override
    public synchronized void reset() {
        records = AffinoSeed.records(clock);
        routes = routes(records);
    }

    private static Routes routes(AffinoRecords records) {
        Routes table = new Routes();
        new Accounts(records).addTo(table);
        new Contacts(records).addTo(table);
        NamedLists.ofContacts(records).addTo(table);
        NamedLists.ofAccounts(records).addTo(table);
        new Opportunities(records).addTo(table);
        new Tasks(records).addTo(table);
        new Notes(records).addTo(table);
        new Articles(records).addTo(table);
        new ArticleSteps(records).addTo(table);
        new ArticleComments(records).addTo(table);
        new MediaItems(records).addTo(table);
        new Forums(records).addTo(table);
        new ForumThreads(records).addTo(table);
        new ForumPosts(records).addTo(table);
        return table;
    }
}
