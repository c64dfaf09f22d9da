package dev.mcpcodegen.codegen.lock;

import dev.mcpcodegen.codegen.lock.Change.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares rules on values: ranges, lengths, patterns, formats. */
final class LimitDiff {

    private static final Set<String> LOWEST =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> HIGHEST =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(E[+-]?[0-9]{1,6})?");

    private LimitDiff() {}

    /** What became narrower and what became wider, in words; a rule that is another one counts as narrower. */
    static Map<Kind, String> compare(SortedMap<String, String> before, SortedMap<String, String> after) {
        Map<Kind, List<String>> found = new EnumMap<>(Kind.class);
        Set<String> keywords = new TreeSet<>(before.keySet());
        keywords.addAll(after.keySet());
        for (String keyword : keywords) {
            String was = before.get(keyword);
            String is = after.get(keyword);
            if (is == null || !is.equals(was)) {
                Kind kind = isNarrower(keyword, was, is) ? Kind.LIMITS_NARROWER : Kind.LIMITS_WIDER;
                found.computeIfAbsent(kind, key -> new ArrayList<>()).add(words(keyword, was, is));
            }
        }
        Map<Kind, String> words = new EnumMap<>(Kind.class);
        found.forEach((kind, all) -> words.put(kind, String.join(", ", all)));
        return words;
    }

    private static boolean isNarrower(String keyword, @Nullable String was, @Nullable String is) {
        if (is == null || is.equals("false")) {
            return false;
        }
        if (was == null) {
            return true;
        }
        boolean range = LOWEST.contains(keyword) || HIGHEST.contains(keyword);
        if (!range || !NUMBER.matcher(is).matches() || !NUMBER.matcher(was).matches()) {
            return true;
        }
        int difference = new BigDecimal(is).compareTo(new BigDecimal(was));
        return LOWEST.contains(keyword) ? difference > 0 : difference < 0;
    }

    private static String words(String keyword, @Nullable String was, @Nullable String is) {
        if (was == null) {
            return keyword + " is " + is + " now";
        }
        return is == null ? keyword + " is no longer " + was : keyword + " is " + is + " now, not " + was;
    }
}
