package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.CredentialUnavailableException;
import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells why no answer of the vendor's can be handed on.
 *
 * <p>Messages of exceptions are not passed on: the HTTP client's hold URLs, and a URL may hold an API key.
 */
final class CallFailures {

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamClient.class);

    private CallFailures() {}

    static ToolResult explain(UpstreamCall call, Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String vendor = call.integration().displayName();
        if (cause instanceof UpstreamFailure told) {
            return ToolResult.failure(told.error(), String.valueOf(told.getMessage()));
        }
        if (cause instanceof InvalidArgumentException invalid) {
            return gateway(ToolError.Kind.INVALID_ARGUMENTS, String.valueOf(invalid.getMessage()));
        }
        if (cause instanceof CredentialUnavailableException unavailable) {
            return gateway(ToolError.Kind.UNAUTHORIZED, String.valueOf(unavailable.getMessage()));
        }
        if (cause instanceof AnswerTooLargeException large) {
            return FileReader.linked(call, large.head()).orElseGet(() -> tooLarge(call, large.maxBytes()));
        }
        if (cause instanceof FileBrokenOffException) {
            return gateway(
                    ToolError.Kind.CANCELLED,
                    "The file ended before it was complete, so " + vendor + " did not get it." + caution(call));
        }
        if (cause instanceof OverBudgetException) {
            return gateway(
                    ToolError.Kind.OVERLOADED,
                    "This server has no memory left for the answer of " + vendor
                            + ". Ask for less, or try again in a few seconds." + caution(call));
        }
        if (cause instanceof PrivateAddressException) {
            return gateway(
                    ToolError.Kind.FORBIDDEN,
                    vendor + " was not called: its host leads into a private network, which this account may not reach."
                            + " Repeating the call does not help; tell the user.");
        }
        if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
            return timeout(call, vendor + " sent nothing for too long.");
        }
        if (cause instanceof BrokenAnswerException) {
            return upstream(
                    ToolError.Kind.BAD_RESPONSE, vendor + " broke off in the middle of its answer." + notRetried(call));
        }
        return connectionFailure(call, cause);
    }

    private static ToolResult connectionFailure(UpstreamCall call, Throwable cause) {
        String vendor = call.integration().displayName();
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return upstream(
                    ToolError.Kind.UNAVAILABLE,
                    vendor + " cannot be found: its host name does not resolve. Tell the user.");
        }
        if (cause instanceof SSLException) {
            return upstream(
                    ToolError.Kind.UNAVAILABLE,
                    vendor + " cannot be reached: no trusted TLS connection came about. Tell the user.");
        }
        if (cause instanceof SocketException || cause instanceof IOException) {
            return upstream(
                    ToolError.Kind.UNAVAILABLE, vendor + " closed or refused the connection." + notRetried(call));
        }
        if (cause instanceof RejectedExecutionException || cause instanceof CancellationException) {
            return gateway(
                    ToolError.Kind.UNAVAILABLE, vendor + " was not called: this server is busy or shutting down.");
        }
        LOG.error(
                "Call of {} failed in a way that nobody thought of: {}",
                call.tool().name(),
                place(cause));
        return gateway(
                ToolError.Kind.INTERNAL,
                vendor + " could not be called because of an error in this server." + caution(call));
    }

    static ToolResult deadlinePassed(UpstreamCall call) {
        return timeout(
                call, call.integration().displayName() + " did not answer within the time that a call may take.");
    }

    /** What a model must know before it tries a change again. */
    static String caution(UpstreamCall call) {
        return call.tool().readOnly() ? "" : " The change may have been made: look before you repeat it.";
    }

    static String notRetried(UpstreamCall call) {
        return call.tool().readOnly() ? " Not retried here; try again later." : " Not retried here." + caution(call);
    }

    private static ToolResult timeout(UpstreamCall call, String sentence) {
        return upstream(ToolError.Kind.TIMEOUT, sentence + notRetried(call));
    }

    private static ToolResult tooLarge(UpstreamCall call, long maxBytes) {
        String size = maxBytes % (1024 * 1024) == 0 ? maxBytes / (1024 * 1024) + " MB" : maxBytes + " bytes";
        String what = call.tool().response().binary() ? " sent a file of more than " : " sent an answer of more than ";
        String advice = call.tool().response().binary()
                ? ", the largest that fits into a result. It has to be fetched another way; tell the user."
                : ", the most that is taken. Ask for less: a smaller limit or a narrower filter.";
        return gateway(
                ToolError.Kind.TOO_LARGE, call.integration().displayName() + what + size + advice + caution(call));
    }

    private static ToolResult gateway(ToolError.Kind kind, String sentence) {
        return ToolResult.failure(ToolError.gateway(kind), sentence);
    }

    private static ToolResult upstream(ToolError.Kind kind, String sentence) {
        return ToolResult.failure(new ToolError(kind, "upstream", null, null, null, null), sentence);
    }

    private static String place(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
