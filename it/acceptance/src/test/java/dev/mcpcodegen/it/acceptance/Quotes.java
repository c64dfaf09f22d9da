package dev.mcpcodegen.it.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Writes down what clients are told, word for word, for people who judge the words. */
final class Quotes {

    private static final List<String> TELLING = List.of(
            "allow", "content-type", "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset", "www-authenticate");

    private final Path file;
    private final String where;

    /** Appends to the file of all wrong calls. */
    Quotes(Deployment deployment) {
        this.file = file();
        this.where = deployment.toString();
    }

    static Path file() {
        return Artifacts.target().resolve("wrong-calls.md");
    }

    void add(String call, Http.Answer answer) {
        StringBuilder quote =
                new StringBuilder("\n## %s (%s)\n\n```\nHTTP %d\n".formatted(call, where, answer.status()));
        for (String name : TELLING) {
            String value = answer.header(name);
            if (value != null) {
                quote.append(name).append(": ").append(value).append('\n');
            }
        }
        if (!answer.body().isEmpty()) {
            quote.append('\n').append(pretty(answer.body())).append('\n');
        }
        append(quote.append("```\n").toString());
    }

    private static String pretty(String body) {
        try {
            return Http.JSON.readTree(body).toPrettyString();
        } catch (JacksonException e) {
            return body;
        }
    }

    private void append(String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
