package dev.mcpcodegen.codegen.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.lock.Change;
import java.util.List;
import java.util.Locale;

/** What changed, what breaks clients first. */
public final class ChangeReport {

    private ChangeReport() {}

    /** Renders the changes of all integrations. */
    public static String of(List<SurfaceChanges> integrations, ReportFormat format) {
        return switch (format) {
            case TEXT -> text(integrations);
            case MARKDOWN -> markdown(integrations);
            case JSON -> json(integrations);
        };
    }

    private static String text(List<SurfaceChanges> integrations) {
        StringBuilder text = new StringBuilder();
        for (SurfaceChanges changes : integrations) {
            text.append(changes.integration())
                    .append(": ")
                    .append(summary(changes))
                    .append('\n');
            changes.breakingOnes()
                    .forEach(change ->
                            text.append("  breaks  ").append(change.sentence()).append('\n'));
            changes.others()
                    .forEach(change ->
                            text.append("  ok      ").append(change.sentence()).append('\n'));
        }
        return text.toString();
    }

    private static String markdown(List<SurfaceChanges> integrations) {
        StringBuilder text = new StringBuilder("# Changes of the tools\n");
        for (SurfaceChanges changes : integrations) {
            text.append("\n## ").append(changes.integration()).append("\n\n");
            text.append("From `").append(changes.from()).append("` to `").append(changes.to());
            text.append("`: ").append(summary(changes)).append(".\n");
            section(text, "Breaks clients", changes.breakingOnes());
            section(text, "Does not break clients", changes.others());
        }
        return text.toString();
    }

    private static void section(StringBuilder text, String heading, List<Change> changes) {
        if (!changes.isEmpty()) {
            text.append("\n### ").append(heading).append("\n\n| tool | argument | change |\n| --- | --- | --- |\n");
            changes.forEach(change -> text.append("| `")
                    .append(change.tool())
                    .append("` | ")
                    .append(change.argument().isEmpty() ? "" : Cells.code(change.argument()))
                    .append(" | ")
                    .append(Cells.text(change.words()))
                    .append(" |\n"));
        }
    }

    private static String summary(SurfaceChanges changes) {
        int all = changes.changes().size();
        if (all == 0) {
            return "no changes";
        }
        return all
                + (all == 1 ? " change, " : " changes, ")
                + changes.breaking()
                + (changes.breaking() == 1 ? " of them breaks clients" : " of them break clients");
    }

    private static String json(List<SurfaceChanges> integrations) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        ArrayNode nodes = report.putArray("integrations");
        for (SurfaceChanges integration : integrations) {
            ObjectNode node = nodes.addObject()
                    .put("name", integration.integration())
                    .put("from", integration.from())
                    .put("to", integration.to())
                    .put("breaking", integration.breaking());
            ArrayNode changes = node.putArray("changes");
            integration
                    .changes()
                    .forEach(change -> changes.addObject()
                            .put("kind", change.kind().name().toLowerCase(Locale.ROOT))
                            .put("breaking", change.isBreaking())
                            .put("tool", change.tool())
                            .put("argument", change.argument())
                            .put("words", change.words()));
        }
        return report.toPrettyString() + "\n";
    }
}
