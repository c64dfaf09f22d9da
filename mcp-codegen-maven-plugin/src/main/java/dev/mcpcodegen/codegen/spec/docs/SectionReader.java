package dev.mcpcodegen.codegen.spec.docs;

import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Reads what stands under one heading: paragraphs describe, list items {@code - `name`: text} are arguments. */
final class SectionReader {

    private static final Pattern OPERATION = Pattern.compile(
            "(?=[A-Z0-9-]+\\s+/|(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE|QUERY)\\s)([A-Z][A-Z0-9-]*)\\s+(\\S*/\\S*)");
    private static final Pattern TOOL = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** The keys of {@code x-mcp}, and what people write for {@code tags}. */
    private static final Pattern KEY =
            Pattern.compile("(expose|resource|method|name|title|description|tags?|annotations"
                    + "|arguments|body|paging|response|hidden|const)\\s*:(?=\\s|$)");

    private final Diagnostics diagnostics;
    private final String display;
    private final int lineOffset;
    private final List<String> paragraphs = new ArrayList<>();
    private final Map<String, DocRecord.Argument> arguments = new LinkedHashMap<>();

    SectionReader(Diagnostics diagnostics, String display, int lineOffset) {
        this.diagnostics = diagnostics;
        this.display = display;
        this.lineOffset = lineOffset;
    }

    /** Reads up to the next heading of the same or a higher level, and returns that; null at the end of the page. */
    @Nullable
    Node read(Heading heading) {
        Node block = heading.getNext();
        while (block != null && !(block instanceof Heading next && next.getLevel() <= heading.getLevel())) {
            if (block instanceof Paragraph) {
                tellKeys(block);
                paragraphs.add(PlainText.of(block));
            } else if (block instanceof BulletList list) {
                list(list);
            } else if (!(block instanceof ThematicBreak)) {
                diagnostics
                        .at(place(block))
                        .warning(
                                "This part of a record is not read: only paragraphs and lists of arguments are.",
                                "Write it as a paragraph.");
            }
            block = block.getNext();
        }
        return block;
    }

    /** A line such as {@code method: search} is meant for a program, and a model would read it as words about the tool. */
    private void tellKeys(Node paragraph) {
        for (Node line = paragraph.getFirstChild(); line != null; line = line.getNext()) {
            boolean begins = line.getPrevious() == null || line.getPrevious() instanceof SoftLineBreak;
            if (begins && line instanceof Text text) {
                Matcher key = KEY.matcher(text.getLiteral());
                if (key.lookingAt()) {
                    diagnostics
                            .at(place(paragraph))
                            .warning(
                                    "\"" + key.group(1)
                                            + ":\" looks like a key, but a record holds words only; the line becomes a"
                                            + " part of the tool's description.",
                                    "Say it in an overlay: `x-mcp: {" + key.group(1)
                                            + ": ...}` at the operation. `resource` and"
                                            + " `tags` of a whole page can stand in its front matter.");
                }
            }
        }
    }

    Optional<DocRecord> record(Heading heading, DocRecord.Page page) {
        String title = PlainText.of(heading).replace("`", "");
        Matcher operation = OPERATION.matcher(title);
        DocRecord.Subject subject;
        if (operation.matches()) {
            subject = new DocRecord.Subject.Operation(operation.group(1), operation.group(2));
        } else if (TOOL.matcher(title).matches()) {
            subject = new DocRecord.Subject.Tool(title);
        } else {
            diagnostics
                    .at(place(heading))
                    .error(
                            "The heading \"" + title + "\" names neither an operation nor a tool.",
                            "Write `## GET /path` or a tool's name; for other text use a paragraph.");
            return Optional.empty();
        }
        String description = String.join("\n\n", paragraphs);
        return Optional.of(new DocRecord(subject, description, arguments, page, place(heading)));
    }

    private void list(BulletList list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Node paragraph = item.getFirstChild();
            if (paragraph instanceof Paragraph
                    && paragraph.getFirstChild() instanceof Code name
                    && name.getNext() instanceof Text rest
                    && rest.getLiteral().stripLeading().startsWith(":")) {
                argument(item, name.getLiteral().strip(), paragraph);
            } else {
                diagnostics
                        .at(place(item))
                        .error(
                                "The list item names no argument.",
                                "Write - `name`: text; for a list of other things use prose.");
            }
        }
    }

    private void argument(Node item, String name, Node paragraph) {
        if (arguments.containsKey(name)) {
            diagnostics.at(place(item)).error("The argument \"" + name + "\" is documented twice.", "Remove one.");
        }
        StringBuilder text =
                new StringBuilder(PlainText.after(paragraph.getFirstChild().getNext()));
        for (Node more = paragraph.getNext(); more != null; more = more.getNext()) {
            if (more instanceof Paragraph) {
                text.append(' ').append(PlainText.of(more));
            } else {
                diagnostics
                        .at(place(more))
                        .error(
                                "Something is nested in an argument's text.",
                                "Document a nested argument as - `outer.inner`: text.");
            }
        }
        String said = text.substring(text.indexOf(":") + 1).strip();
        arguments.put(name, new DocRecord.Argument(said, place(item)));
    }

    private SourceLocation place(Node block) {
        List<SourceSpan> spans = block.getSourceSpans();
        return SourceLocation.of(display, spans.isEmpty() ? 0 : spans.get(0).getLineIndex() + 1 + lineOffset);
    }
}
