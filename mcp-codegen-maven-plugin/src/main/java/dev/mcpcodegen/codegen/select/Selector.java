package dev.mcpcodegen.codegen.select;

import dev.mcpcodegen.codegen.model.ApiOperation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code includes} or {@code excludes}:
 *
 * <ul>
 *   <li>{@code crm}: an integration
 *   <li>{@code tag:cards}: operations that bear a tag
 *   <li>{@code operation:listCards}: operations by the vendor's id
 *   <li>{@code GET /cards/**}, {@code * /cards}, {@code /cards}: operations by HTTP method and path
 * </ul>
 *
 * <p>{@code *} stands for anything within a name or a segment of a path, {@code **} for any number of segments. A selector of operations
 * speaks of all integrations unless it begins with the name of one and a slash: {@code crm/tag:cards}.
 */
sealed interface Selector {

    /** As the project wrote it. */
    String text();

    /** Everything of one integration. */
    record Integration(String text) implements Selector {}

    /**
     * Some operations.
     *
     * @param integration the only one it speaks of; null for all
     */
    record Operations(String text, @Nullable String integration, Criterion criterion) implements Selector {

        boolean speaksOf(String name) {
            return integration == null || integration.equals(name);
        }
    }

    /** What an operation must be like. */
    sealed interface Criterion {

        boolean matches(ApiOperation operation);
    }

    /** It bears a tag, in any spelling of it. */
    record Tag(Pattern tag) implements Criterion {

        @Override
        public boolean matches(ApiOperation operation) {
            List<String> own = operation.directives().tags();
            return (own.isEmpty() ? operation.tags() : own)
                    .stream()
                            .anyMatch(candidate ->
                                    tag.matcher(spelling(candidate)).matches());
        }

        private static String spelling(String tag) {
            return tag.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}*]+", "_");
        }
    }

    /** It has an id. */
    record Id(Pattern id) implements Criterion {

        @Override
        public boolean matches(ApiOperation operation) {
            return operation.operationId() != null
                    && id.matcher(operation.operationId()).matches();
        }
    }

    /** It has a method and a path. */
    record Line(String httpMethod, Pattern path) implements Criterion {

        @Override
        public boolean matches(ApiOperation operation) {
            return (httpMethod.equals("*") || httpMethod.equals(operation.httpMethod()))
                    && (path.matcher(operation.path()).matches()
                            || path.matcher(operation.writtenPath()).matches());
        }
    }

    /** Reads an entry; empty when it is none. */
    static Optional<Selector> parse(String entry) {
        String text = entry.strip();
        if (Syntax.NAME.matcher(text).matches()) {
            return Optional.of(new Integration(text));
        }
        Matcher scoped = Syntax.SCOPED.matcher(text);
        String integration = scoped.matches() ? scoped.group(1) : null;
        String rest = scoped.matches() ? scoped.group(2) : text;
        return criterion(rest).map(criterion -> new Operations(text, integration, criterion));
    }

    private static Optional<Criterion> criterion(String text) {
        if (text.startsWith("tag:") && text.length() > 4) {
            return Optional.of(new Tag(Syntax.glob(Tag.spelling(text.substring(4)))));
        }
        if (text.startsWith("operation:") && text.length() > 10) {
            return Optional.of(new Id(Syntax.glob(text.substring(10))));
        }
        Matcher line = Syntax.LINE.matcher(text);
        if (!line.matches()) {
            return Optional.empty();
        }
        String method = line.group(1) == null ? "*" : line.group(1).toUpperCase(Locale.ROOT);
        return Optional.of(new Line(method, Syntax.glob(line.group(2))));
    }

    /** How entries are written. */
    final class Syntax {

        private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");
        private static final Pattern SCOPED = Pattern.compile("([a-zA-Z][a-zA-Z0-9_-]*)/(\\S.*)");
        private static final Pattern LINE = Pattern.compile("(?:([a-zA-Z]+|\\*)\\s+)?(/\\S*)");

        private Syntax() {}

        private static Pattern glob(String glob) {
            StringBuilder regex = new StringBuilder();
            Matcher part = Pattern.compile("/\\*\\*|\\*\\*|\\*|[^*/]+|/").matcher(glob);
            while (part.find()) {
                switch (part.group()) {
                    // "/cards/**" is about "/cards", too.
                    case "/**" -> regex.append("(/.*)?");
                    case "**" -> regex.append(".*");
                    case "*" -> regex.append("[^/]*");
                    default -> regex.append(Pattern.quote(part.group()));
                }
            }
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        }
    }
}
