package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ToolDirectives.PagingDirectives;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code x-mcp.paging}. What it leaves open is detected; pointers are JSON Pointers (RFC 6901) into the vendor's answer.
 *
 * <ul>
 *   <li>{@code style}: {@code cursor}, {@code lastItem}, {@code offset}, {@code page}, {@code link}, {@code nextUrl}, or {@code none} to
 *       leave the vendor's parameters to the caller
 *   <li>{@code in}: {@code query} or {@code body}; in a body a parameter may be a JSON Pointer, such as {@code /pagination/after}
 *   <li>{@code cursorParam}, {@code offsetParam}, {@code pageParam}: what takes the position; {@code first}: the number of the first item or
 *       page, 0 for offsets and 1 for pages when nothing is said
 *   <li>{@code limitParam}, {@code minLimit}, {@code maxLimit}, {@code defaultLimit}: the page size, its bounds, and what to ask for when the
 *       caller gives no limit
 *   <li>{@code items}: one pointer or several; {@code next}: the next token or URL; {@code lastItem}: a pointer into the last item, to the
 *       key that takes the place of a token
 *   <li>{@code hasMore}: a boolean; {@code total}: how many items the list has; {@code pageCount}: how many pages; {@code step}: the page
 *       size by which offsets count on instead of by items
 *   <li>{@code shortPageEnds}: true when a page with fewer items than were asked for is always the last
 * </ul>
 */
final class PagingReader {

    private final Place place;
    private final DocumentScope problems;
    private boolean isSound = true;

    private PagingReader(Place place, DocumentScope problems) {
        this.place = place;
        this.problems = problems;
    }

    /** Returns what is declared; null when there is nothing that can be used. */
    static @Nullable PagingDirectives read(Place place, DocumentScope problems) {
        PagingReader reader = new PagingReader(place, problems);
        if (!place.exists()) {
            return null;
        }
        if (!place.node().isObject()) {
            reader.report("", "`paging` is no object.", "Write its keys, such as `style`, below it.");
            return null;
        }
        PagingDirectives read = reader.directives();
        return reader.isSound ? read : null;
    }

    private PagingDirectives directives() {
        return new PagingDirectives(
                place.pointer(),
                text("style"),
                text("in"),
                text("cursorParam"),
                text("offsetParam"),
                text("pageParam"),
                text("limitParam"),
                integer("first"),
                integer("minLimit"),
                integer("maxLimit"),
                integer("defaultLimit"),
                texts("items"),
                text("next"),
                text("lastItem"),
                text("hasMore"),
                text("total"),
                text("pageCount"),
                text("step"),
                flag("shortPageEnds"));
    }

    private @Nullable String text(String key) {
        JsonNode value = place.node().path(key);
        if (value.isMissingNode() || value.isTextual()) {
            return value.isTextual() ? value.asText() : null;
        }
        report("/" + key, "`" + key + "` of the paging is no text.", "Put it in quotes.");
        return null;
    }

    private @Nullable Integer integer(String key) {
        JsonNode value = place.node().path(key);
        Integer number = ScalarTypes.integer(place.node(), key);
        if (number == null && !value.isMissingNode()) {
            report("/" + key, "`" + key + "` of the paging is no whole number from 0 on.", "Write a number.");
        }
        return number;
    }

    private @Nullable Boolean flag(String key) {
        JsonNode value = place.node().path(key);
        if (value.isMissingNode() || value.isBoolean()) {
            return value.isBoolean() ? value.asBoolean() : null;
        }
        report("/" + key, "`" + key + "` of the paging is neither true nor false.", "Write one of them.");
        return null;
    }

    /** One text or a list of texts. */
    private List<String> texts(String key) {
        JsonNode value = place.node().path(key);
        if (value.isTextual() || value.isMissingNode()) {
            return value.isTextual() ? List.of(value.asText()) : List.of();
        }
        List<String> texts = new ArrayList<>();
        value.forEach(text -> texts.add(text.asText()));
        boolean areTexts = value.isArray() && !value.isEmpty();
        for (JsonNode text : value) {
            areTexts &= text.isTextual();
        }
        if (!areTexts) {
            report(
                    "/" + key,
                    "`" + key + "` of the paging is neither a text nor a list of texts.",
                    "Write JSON Pointers.");
        }
        return List.copyOf(texts);
    }

    private void report(String below, String message, String cure) {
        isSound = false;
        problems.at(place.pointer() + below).error(message, cure);
    }
}
