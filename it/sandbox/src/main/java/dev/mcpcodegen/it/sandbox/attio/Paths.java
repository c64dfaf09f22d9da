package dev.mcpcodegen.it.sandbox.attio;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Follows a path of filters and sorts, pairs of object or list and attribute, through references to other records. */
final class Paths {

    /** Where a path ends: the last attribute, on a record that the path leads to. */
    record End(Holder holder, String attribute) {}

    private final Workspace workspace;

    Paths(Workspace workspace) {
        this.workspace = workspace;
    }

    Stream<End> ends(Holder start, JsonNode path) {
        if (path.isEmpty() || !path.valueStream().allMatch(step -> step.isArray() && step.size() == 2)) {
            throw Filter.error("A path is an array of pairs of object or list and attribute.");
        }
        List<Holder> holders = List.of(start);
        for (int i = 0; i < path.size() - 1; i++) {
            JsonNode step = path.path(i);
            holders = holders.stream()
                    .flatMap(holder -> targets(
                            holder, step.path(0).asString(""), step.path(1).asString("")))
                    .toList();
        }
        String last = path.path(path.size() - 1).path(1).asString("");
        return holders.stream().map(holder -> new End(holder, last));
    }

    private Stream<Holder> targets(Holder holder, String owner, String slug) {
        if (!holder.owner().isNamed(owner)) {
            throw Filter.error("The path is at \"" + holder.owner().slug() + "\", not at \"" + owner + "\".");
        }
        if (slug.equals("parent_record")) {
            return Stream.ofNullable(holder.parent());
        }
        Attribute attribute = holder.owner()
                .attribute(slug)
                .orElseThrow(() -> Filter.error("Unknown attribute \"" + slug + "\" of \"" + owner + "\"."));
        return holder.active(attribute).stream()
                .map(value -> workspace.record(value.path("target_record_id").asString("")))
                .flatMap(Optional::stream);
    }
}
