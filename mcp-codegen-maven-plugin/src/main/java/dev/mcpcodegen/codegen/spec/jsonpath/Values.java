package dev.mcpcodegen.codegen.spec.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Comparison of values (RFC 9535, 2.3.5.2.2); null is Nothing. */
final class Values {

    private Values() {}

    static boolean equal(@Nullable JsonNode a, @Nullable JsonNode b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.isArray() && b.isArray()) {
            return sameElements(a, b);
        }
        if (a.isObject() && b.isObject()) {
            return a.size() == b.size()
                    && a.properties().stream().allMatch(member -> {
                        JsonNode other = b.get(member.getKey());
                        return other != null && equal(member.getValue(), other);
                    });
        }
        return a.equals(b);
    }

    static boolean less(@Nullable JsonNode a, @Nullable JsonNode b) {
        if (a == null || b == null) {
            return false;
        }
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) < 0;
        }
        return a.isTextual() && b.isTextual() && lessText(a.textValue(), b.textValue());
    }

    private static boolean sameElements(JsonNode a, JsonNode b) {
        if (a.size() != b.size()) {
            return false;
        }
        Iterator<JsonNode> others = b.iterator();
        for (JsonNode element : a) {
            if (!equal(element, others.next())) {
                return false;
            }
        }
        return true;
    }

    /** By Unicode scalar value, which String.compareTo is not beyond the basic plane. */
    private static boolean lessText(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length()) {
            int left = a.codePointAt(i);
            int right = b.codePointAt(i);
            if (left != right) {
                return left < right;
            }
            i += Character.charCount(left);
        }
        return a.length() < b.length();
    }
}
