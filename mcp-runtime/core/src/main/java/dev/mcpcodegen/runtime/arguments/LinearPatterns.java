package dev.mcpcodegen.runtime.arguments;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/**
 * Runs the patterns of schemas in time linear to the text: a vendor's pattern must not be able to hang a server. What RE2/J cannot
 * compile (look-around, back references), or only to something huge, is not enforced; the vendor still does.
 */
final class LinearPatterns implements RegularExpressionFactory {

    /** Instructions of a compiled pattern; {@code (a{1000}){1000}} would have a million. */
    private static final int MAX_PROGRAM = 20_000;

    /** Instructions times characters of one match: some 30 ms. Longer texts are left to the vendor. */
    private static final long MAX_STEPS = 2_000_000;

    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("(\\)?)\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");

    @Override
    public RegularExpression getRegularExpression(String regex) {
        if (programBound(regex) > MAX_PROGRAM) {
            return text -> true;
        }
        try {
            Pattern pattern = Pattern.compile(regex);
            int program = pattern.programSize();
            return text -> (long) program * text.length() > MAX_STEPS
                    || pattern.matcher(text).find();
        } catch (PatternSyntaxException e) {
            return text -> true;
        }
    }

    /** Bounds the compiled size from above before compiling: repeated groups multiply all that stands in them. */
    private static double programBound(String regex) {
        double atoms = regex.length();
        double groups = 1;
        java.util.regex.Matcher repetition = REPETITION.matcher(regex);
        while (repetition.find()) {
            String most = repetition.group(3);
            double count = Double.parseDouble(most == null || most.isEmpty() ? repetition.group(2) : most);
            if (repetition.group(1).isEmpty()) {
                atoms += count;
            } else {
                groups *= Math.max(1, count);
            }
        }
        return atoms * groups;
    }
}
