package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one redirect that a tool may follow: to where a vendor stores its files. Pure. */
final class Redirects {

    private static final Set<Integer> FOLLOWED = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    /**
     * Returns the request that a redirect asks for, bare of credentials, cookies and the tool's headers; null when the answer is none
     * that may be followed, so that it is read as it is.
     */
    static @Nullable WireRequest next(ToolDescriptor tool, WireRequest request, VendorAnswer answer) {
        String location = answer.headers().first("location");
        if (!tool.response().followRedirect()
                || !FOLLOWED.contains(answer.status())
                || !request.method().equals("GET")
                || location == null) {
            return null;
        }
        URI uri = resolve(request.uri(), location);
        if (uri == null || !TargetUrl.isAllowed(uri, request.allowPrivateAddress())) {
            return null;
        }
        return new WireRequest(
                "GET",
                uri,
                List.of(new NameValue("Accept", "*/*")),
                null,
                request.allowPrivateAddress(),
                request.maxAnswerBytes());
    }

    private static @Nullable URI resolve(URI base, String location) {
        try {
            URI uri = base.resolve(location);
            boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null;
            return plain ? withoutFragment(uri) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? uri : URI.create(text.substring(0, fragment));
    }
}
