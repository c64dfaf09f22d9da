package dev.mcpcodegen.codegen.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Scalars to nodes; numbers keep every digit. */
final class Scalars {

    /** Beyond these a number costs more to compute with than any API can mean by it. */
    private static final int MAX_NUMBER_LENGTH = 1000;

    private static final int MAX_EXPONENT = 10_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Scalars() {}

    static JsonNode of(ScalarNode scalar, int line) throws UnreadableException {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        // The merge key's sign is one only as a key.
        if (tag.equals(Tag.STR) || tag.equals(Tag.MERGE)) {
            return TextNode.valueOf(text);
        }
        if (tag.equals(Tag.NULL)) {
            return NullNode.getInstance();
        }
        if (tag.equals(Tag.BOOL)) {
            return BooleanNode.valueOf(text.toLowerCase(Locale.ROOT).equals("true"));
        }
        try {
            if (tag.equals(Tag.INT)) {
                return integer(text, line);
            }
            if (tag.equals(Tag.FLOAT)) {
                return decimal(text, line);
            }
        } catch (NumberFormatException e) {
            throw new UnreadableException(line, "\"" + shortened(text) + "\" is no number that JSON has.", "Quote it.");
        }
        throw new UnreadableException(
                line, "The YAML tag \"" + shortened(tag.getValue()) + "\" is not allowed.", "Remove the tag.");
    }

    static JsonNode integer(String text, int line) throws UnreadableException {
        checkLength(text, line);
        BigInteger value;
        if (text.startsWith("0x")) {
            value = new BigInteger(text.substring(2), 16);
        } else if (text.startsWith("0o")) {
            value = new BigInteger(text.substring(2), 8);
        } else {
            value = new BigInteger(text);
        }
        if (value.bitLength() < Integer.SIZE) {
            return NODES.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }

    static JsonNode decimal(String text, int line) throws UnreadableException {
        checkLength(text, line);
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) > MAX_EXPONENT) {
            throw new UnreadableException(
                    line,
                    "The number " + shortened(text) + " has an exponent beyond " + MAX_EXPONENT + ".",
                    "Quote it.");
        }
        return DecimalNode.valueOf(value);
    }

    private static void checkLength(String text, int line) throws UnreadableException {
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw new UnreadableException(
                    line, "A number has more than " + MAX_NUMBER_LENGTH + " characters.", "Quote it.");
        }
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
