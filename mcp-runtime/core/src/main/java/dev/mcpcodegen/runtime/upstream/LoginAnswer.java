package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.LoginRecipe.Found;
import dev.mcpcodegen.runtime.tool.LoginRecipe.Lifetime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a vendor answers to a login. Pure. */
final class LoginAnswer {

    /** The pair that a cookie begins with (RFC 6265, section 4.1.1). */
    private static final Pattern COOKIE = Pattern.compile("\\s*([^=;\\s]+)\\s*=\\s*\"?([^;\"]*)\"?.*");

    private final VendorAnswer answer;
    private final JsonNode json;

    LoginAnswer(VendorAnswer answer) {
        this.answer = answer;
        JsonNode parsed = ResponseReader.tryJson(answer);
        this.json = parsed == null ? MissingNode.getInstance() : parsed;
    }

    /** Returns a part of the answer; null when it is not there. */
    @Nullable
    String text(Found found) {
        return switch (found.place()) {
            case BODY -> body(found.where());
            case HEADER -> answer.headers().first(found.where());
            case COOKIE -> cookie(found.where());
        };
    }

    private @Nullable String body(String pointer) {
        if (pointer.isEmpty() && json.isMissingNode()) {
            // Some answer with nothing but the token.
            return new String(answer.body(), StandardCharsets.UTF_8).strip();
        }
        JsonNode node = json.at(pointer);
        return node.isString() || node.isNumber() ? node.asString() : null;
    }

    private @Nullable String cookie(String name) {
        for (String field : answer.headers().all("set-cookie")) {
            Matcher cookie = COOKIE.matcher(field);
            if (cookie.matches() && cookie.group(1).equals(name)) {
                return cookie.group(2).strip();
            }
        }
        return null;
    }

    /** Returns for how many seconds the login is good; null when the answer does not say, or says nonsense. */
    @Nullable
    Long seconds(Lifetime lifetime) {
        if (lifetime instanceof Lifetime.Fixed fixed) {
            return fixed.duration().toSeconds();
        }
        if (lifetime instanceof Lifetime.In in) {
            return seconds(json.at(in.pointer()));
        }
        String moment = body(((Lifetime.At) lifetime).pointer());
        // The vendor's own clock cancels whatever ours is off.
        Instant date = ResetTime.date(answer.headers().first("date"));
        return moment == null ? null : new ResetTime(date == null ? answer.receivedAt() : date).seconds(moment);
    }

    /** Reads a number of seconds, which some write as text. */
    static @Nullable Long seconds(JsonNode node) {
        String text = node.isNumber() || node.isString() ? node.asString().strip() : "";
        return text.matches("\\d{1,12}(\\.\\d{1,9})?") ? Long.valueOf(text.replaceFirst("\\..*", "")) : null;
    }
}
