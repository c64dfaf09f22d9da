package dev.mcpcodegen.it.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the entry documents below a folder: what a {@code manifest.tsv} lists for its own folder and all below; else a folder's {@code
 * openapi.*}; else every file that says {@code openapi} or {@code swagger} at its root.
 */
final class CorpusDocuments {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern YAML_ROOT =
            Pattern.compile("^(?:\uFEFF)?[\"']?(?:openapi|swagger)[\"']?\\s*:", Pattern.MULTILINE);
    private static final String MANIFEST = "manifest.tsv";

    private final Path root;
    private final List<CorpusDocument> found = new ArrayList<>();

    private CorpusDocuments(Path root) {
        this.root = root;
    }

    /**
     * Returns the documents by name.
     *
     * @throws IOException if the folder cannot be read
     */
    static List<CorpusDocument> below(Path root) throws IOException {
        CorpusDocuments documents = new CorpusDocuments(root);
        documents.visit(root, true);
        documents.found.sort(Comparator.comparing(CorpusDocument::name));
        return List.copyOf(documents.found);
    }

    private void visit(Path folder, boolean top) throws IOException {
        List<Path> children;
        try (Stream<Path> list = Files.list(folder)) {
            children = list.sorted().toList();
        }
        if (Files.isRegularFile(folder.resolve(MANIFEST))) {
            for (String entry : listed(folder.resolve(MANIFEST))) {
                add(folder.resolve(entry));
            }
            return;
        }
        Path entry = children.stream()
                .filter(child -> name(child).matches("openapi\\.(json|yaml|yml)"))
                .findFirst()
                .orElse(null);
        if (entry != null && !top) {
            add(entry);
            return;
        }
        for (Path child : children) {
            if (Files.isDirectory(child)) {
                visit(child, false);
            } else if (name(child).matches("(?i).*\\.(json|yaml|yml)") && isDescription(child)) {
                add(child);
            }
        }
    }

    private static List<String> listed(Path manifest) throws IOException {
        List<String> lines = Files.readAllLines(manifest);
        int column = List.of(lines.get(0).split("\t", -1)).indexOf("file");
        if (column < 0) {
            throw new IOException(manifest + " has no column \"file\"");
        }
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells.length > column && !cells[column].isBlank())
                .map(cells -> cells[column])
                .toList();
    }

    private void add(Path file) {
        found.add(new CorpusDocument(root.relativize(file).toString().replace('\\', '/'), file.normalize()));
    }

    private static boolean isDescription(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (text.stripLeading().startsWith("{")) {
            Boolean json = saysSoInJson(text);
            if (json != null) {
                return json;
            }
        }
        return YAML_ROOT.matcher(text).find();
    }

    /** Null when it cannot be told, because the text breaks off before the root names either. */
    private static @Nullable Boolean saysSoInJson(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
                if (parser.currentName().matches("openapi|swagger")) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
