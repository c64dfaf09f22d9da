package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.model.TypeModel.Bounds;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about a page size, in the schema of its parameter or in words.
 *
 * @param maximum null when nothing is said
 * @param usual what the vendor takes when nothing is asked for; null when nothing is said
 */
record PageSize(
        int minimum, @Nullable Integer maximum, @Nullable Integer usual) {

    private static final int GREATEST = 100_000;

    private static final Pattern IN_WORDS = Pattern.compile(
            "(?i)\\b(?:max(?:imum)?(?: value)?|at most|up to|no more than|not exceed|less than or equal to|between 1 and|1 to|"
                    + "range[^.\\d]{0,20}1[^\\d]{1,6}|1 ?[-\u2013] ?(?=\\d))\\b?([^.\\d]{0,40}?)(\\d{1,3}(?:,\\d{3})+|\\d+)\\b");
    private static final Pattern DEFAULT_IN_WORDS =
            Pattern.compile("(?i)\\bdefaults?\\b[^.\\d]{0,24}?(\\d{1,3}(?:,\\d{3})+|\\d+)\\b");

    static PageSize of(PropertyModel parameter) {
        Bounds bounds = bounds(Types.plain(parameter.type()));
        Integer minimum = size(bounds.minimum());
        Integer stated = size(bounds.maximum());
        Integer maximum = stated == null ? inWords(parameter.description()) : stated;
        Integer usual = size(parameter.notes().defaultJson());
        if (usual == null) {
            Matcher words = DEFAULT_IN_WORDS.matcher(parameter.description());
            usual = words.find() ? size(words.group(1)) : null;
        }
        // Of two numbers that contradict each other neither is to be trusted.
        boolean contradict = maximum != null && usual != null && usual > maximum;
        return new PageSize(
                minimum == null ? 1 : minimum,
                contradict && stated == null ? null : maximum,
                contradict ? null : usual);
    }

    /** Whether the parameter takes any number within bounds. */
    static boolean isFree(PropertyModel parameter) {
        TypeModel type = Types.plain(parameter.type());
        return PagingTypes.isNumber(type)
                ? bounds(type).multipleOf() == null
                : type instanceof TypeModel.StringType text && text.format() == null && text.pattern() == null;
    }

    private static Bounds bounds(TypeModel type) {
        if (type instanceof TypeModel.IntegerType whole) {
            return whole.bounds();
        }
        return type instanceof TypeModel.NumberType number ? number.bounds() : Bounds.NONE;
    }

    private static @Nullable Integer inWords(String description) {
        Matcher words = IN_WORDS.matcher(description);
        while (words.find()) {
            if (!words.group(1).toLowerCase(java.util.Locale.ROOT).contains("default")) {
                return size(words.group(2));
            }
        }
        return null;
    }

    private static @Nullable Integer size(@Nullable String number) {
        if (number == null || number.length() > 12) {
            return null;
        }
        try {
            BigDecimal size = new BigDecimal(number.replace(",", "").replace("\"", ""));
            boolean isUsable = size.compareTo(BigDecimal.ONE) >= 0 && size.compareTo(BigDecimal.valueOf(GREATEST)) <= 0;
            return isUsable ? (Integer) size.intValue() : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
