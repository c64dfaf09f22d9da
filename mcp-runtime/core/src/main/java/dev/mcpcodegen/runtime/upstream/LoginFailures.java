package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.RateLimit;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolError.Kind;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** Tells why an account or a person has no token. Nothing has been asked of the vendor's API then, so nothing has changed there. Pure. */
final class LoginFailures {

    private static final String NOT_SENT = " The call itself was not sent.";

    private LoginFailures() {}

    /** The vendor has refused to give a token. */
    static UpstreamFailure refused(Integration integration, VendorAnswer answer, UnaryOperator<String> redact) {
        int status = answer.status();
        String vendor = integration.displayName();
        VendorMessage said = VendorMessage.read(integration.errors(), answer, redact);
        RateLimit limit = RateLimitReader.read(answer, integration.rateLimit().orElse(null));
        Long retryAfter = limit == null ? null : limit.retryAfterSeconds();
        String words =
                said.message() == null ? "no reason given" : said.message().replaceFirst("\\.$", "");
        Kind kind = kind(status);
        String sentence = switch (kind) {
            case RATE_LIMITED ->
                vendor + " refused the login: too many logins (HTTP " + status + "). Not retried here. "
                        + (retryAfter == null ? "Try again later." : "Try again in " + retryAfter + " s.");
            case UNAVAILABLE ->
                vendor + " failed to answer the login: " + words + " (HTTP " + status + "). Try again later.";
            case BAD_RESPONSE ->
                vendor + " answered the login with a redirect or another unexpected status (HTTP " + status + "). "
                        + operator();
            default -> vendor + " refused the login: " + words + " (HTTP " + status + "). " + operator();
        };
        return new UpstreamFailure(
                new ToolError(kind, "upstream", status, retryAfter, said.code(), said.message()), sentence + NOT_SENT);
    }

    private static Kind kind(int status) {
        if (status == 429) {
            return Kind.RATE_LIMITED;
        }
        if (status >= 500 || status == 408) {
            return Kind.UNAVAILABLE;
        }
        return status < 400 ? Kind.BAD_RESPONSE : Kind.UNAUTHORIZED;
    }

    /** The vendor said yes and gave no token. */
    static UpstreamFailure withoutToken(Integration integration, int status, String what) {
        return new UpstreamFailure(
                new ToolError(Kind.BAD_RESPONSE, "upstream", status, null, null, null),
                integration.displayName() + " answered the login (HTTP " + status + ") without " + what + ". "
                        + operator() + NOT_SENT);
    }

    /** What is configured makes no login. */
    static UpstreamFailure misconfigured(Integration integration, String why) {
        return UpstreamFailure.gateway(
                Kind.MISCONFIGURED, integration.displayName() + " was not called: " + why + ". " + operator());
    }

    /** A person's session is over. */
    static UpstreamFailure ended(Integration integration) {
        return UpstreamFailure.gateway(
                Kind.UNAUTHORIZED,
                "The session of this person with " + integration.displayName() + " has ended. "
                        + signInAgain(integration) + NOT_SENT);
    }

    /** What a person is to be told whose session is not accepted. */
    static String signInAgain(Integration integration) {
        return "It is not renewed without the person: do not repeat the call, tell the user to sign in to "
                + integration.displayName() + " again.";
    }

    /** Nothing came back; messages of exceptions are not passed on, because they hold URLs. */
    static UpstreamFailure explain(Integration integration, Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof UpstreamFailure told) {
            return told;
        }
        String vendor = integration.displayName();
        if (cause instanceof PrivateAddressException) {
            return misconfigured(
                    integration, "its login leads into a private network, which this account may not reach");
        }
        boolean late = cause instanceof TimeoutException;
        return new UpstreamFailure(
                new ToolError(late ? Kind.TIMEOUT : Kind.UNAVAILABLE, "upstream", null, null, null, null),
                vendor + (late ? " did not answer the login in time." : " cannot be reached for the login.")
                        + " Not retried here; try again later." + NOT_SENT);
    }

    private static String operator() {
        return "Do not repeat the call; the operator of this server has to correct the account's credential.";
    }
}
