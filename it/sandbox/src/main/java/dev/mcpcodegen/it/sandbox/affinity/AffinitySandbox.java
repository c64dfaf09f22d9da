package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorRequest;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import dev.mcpcodegen.it.sandbox.vendor.VendorSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/**
 * Affinity, API version 1: authentication, allowances and errors around the resources.
 *
 * <p>Sources are the vendor's public documentation and, where it is silent, what public client code expects; the code
 * says where it assumes.
 */
public final class AffinitySandbox implements VendorSandbox {

    /** The one key that is accepted, by Basic with an empty user name or by Bearer. */
    public static final String API_KEY = "affinity-demo-key";

    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString((":" + API_KEY).getBytes(StandardCharsets.UTF_8));
    private static final String BEARER = "Bearer " + API_KEY;

    private final Clock clock;
    private final Downloads downloads;
    private RateLimit rateLimit;
    private Routes routes;

    /** Makes a stand-in with the seed records that takes the time of new records from a clock. */
    public AffinitySandbox(Clock clock) {
        this.clock = clock;
        this.downloads = new Downloads(clock);
        this.rateLimit = new RateLimit(clock);
        this.routes = seeded();
    }

    /** Returns the files that its links offer, for the storage. */
    public Downloads downloads() {
        return downloads;
    }

    @Override
    public String name() {
        return "affinity";
    }

    @Override
    public synchronized VendorResponse answer(VendorRequest request) {
        rateLimit.count(!request.rawPath().equals("/auth/whoami"));
        return answerAuthorized(request).headers(rateLimit.headers());
    }

    private VendorResponse answerAuthorized(VendorRequest request) {
        String authorization = request.header("authorization");
        if (!BASIC.equals(authorization) && !BEARER.equals(authorization)) {
            return failure(401);
        }
        try {
            return routes.answer(request);
        } catch (RefusedException e) {
            return Answers.error(e.status(), e.messages());
        }
    }

    @Override
    public synchronized VendorResponse failure(int status) {
        String message = switch (status) {
            case 401 -> "The API key is invalid or missing.";
            case 403 -> "The owner of the API key may not do this.";
            case 404 -> "The resource does not exist.";
            case 422 -> "The parameters are malformed or cannot be processed.";
            case 429 -> "The rate limit of this API key is exceeded.";
            case 500 -> "The server failed.";
            case 503 -> "The service is unavailable for the moment.";
            default -> "The request failed.";
        };
        // There is no Retry-After: the vendor documents the reset headers only.
        return Answers.error(status, List.of(message))
                .headers(status == 429 ? rateLimit.exhausted() : rateLimit.headers());
    }

    @Override
    public synchronized void reset() {
        downloads.clear();
        rateLimit = new RateLimit(clock);
        routes = seeded();
    }

    private Routes seeded() {
        AffinityRecords records = AffinitySeed.records();
        records.runOn(clock);
        Routes table = new Routes();
        new Persons(records).addTo(table);
        new Organizations(records).addTo(table);
        new Opportunities(records).addTo(table);
        new Lists(records).addTo(table);
        new ListEntries(records).addTo(table);
        new Interactions(records).addTo(table);
        new Notes(records).addTo(table);
        new Files(records, downloads).addTo(table);
        new Reminders(records).addTo(table);
        new Fields(records).addTo(table);
        new FieldValues(records).addTo(table);
        new KeyOwner(records).addTo(table);
        return table;
    }
}
