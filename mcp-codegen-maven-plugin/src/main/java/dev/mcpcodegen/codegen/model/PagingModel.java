package dev.mcpcodegen.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a vendor pages a list; see the runtime's {@code Paging} for the meaning of each component. */
public sealed interface PagingModel {

    /** JSON Pointers to the items; all that are present count. */
    List<String> items();

    int maxLimit();

    /** An opaque token for the next page. */
    record Cursor(
            String cursorParam,
            @Nullable String limitParam,
            int maxLimit,
            @Nullable Integer defaultLimit,
            String next,
            List<String> items)
            implements PagingModel {}

    /** The whole list at once, cut by the runtime. */
    record Unpaged(List<String> items) implements PagingModel {

        @Override
        public int maxLimit() {
            return 1000;
        }
    }
}
