package dev.mcpcodegen.runtime.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Reads {@code Accept-Encoding} (RFC 9110, section 12.5.3). Pure. */
final class AcceptEncoding {

    private AcceptEncoding() {}

    static boolean allowsGzip(HttpServletRequest request) {
        return allowsGzip(Collections.list(request.getHeaders("Accept-Encoding")));
    }

    /** Whether an answer may be compressed with gzip: it is named, and not with a weight of nothing. A star is not taken for it. */
    static boolean allowsGzip(List<String> values) {
        for (String value : values) {
            for (String item : value.split(",", -1)) {
                String[] parts = item.toLowerCase(Locale.ROOT).split(";", -1);
                if (parts[0].strip().equals("gzip")) {
                    return parts.length == 1 || !isZero(parts[1].strip());
                }
            }
        }
        return false;
    }

    static boolean isZero(String weight) {
        return weight.matches("q\\s*=\\s*0(\\.0*)?");
    }
}
