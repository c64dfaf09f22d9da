package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorRequest;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import dev.mcpcodegen.it.sandbox.vendor.VendorSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * Attio, API version 2: authentication and errors around the resources.
 *
 * <p>Sources are the vendor's public documentation and, where it is silent, what public client code expects; the code says where it
 * assumes. Everything that a request carries and the documentation does not name is refused.
 */
public final class AttioSandbox implements VendorSandbox {

    /** The one access token that is accepted, by Bearer or as a user name without a password. */
    public static final String ACCESS_TOKEN = "attio-demo-token";

    private static final String BEARER = "Bearer " + ACCESS_TOKEN;
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString((ACCESS_TOKEN + ":").getBytes(StandardCharsets.UTF_8));

    private final Clock clock;
    private Routes routes;

    /** Makes a stand-in with the seed that takes the time of what is new from a clock. */
    public AttioSandbox(Clock clock) {
        this.clock = clock;
        this.routes = seeded();
    }

    @Override
    public String name() {
        return "attio";
    }

    @Override
    public synchronized VendorResponse answer(VendorRequest request) {
        String authorization = request.header("authorization");
        if (!BEARER.equals(authorization) && !BASIC.equals(authorization)) {
            return failure(401);
        }
        try {
            return routes.answer(request);
        } catch (AttioException e) {
            return Answers.error(e);
        } catch (RefusedException e) {
            return Answers.error(AttioException.of(e.status(), e.messages().get(0)));
        }
    }

    /** No header tells an allowance; a refusal tells the next second, as an HTTP date (RFC 9110, section 5.6.7). */
    @Override
    public synchronized VendorResponse failure(int status) {
        VendorResponse answer = Answers.error(AttioException.documented(status));
        String next = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
        return status == 429 ? answer.header("Retry-After", next) : answer;
    }

    @Override
    public synchronized void reset() {
        routes = seeded();
    }

    private Routes seeded() {
        Workspace workspace = AttioSeed.workspace();
        workspace.runOn(clock);
        Routes table = new Routes();
        new Objects(workspace).addTo(table);
        new Records(workspace).addTo(table);
        new Lists(workspace).addTo(table);
        new Entries(workspace).addTo(table);
        new Attributes(workspace).addTo(table);
        new Choices(workspace).addTo(table);
        new Notes(workspace).addTo(table);
        new Tasks(workspace).addTo(table);
        new Comments(workspace).addTo(table);
        new Members(workspace).addTo(table);
        new Webhooks(workspace).addTo(table);
        return table;
    }
}
