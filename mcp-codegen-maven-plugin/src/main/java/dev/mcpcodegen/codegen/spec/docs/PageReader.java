package dev.mcpcodegen.codegen.spec.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.read.DocumentReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads one Markdown page: front matter, then a record for each heading of the second level. Changes no document. */
final class PageReader {

    private static final Pattern FENCE = Pattern.compile("---[ \t]*");

    private final DocumentReader reader;
    private final Diagnostics diagnostics;
    private final String display;

    PageReader(DocumentReader reader, Diagnostics diagnostics, String display) {
        this.reader = reader;
        this.diagnostics = diagnostics;
        this.display = display;
    }

    List<DocRecord> read(String text) {
        List<String> lines = text.lines().toList();
        int bodyLine = 0;
        DocRecord.Page page = new DocRecord.Page(null, List.of());
        if (!lines.isEmpty() && FENCE.matcher(lines.get(0)).matches()) {
            int end = closingFence(lines);
            if (end < 0) {
                diagnostics
                        .at(SourceLocation.of(display, 1))
                        .error("The front matter has no end.", "Close it with a line `---`.");
                return List.of();
            }
            page = frontMatter(String.join("\n", lines.subList(1, end)));
            bodyLine = end + 1;
        }
        Node document = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(String.join("\n", lines.subList(bodyLine, lines.size())));
        return records((Document) document, page, bodyLine);
    }

    private static int closingFence(List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (FENCE.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private DocRecord.Page frontMatter(String yaml) {
        Optional<JsonNode> read = yaml.isBlank() ? Optional.empty() : reader.yaml(yaml, display, 1);
        if (read.isEmpty()) {
            return new DocRecord.Page(null, List.of());
        }
        JsonNode matter = read.get();
        SourceLocation place = SourceLocation.of(display, 1);
        if (!matter.isObject()) {
            diagnostics.at(place).error("The front matter is no object.", "Write `resource:` and `tags:` in it.");
            return new DocRecord.Page(null, List.of());
        }
        matter.fieldNames().forEachRemaining(key -> {
            if (!key.equals("resource") && !key.equals("tags")) {
                diagnostics
                        .at(place)
                        .warning(
                                "Unknown key \"" + key + "\" in the front matter.", "Known are `resource` and `tags`.");
            }
        });
        JsonNode resource = matter.path("resource");
        return new DocRecord.Page(resource.isTextual() ? resource.textValue() : null, tags(matter.path("tags"), place));
    }

    private List<String> tags(JsonNode tags, SourceLocation place) {
        List<String> names = new ArrayList<>();
        if (tags.isTextual()) {
            names.add(tags.textValue());
        } else if (tags.isArray()) {
            tags.forEach(tag -> names.add(tag.asText()));
        } else if (!tags.isMissingNode() && !tags.isNull()) {
            diagnostics.at(place).error("`tags` is no list of names.", "Write `tags: [a, b]`.");
        }
        return names;
    }

    private List<DocRecord> records(Document document, DocRecord.Page page, int lineOffset) {
        List<DocRecord> records = new ArrayList<>();
        Node block = document.getFirstChild();
        while (block != null) {
            Node next = block.getNext();
            if (block instanceof Heading heading && heading.getLevel() == 2) {
                SectionReader section = new SectionReader(diagnostics, display, lineOffset);
                next = section.read(heading);
                section.record(heading, page).ifPresent(records::add);
            }
            block = next;
        }
        return records;
    }
}
