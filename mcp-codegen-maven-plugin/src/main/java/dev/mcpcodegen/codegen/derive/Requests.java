package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.RequestModel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a tool's request holds besides its arguments. */
final class Requests {

    /** What the runtime asks for anyway, or what anything would be an answer to. */
    private static final Set<String> UNSAID = Set.of("", "application/json", "application/octet-stream", "text/json");

    /** What a path may hold (RFC 3986, section 3.3), and the braces of its template. */
    private static final String IN_PATH = "-._~!$&'()*+,;=:@/{}%";

    private final Servers servers;

    Requests(Servers servers) {
        this.servers = servers;
    }

    RequestModel of(ApiOperation operation, FlatArguments flat) {
        return new RequestModel(
                encoded(operation.path()),
                flat.constants(),
                accept(operation.response().mediaType()),
                servers.of(operation),
                operation.request().security(),
                operation.request().notes());
    }

    private static @Nullable String accept(String mediaType) {
        int parameters = mediaType.indexOf(';');
        String bare = (parameters < 0 ? mediaType : mediaType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean sendable = mediaType.chars().allMatch(c -> c >= ' ' && c <= '~') && !mediaType.contains("*");
        return UNSAID.contains(bare) || !sendable ? null : mediaType.strip();
    }

    /** Encodes what a URL cannot carry as it stands; what is encoded already stays so. */
    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        boolean inName = false;
        for (int i = 0; i < path.length(); ) {
            int c = path.codePointAt(i);
            inName = c == '{' || (inName && c != '}');
            boolean kept = inName || (Character.isLetterOrDigit(c) && c < 0x80) || IN_PATH.indexOf(c) >= 0;
            if (kept) {
                encoded.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format(Locale.ROOT, "%%%02X", b));
                }
            }
            i += Character.charCount(c);
        }
        return encoded.toString();
    }
}
