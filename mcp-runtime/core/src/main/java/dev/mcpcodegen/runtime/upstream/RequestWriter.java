package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.TraceContext;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a tool's request and an account's credential into what goes over the wire. Pure. */
final class RequestWriter {

    // These frame the message or say who asks and where: never a tool's to set (RFC 9110, sections 7.2, 7.6 and
    // 11.6.2).
    private static final Set<String> RESERVED = Set.of(
            "accept-encoding",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "cookie",
            "expect",
            "forwarded",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via");

    private final int maxAnswerBytes;

    RequestWriter(int maxAnswerBytes) {
        this.maxAnswerBytes = maxAnswerBytes;
    }

    WireRequest write(UpstreamCall call, UpstreamRequest request, Credential credential) {
        Account account = call.grant().account();
        boolean binary = call.tool().response().binary();
        UpstreamRequest traced = withTrace(withoutReserved(request, binary), call.trace());
        UpstreamRequest authorised = CredentialWriter.apply(traced, credential);
        return new WireRequest(
                authorised.method(),
                TargetUrl.of(call.integration(), account, call.tool(), authorised.target()),
                authorised.headers(),
                BodyWriter.write(authorised.body(), call.files().upload()),
                account.allowPrivateAddress(),
                binary ? Math.min(FileReader.MAX_BYTES, maxAnswerBytes) : maxAnswerBytes);
    }

    private static UpstreamRequest withoutReserved(UpstreamRequest request, boolean binary) {
        List<NameValue> headers = new ArrayList<>();
        for (NameValue header : request.headers()) {
            if (!isReserved(header.name())) {
                headers.add(header);
            }
        }
        if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("accept"))) {
            headers.add(new NameValue("Accept", binary ? "*/*" : "application/json"));
        }
        return withCookieHeader(new UpstreamRequest(
                request.method(),
                request.path(),
                request.query(),
                List.copyOf(headers),
                request.cookies(),
                request.body()));
    }

    /** Returns the request with its cookies in one header (RFC 6265, section 5.4). */
    static UpstreamRequest withCookieHeader(UpstreamRequest request) {
        if (request.cookies().isEmpty()) {
            return request;
        }
        List<NameValue> headers = new ArrayList<>(request.headers());
        headers.add(new NameValue(
                "Cookie",
                request.cookies().stream()
                        .map(cookie -> cookie.name() + "=" + cookie.value())
                        .collect(Collectors.joining("; "))));
        return new UpstreamRequest(
                request.method(), request.path(), request.query(), List.copyOf(headers), List.of(), request.body());
    }

    /** Lets the vendor's trace hang together with the client's, unless the tool says by itself where it belongs. */
    private static UpstreamRequest withTrace(UpstreamRequest request, @Nullable TraceContext trace) {
        if (trace == null || request.headers().stream().anyMatch(RequestWriter::isTrace)) {
            return request;
        }
        List<NameValue> headers = new ArrayList<>(request.headers());
        headers.add(new NameValue("traceparent", trace.parent()));
        if (trace.state() != null) {
            headers.add(new NameValue("tracestate", trace.state()));
        }
        return new UpstreamRequest(
                request.method(),
                request.path(),
                request.query(),
                List.copyOf(headers),
                request.cookies(),
                request.body());
    }

    private static boolean isTrace(NameValue header) {
        return header.name().equalsIgnoreCase("traceparent") || header.name().equalsIgnoreCase("tracestate");
    }

    private static boolean isReserved(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return RESERVED.contains(lower) || lower.startsWith("x-forwarded-") || lower.startsWith("proxy-");
    }
}
