package dev.mcpcodegen.runtime.files;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of files as they stand in {@code Content-Disposition} (RFC 6266), made harmless for who stores them under it. Pure. */
public final class FileName {

    private static final Pattern EXTENDED =
            Pattern.compile("filename\\*\\s*=\\s*(utf-8|iso-8859-1)'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN =
            Pattern.compile("filename\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

    /** What has a meaning in paths of one system or another. */
    private static final Pattern UNSAFE = Pattern.compile("[/\\\\:*?\"<>|]");

    private static final Pattern LEADING_DOTS = Pattern.compile("^[. ]+");
    private static final int MAX_LENGTH = 120;
    private static final int MAX_EXTENSION = 12;

    private FileName() {}

    /** Returns the name that a header tells, made safe; empty when it tells none. */
    public static Optional<String> in(@Nullable String contentDisposition) {
        if (contentDisposition == null) {
            return Optional.empty();
        }
        Matcher extended = EXTENDED.matcher(contentDisposition);
        if (extended.find()) {
            return decoded(extended.group(2), Charset.forName(extended.group(1)))
                    .map(FileName::safe)
                    .filter(name -> !name.isEmpty());
        }
        Matcher plain = PLAIN.matcher(contentDisposition);
        if (!plain.find()) {
            return Optional.empty();
        }
        String name = plain.group(1) == null ? plain.group(2) : plain.group(1).replaceAll("\\\\(.)", "$1");
        return Optional.of(safe(name)).filter(safe -> !safe.isEmpty());
    }

    /** Returns a name without folders and without what a reader cannot see, not too long; empty when nothing is left. */
    public static String safe(String name) {
        StringBuilder visible = new StringBuilder();
        name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE)
                .forEach(visible::appendCodePoint);
        String safe = UNSAFE.matcher(visible).replaceAll("_");
        return shortened(LEADING_DOTS.matcher(safe).replaceFirst("").strip());
    }

    /** Returns the header with which a browser stores a file instead of showing it. */
    public static String attachment(String name) {
        boolean isAscii = name.chars().allMatch(c -> c >= ' ' && c <= '~');
        String plain = name.replaceAll("[^ -~]|[\"\\\\%]", "_");
        String header = "attachment; filename=\"" + plain + "\"";
        return isAscii && plain.equals(name) ? header : header + "; filename*=UTF-8''" + encoded(name);
    }

    /** Returns the name as a segment of a path. */
    public static String encoded(String name) {
        // Form encoding writes a blank as a plus, and leaves a star, which the header may not hold (RFC 8187, 3.2.1).
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private static Optional<String> decoded(String value, Charset charset) {
        try {
            return Optional.of(URLDecoder.decode(value.replace("+", "%2B"), charset));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= MAX_EXTENSION ? name.substring(dot) : "";
        int end = MAX_LENGTH - extension.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + extension;
    }
}
