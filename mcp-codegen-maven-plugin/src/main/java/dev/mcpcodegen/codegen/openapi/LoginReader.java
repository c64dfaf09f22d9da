package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.LoginModel;
import dev.mcpcodegen.codegen.model.LoginModel.Derived;
import dev.mcpcodegen.codegen.model.LoginModel.Found;
import dev.mcpcodegen.codegen.model.LoginModel.In;
import dev.mcpcodegen.codegen.model.LoginModel.JsonTemplate;
import dev.mcpcodegen.codegen.model.LoginModel.Lifetime;
import dev.mcpcodegen.codegen.model.LoginModel.Member;
import dev.mcpcodegen.codegen.model.LoginModel.Part;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code x-mcp.login}: how a name and a password, or the like, become a token.
 *
 * <ul>
 *   <li>{@code request}: method and path, such as {@code POST /login}; {@code server}: the name of the server, when it is not the API
 *   <li>{@code query}, {@code headers}, {@code cookies}, {@code form} or {@code json}: what is sent. <code>{email}</code> is the account's
 *       value of that name, a derived value, or, as <code>{body}</code>, the body as it is sent
 *   <li>{@code derived}: {@code {now: pattern}}, {@code {nonce: true}}, or a hash or MAC of a template, {@code {hmacSha256: template, key:
 *       template, as: base64}}
 *   <li>{@code answer}: names for parts of the answer, each a JSON Pointer, {@code {header: name}} or {@code {cookie: name}}
 *   <li>{@code expires}: {@code {in: pointer}} to seconds, {@code {at: pointer}} to a moment, or {@code {after: P15D}}
 *   <li>{@code present}: {@code headers}, {@code query} and {@code cookies} of the calls that follow
 * </ul>
 */
final class LoginReader {

    private static final Pattern REQUEST = Pattern.compile("(GET|POST|PUT) (/\\S*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01])*)*");
    private static final Set<String> MOMENTS = Set.of("epochSeconds", "epochMillis");

