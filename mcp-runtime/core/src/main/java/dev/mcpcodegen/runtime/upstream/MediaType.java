package dev.mcpcodegen.runtime.upstream;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Content-Type} says (RFC 9110, section 8.3).
 *
 * @param name type and subtype in lower case; empty when the answer names none
 */
record MediaType(String name, Charset charset) {

    static MediaType parse(@Nullable String header) {
        if (header == null) {
            return new MediaType("", StandardCharsets.UTF_8);
        }
        String[] parts = header.split(";", -1);
        Charset charset = StandardCharsets.UTF_8;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.regionMatches(true, 0, "charset=", 0, 8)) {
                charset = charset(parameter.substring(8).replace("\"", "").strip());
            }
        }
        return new MediaType(parts[0].strip().toLowerCase(Locale.ROOT), charset);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    boolean isUnknown() {
        return name.isEmpty();
    }

    boolean isJson() {
        return name.equals("application/json") || name.equals("text/json") || name.endsWith("+json");
    }

    boolean isHtml() {
        return name.equals("text/html") || name.equals("application/xhtml+xml");
    }

    boolean isText() {
        return name.startsWith("text/") || name.equals("application/xml") || name.endsWith("+xml");
    }
}
