package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;

/** Limits that several parts of a schema set: a value has to keep all of them, so the narrowest counts. */
final class Limits {

    private static final Set<String> LEAST =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> MOST =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final String STEP = "multipleOf";

    /** What has more digits is not worth the search for a common multiple. */
    private static final int MAX_DIGITS = 18;

    private Limits() {}

    /** Returns the narrower one; empty when the keyword sets no limit, or it is not set by numbers. */
    static Optional<JsonNode> narrower(String keyword, JsonNode one, JsonNode other) {
        if (!isUsable(one) || !isUsable(other)) {
            return Optional.empty();
        }
        int order = one.decimalValue().compareTo(other.decimalValue());
        if (LEAST.contains(keyword)) {
            return Optional.of(order >= 0 ? one : other);
        } else if (MOST.contains(keyword)) {
            return Optional.of(order <= 0 ? one : other);
        }
        return keyword.equals(STEP) ? commonMultiple(one.decimalValue(), other.decimalValue()) : Optional.empty();
    }

    private static boolean isUsable(JsonNode number) {
        return number.isNumber() && (!number.isDouble() || Double.isFinite(number.asDouble()));
    }

    private static Optional<JsonNode> commonMultiple(BigDecimal one, BigDecimal other) {
        if (one.signum() <= 0 || other.signum() <= 0 || isLong(one) || isLong(other)) {
            return Optional.empty();
        }
        int scale = Math.max(Math.max(one.scale(), other.scale()), 0);
        BigInteger a = one.setScale(scale).unscaledValue();
        BigInteger b = other.setScale(scale).unscaledValue();
        BigDecimal multiple = new BigDecimal(a.multiply(b).divide(a.gcd(b)), scale).stripTrailingZeros();
        return Optional.of(DecimalNode.valueOf(multiple.scale() < 0 ? multiple.setScale(0) : multiple));
    }

    private static boolean isLong(BigDecimal number) {
        return number.precision() > MAX_DIGITS || Math.abs(number.scale()) > MAX_DIGITS;
    }
}