    private static final Map<String, String> FUNCTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("now", "NOW"),
            Map.entry("nonce", "NONCE"),
            Map.entry("text", "TEXT"),
            Map.entry("md5", "MD5"),
            Map.entry("sha1", "SHA1"),
            Map.entry("sha256", "SHA256"),
            Map.entry("sha384", "SHA384"),
            Map.entry("sha512", "SHA512"),
            Map.entry("hmacMd5", "HMAC_MD5"),
            Map.entry("hmacSha1", "HMAC_SHA1"),
            Map.entry("hmacSha256", "HMAC_SHA256"),
            Map.entry("hmacSha384", "HMAC_SHA384"),
            Map.entry("hmacSha512", "HMAC_SHA512")));

    private static final Map<String, String> ENCODINGS = Map.of(
            "hex", "HEX", "upperHex", "UPPER_HEX", "base64", "BASE64", "base64Url", "BASE64_URL", "plain", "PLAIN");

    private final Place place;
    private final DocumentScope problems;
    private boolean isSound = true;

    private LoginReader(Place place, DocumentScope problems) {
        this.place = place;
        this.problems = problems;
    }

    /** Returns what is declared; null when there is nothing that can be used. */
    static @Nullable LoginModel read(Place place, DocumentScope problems) {
        if (!place.exists()) {
            return null;
        }
        LoginReader reader = new LoginReader(place, problems);
        LoginModel read = reader.login();
        return reader.isSound ? read : null;
    }

    private LoginModel login() {
        String request = String.valueOf(place.text("request"));
        if (!REQUEST.matcher(request).matches()) {
            report(place.child("request"), "is no method with a path.", "Write a request such as `POST /login`.");
        }
        List<Part> sent = new ArrayList<>();
        parts(place.child("query"), In.QUERY, sent);
        parts(place.child("headers"), In.HEADER, sent);
        parts(place.child("cookies"), In.COOKIE, sent);
        parts(place.child("form"), In.FORM, sent);
        if (place.child("form").exists() && place.child("json").exists()) {
            report(place.child("form"), "and `json` are both there.", "A request has one body: write one of them.");
        }
        Place present = place.child("present");
        List<Part> presented = new ArrayList<>();
        parts(present.child("headers"), In.HEADER, presented);
        parts(present.child("query"), In.QUERY, presented);
        parts(present.child("cookies"), In.COOKIE, presented);
        if (presented.isEmpty()) {
            report(
                    present,
                    "is missing.",
                    "Say what calls carry, such as `headers: {Authorization: \"Bearer {token}\"}`.");
        }
        return new LoginModel(
                request.replaceFirst(" .*", ""),
                request.replaceFirst("\\S* ", ""),
                place.text("server"),
                sent,
                json(place.child("json")),
                derived(place.child("derived")),
                answer(place.child("answer")),
                lifetime(place.child("expires")),
                presented);
    }

    private void parts(Place parts, In in, List<Part> taken) {
        parts.node().properties().forEach(part -> {
            Place at = parts.child(part.getKey());
            if (!part.getValue().isTextual()) {
                report(at, "is no text.", "Put it in quotes.");
            } else if ((in == In.HEADER || in == In.COOKIE)
                    && !TOKEN.matcher(part.getKey()).matches()) {
                report(at, "is no name of a header or cookie.", "Correct it.");
            } else {
                taken.add(new Part(in, part.getKey(), part.getValue().asText()));
            }
        });
    }

    private JsonTemplate.@Nullable Members json(Place body) {
        if (!body.exists()) {
            return null;
        }
        if (json(body.node()) instanceof JsonTemplate.Members members) {
            return members;
        }
        report(body, "is no object.", "Write its members below it.");
        return null;
    }

    private static JsonTemplate json(JsonNode node) {
        if (node.isTextual()) {
            return new JsonTemplate.Text(node.asText());
        }
        if (!node.isObject()) {
            return new JsonTemplate.Constant(node.toString());
        }
        List<Member> members = new ArrayList<>();
        node.properties().forEach(member -> members.add(new Member(member.getKey(), json(member.getValue()))));
        return new JsonTemplate.Members(members);
    }

    private List<Derived> derived(Place values) {
        List<Derived> derived = new ArrayList<>();
        values.node().fieldNames().forEachRemaining(name -> {
            Place value = values.child(name);
            if (!NAME.matcher(name).matches() || name.equals("body")) {
                report(value, "is no name for a value.", "Use letters, digits and underscores, and not `body`.");
            }
            List<String> functions = FUNCTIONS.keySet().stream()
                    .filter(function -> value.child(function).exists())
                    .toList();
            if (functions.size() == 1) {
                derived.add(derived(name, functions.get(0), value));
            } else {
                report(
                        value,
                        "must have one way to be worked out.",
                        "Use one of " + String.join(", ", FUNCTIONS.keySet()) + ".");
            }
        });
        return derived;
    }

    private Derived derived(String name, String key, Place value) {
        String function = String.valueOf(FUNCTIONS.get(key));
        String of = value.node().path(key).asText();
        boolean isMoment = function.equals("NOW");
        if (isMoment && !isPattern(of)) {
            report(
                    value.child(key),
                    "is no pattern of a moment.",
                    "Use one such as `yyyy-MM-dd HH:mm:ss`, epochSeconds or epochMillis.");
        }
        boolean isKeyed = function.startsWith("HMAC");
        if (isKeyed != value.child("key").exists()) {
            report(value, isKeyed ? "has no key." : "has a key, which only a MAC takes.", "Correct it.");
        }
        boolean mayBePlain = function.equals("TEXT") || isMoment;
        String as = value.text("as") == null ? (mayBePlain ? "plain" : "hex") : String.valueOf(value.text("as"));
        String encoding = ENCODINGS.get(as);
        if (encoding == null || (encoding.equals("PLAIN") && !mayBePlain)) {
            report(
                    value.child("as"),
                    "is no encoding.",
                    "Use hex, upperHex, base64 or base64Url; of a text, plain too.");
        }
        return new Derived(
                name, function, function.equals("NONCE") ? "" : of, value.text("key"), String.valueOf(encoding));
    }

    private static boolean isPattern(String pattern) {
        try {
            return MOMENTS.contains(pattern)
                    || !DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                            .withZone(ZoneOffset.UTC)
                            .format(Instant.EPOCH)
                            .isEmpty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private List<Found> answer(Place answer) {
        List<Found> found = new ArrayList<>();
        answer.node().fieldNames().forEachRemaining(name -> {
            Place where = answer.child(name);
            if (where.node().isTextual()) {
                found.add(new Found(name, "BODY", pointer(where)));
            } else if (where.text("header") != null) {
                found.add(new Found(name, "HEADER", String.valueOf(where.text("header"))));
            } else if (where.text("cookie") != null) {
                found.add(new Found(name, "COOKIE", String.valueOf(where.text("cookie"))));
            } else {
                report(where, "is no place in an answer.", "Write a JSON Pointer, {header: name} or {cookie: name}.");
            }
        });
        if (found.isEmpty()) {
            report(answer, "names nothing.", "Say where the token is, such as `token: /access_token`.");
        }
        return found;
    }

    private @Nullable Lifetime lifetime(Place expires) {
        if (!expires.exists()) {
            return null;
        }
        if (expires.text("in") != null) {
            return new Lifetime("In", pointer(expires.child("in")));
        }
        if (expires.text("at") != null) {
            return new Lifetime("At", pointer(expires.child("at")));
        }
        try {
            return new Lifetime(
                    "After",
                    Duration.parse(String.valueOf(expires.text("after"))).toString());
        } catch (DateTimeException e) {
            report(expires, "says no lifetime.", "Write {in: pointer}, {at: pointer} or {after: PT12H}.");
            return null;
        }
    }

    private String pointer(Place where) {
        if (!POINTER.matcher(where.node().asText()).matches()) {
            report(where, "is no JSON Pointer.", "Begin it with a slash, such as `/access_token`.");
        }
        return where.node().asText();
    }

    private void report(Place at, String what, String cure) {
        isSound = false;
        String key = at.pointer().substring(at.pointer().lastIndexOf('/') + 1);
        problems.at(at.pointer()).error("`" + key + "` of the login " + what, cure);
    }
}
