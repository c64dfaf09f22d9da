package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.Subject;
import dev.mcpcodegen.runtime.tool.RateLimit;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolError.Kind;
import dev.mcpcodegen.runtime.tool.ToolResult;
import org.jspecify.annotations.Nullable;

/** Turns a vendor's refusal into a sentence that a model can act on. Pure; nothing is ever tried again. */
final class VendorErrors {

    private VendorErrors() {}

    static ToolResult read(
            UpstreamCall call, Credential credential, VendorAnswer answer, @Nullable RateLimit rateLimit) {
        String vendor = call.integration().displayName();
        int status = answer.status();
        if (status < 400) {
            throw UpstreamFailure.badResponse(
                    call,
                    status,
                    vendor + " answered with a redirect or another unexpected status (HTTP " + status
                            + "), which is not followed.");
        }
        VendorMessage said = VendorMessage.read(
                call.integration().errors(),
                answer,
                ArgumentPlaces.of(call.tool()),
                text -> CredentialWriter.redact(text, credential));
        Kind kind = kind(status, answer, rateLimit);
        Long retryAfter = retryAfter(kind, rateLimit);
        ToolError error = new ToolError(kind, "upstream", status, retryAfter, said.code(), said.message());
        String sentence = kind == Kind.RATE_LIMITED
                ? rateLimited(vendor, status, retryAfter, rateLimit, said)
                : refused(call, kind, status, retryAfter, said);
        return ToolResult.failure(error, sentence);
    }

    private static Kind kind(int status, VendorAnswer answer, @Nullable RateLimit rateLimit) {
        return switch (status) {
            case 401, 407 -> Kind.UNAUTHORIZED;
            case 403 -> hitLimit(answer, rateLimit) ? Kind.RATE_LIMITED : Kind.FORBIDDEN;
            case 402, 451 -> Kind.FORBIDDEN;
            case 404, 410 -> Kind.NOT_FOUND;
            case 408 -> Kind.TIMEOUT;
            case 409, 412, 423, 428 -> Kind.CONFLICT;
            case 429 -> Kind.RATE_LIMITED;
            default -> status >= 500 ? Kind.UNAVAILABLE : Kind.VALIDATION;
        };
    }

    /** Some vendors answer 403 where they mean 429. */
    private static boolean hitLimit(VendorAnswer answer, @Nullable RateLimit rateLimit) {
        return answer.headers().first("retry-after") != null
                || (rateLimit != null && rateLimit.remaining() != null && rateLimit.remaining() == 0);
    }

    private static @Nullable Long retryAfter(Kind kind, @Nullable RateLimit rateLimit) {
        if (rateLimit == null) {
            return null;
        }
        boolean limited = kind == Kind.RATE_LIMITED && rateLimit.retryAfterSeconds() == null;
        return limited ? rateLimit.resetSeconds() : rateLimit.retryAfterSeconds();
    }

    private static String rateLimited(
            String vendor, int status, @Nullable Long retryAfter, @Nullable RateLimit rateLimit, VendorMessage said) {
        StringBuilder sentence = new StringBuilder(vendor)
                .append(" refused the call: rate limit reached (HTTP ")
                .append(status)
                .append("). Not retried here. ")
                .append(retryAfter == null ? "Try again later." : "Try again in " + retryAfter + " s.");
        if (rateLimit != null) {
            append(sentence, "limit", rateLimit.limit());
            append(sentence, "remaining", rateLimit.remaining());
            append(sentence, "reset", rateLimit.resetSeconds());
        }
        return said.message() == null ? sentence.toString() : sentence + ". " + vendor + " says: " + said.message();
    }

    private static void append(StringBuilder sentence, String name, @Nullable Long value) {
        if (value != null) {
            sentence.append(' ').append(name).append('=').append(value);
        }
    }

    private static String refused(
            UpstreamCall call, Kind kind, int status, @Nullable Long retryAfter, VendorMessage said) {
        String verb = kind == Kind.UNAVAILABLE || kind == Kind.TIMEOUT ? " failed to answer: " : " refused the call: ";
        String message = said.message() == null ? "no reason given" : said.message();
        return call.integration().displayName() + verb + message.replaceFirst("\\.$", "") + " (HTTP " + status + "). "
                + advice(call, kind, retryAfter);
    }

    /** A person signs in for themselves; what a whole account shares is its operator's to renew. */
    private static String reconnect(UpstreamCall call) {
        return call.grant().subject() instanceof Subject.Person
                ? LoginFailures.signInAgain(call.integration())
                : "The account's credential was not accepted: do not repeat the call, tell the user that the account has to be"
                        + " connected again.";
    }

    private static String advice(UpstreamCall call, Kind kind, @Nullable Long retryAfter) {
        return switch (kind) {
            case UNAUTHORIZED -> reconnect(call);
            case FORBIDDEN ->
                "The account may not do this: do not repeat the call, tell the user what permission is missing.";
            case NOT_FOUND -> "Check the ids: list or search to find the right ones.";
            case CONFLICT -> "Read the present state before you change it.";
            case UNAVAILABLE, TIMEOUT ->
                (retryAfter == null ? "" : "Try again in " + retryAfter + " s at the earliest. ")
                        + CallFailures.notRetried(call).strip();
            default -> "Correct the arguments and call again.";
        };
    }
}
