package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.PageRules;
import dev.mcpcodegen.runtime.tool.Paging;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a vendor's list goes on after one of its pages.
 *
 * @param token the next page in the vendor's own terms; null at the end
 * @param notice why the list cannot be continued although there is more of it; null when it ends or goes on as it should
 */
record NextPage(@Nullable String token, @Nullable String notice) {

    private static final NextPage END = new NextPage(null, null);

    /**
     * Finds out what follows a page.
     *
     * @param link turns a link into a token; null for one that must not be followed
     */
    static NextPage after(
            VendorPage page, Paging paging, PagePosition position, Function<String, @Nullable String> link) {
        if (Boolean.FALSE.equals(page.hasMore()) || isShortLast(page, paging, position)) {
            return END;
        }
        if (paging instanceof Paging.Cursor cursor) {
            return page.next() == null ? END : token(page.next(), cursor.cursorParam());
        }
        if (paging instanceof Paging.LastItem lastItem) {
            return afterLastItem(page, lastItem);
        }
        if (paging instanceof Paging.Offset offset) {
            return afterOffset(page, offset, position);
        }
        if (paging instanceof Paging.PageNumber number) {
            return afterNumber(page, number, position);
        }
        return page.next() == null || paging instanceof Paging.Unpaged ? END : followed(link.apply(page.next()));
    }

    private static boolean isShortLast(VendorPage page, Paging paging, PagePosition position) {
        PageRules rules = paging.rules();
        // A vendor that takes no page size has one of its own, whatever the caller asked for.
        Integer size = rules.limitParam() == null ? rules.defaultLimit() : position.size();
        return rules.shortPageEnds() && size != null && page.items().size() < size;
    }

    /** Some vendors hand out the URL of the next page where others have a token; all that is taken of it is the token. */
    private static NextPage token(String next, String cursorParam) {
        String inUrl = NextLink.parameter(next, cursorParam);
        if (inUrl != null) {
            return inUrl.isEmpty() ? END : at(inUrl);
        }
        return NextLink.isUrl(next)
                ? broken("what it names as the next page holds no \"" + cursorParam + "\"")
                : at(next);
    }

    private static NextPage afterLastItem(VendorPage page, Paging.LastItem paging) {
        int count = page.items().size();
        if (count == 0) {
            return END;
        }
        JsonNode key = page.items().get(count - 1).at(paging.key());
        boolean isKey = (key.isString() || key.isNumber()) && !key.asString().isEmpty();
        return isKey ? at(key.asString()) : broken("its last item has no key to go on from");
    }

    private static NextPage afterOffset(VendorPage page, Paging.Offset paging, PagePosition position) {
        long offset = PageParameters.from(position.token(), paging.firstOffset());
        long count = page.items().size();
        Long total = page.total();
        long next = offset + (page.step() == null ? count : Math.max(count, page.step()));
        if (paging.step() == null || total == null) {
            return count == 0 || isComplete(page, position) ? END : at(String.valueOf(next));
        }
        // An empty page may be one of items that the caller may not see.
        return next == offset || next - paging.firstOffset() >= total ? END : at(String.valueOf(next));
    }

    private static NextPage afterNumber(VendorPage page, Paging.PageNumber paging, PagePosition position) {
        long number = PageParameters.from(position.token(), paging.firstPage());
        Long pageCount = page.pageCount();
        boolean ends;
        if (pageCount != null && pageCount > 0) {
            ends = number - paging.firstPage() + 1 >= pageCount;
        } else {
            ends = page.items().isEmpty() || isComplete(page, position);
        }
        return ends ? END : at(String.valueOf(number + 1));
    }

    /**
     * Whether as many items have come as the vendor says that there are. A total that is no more than what earlier pages held, or that is
     * just one full page, may be the size of the page.
     */
    private static boolean isComplete(VendorPage page, PagePosition position) {
        Long total = page.total();
        int count = page.items().size();
        if (total == null || total <= position.before() || position.before() + (long) count < total) {
            return false;
        }
        Integer size = position.size();
        return position.before() > 0 || size == null || count < size || count > total;
    }

    private static NextPage followed(@Nullable String target) {
        return target == null
                ? broken("what it names as the next page is not below the address of its API")
                : at(target);
    }

    private static NextPage at(String token) {
        return new NextPage(token, null);
    }

    private static NextPage broken(String why) {
        return new NextPage(null, why);
    }
}
