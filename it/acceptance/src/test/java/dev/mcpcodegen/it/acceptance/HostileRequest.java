package dev.mcpcodegen.it.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code hostile-requests.txt}: bytes that no proper client sends, and what they get.
 *
 * @param statuses any of them will do
 * @param code of the JSON-RPC error; null if the answer need not be one
 */
record HostileRequest(
        String name,
        String message,
        List<Integer> statuses,
        @Nullable Integer code) {

    private static final Pattern REPEATED = Pattern.compile("\\{((?:\\{\\w+}|[^{}])+?)\\*(\\d+)}");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9a-f]{2}|r|n|\\\\)");

    private static final Map<String, String> SHORT = Map.of(
            "{json}",
            "Content-Type: application/json",
            "{modern}",
            "MCP-Protocol-Version: 2026-07-28",
            "{ping}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}",
            "{envelope}",
            "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{}",
            "{token}",
            TestGrant.FULL.token(),
            "{TOKEN}",
            TestGrant.FULL.token().toUpperCase(Locale.ROOT),
            "{expired}",
            TestGrant.EXPIRED.token(),
            "{header}",
            TestGrant.HEADER.token());

    /** All rows. */
    static Stream<HostileRequest> all() {
        try (InputStream table = HostileRequest.class.getResourceAsStream("/hostile-requests.txt")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(HostileRequest::read);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What goes over the wire. */
    byte[] bytes() {
        return message.getBytes(ISO_8859_1);
    }

    @Override
    public String toString() {
        return name;
    }

    private static HostileRequest read(String row) {
        List<String> cells = Arrays.asList((row + " ").split(" \\| ", -1));
        String body = expand(cells.get(3));
        String message = expand(cells.get(1)) + "\r\n" + headers(expand(cells.get(2)), body) + "\r\n" + body;
        List<Integer> statuses =
                Stream.of(cells.get(4).strip().split(",")).map(Integer::valueOf).toList();
        String code = cells.get(5).strip();
        return new HostileRequest(cells.get(0), message, statuses, code.isEmpty() ? null : Integer.valueOf(code));
    }

    private static String headers(String given, String body) {
        StringBuilder headers = new StringBuilder();
        boolean hasHost = true;
        boolean hasLength = false;
        for (String header : given.split(" ; ", -1)) {
            if (header.equals("-Host")) {
                hasHost = false;
            } else if (!header.isEmpty()) {
                hasLength |= header.startsWith("Content-Length") || header.startsWith("Transfer-Encoding");
                headers.append(header).append("\r\n");
            }
        }
        String host = hasHost ? "Host: localhost\r\n" : "";
        String length = hasLength ? "" : "Content-Length: " + body.length() + "\r\n";
        return host + "Connection: close\r\n" + length + headers;
    }

    private static String expand(String cell) {
        String text = replace(REPEATED, cell, match -> match.group(1).repeat(Integer.parseInt(match.group(2))));
        for (Map.Entry<String, String> shortened : SHORT.entrySet()) {
            text = text.replace(shortened.getKey(), shortened.getValue());
        }
        return replace(ESCAPE, text, match -> unescaped(match.group(1)));
    }

    private static String unescaped(String escape) {
        return switch (escape) {
            case "r" -> "\r";
            case "n" -> "\n";
            case "\\" -> "\\";
            default -> String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
        };
    }

    private static String replace(Pattern pattern, String text, Function<Matcher, String> by) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(by.apply(matcher)));
        }
        return matcher.appendTail(replaced).toString();
    }
}
