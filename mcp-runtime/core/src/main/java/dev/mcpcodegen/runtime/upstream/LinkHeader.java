package dev.mcpcodegen.runtime.upstream;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Link} (RFC 8288, section 3). Forgiving as its appendix B.2 asks; linear in the length of the header. Pure. */
final class LinkHeader {

    private static final int MAX_LENGTH = 64 * 1024;

    private static final Pattern LINK = Pattern.compile("\\G[\\s,]*+<([^>]*+)>");
    private static final Pattern PARAMETER = Pattern.compile(
            "\\G\\s*+;\\s*+([^\\s=;,\"]++)\\s*+(?:=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;,\"]*+)))?+",
            Pattern.DOTALL);

    private LinkHeader() {}

    /** Returns the target of the first link whose relation is {@code next}; null when there is none. */
    static @Nullable String next(List<String> headers) {
        for (String header : headers) {
            String target = header.length() > MAX_LENGTH ? null : nextIn(header);
            if (target != null) {
                return target;
            }
        }
        return null;
    }

    private static @Nullable String nextIn(String header) {
        int at = 0;
        Matcher link = LINK.matcher(header);
        while (link.find(at)) {
            at = link.end();
            String relation = null;
            for (Matcher parameter = PARAMETER.matcher(header); parameter.find(at); at = parameter.end()) {
                // Only the first "rel" counts (RFC 8288, section 3.3).
                if (relation == null && parameter.group(1).equalsIgnoreCase("rel")) {
                    relation = parameter.group(2) != null ? parameter.group(2) : parameter.group(3);
                }
            }
            if (relation != null && isNext(relation)) {
                return link.group(1).strip();
            }
        }
        return null;
    }

    private static boolean isNext(String relations) {
        return List.of(relations.toLowerCase(Locale.ROOT).strip().split("\\s+")).contains("next");
    }
}
