package dev.mcpcodegen.codegen.spec.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Strings, numbers and names of a query. */
final class LiteralParser {

    /** RFC 9535, 2.1: integers within what I-JSON (RFC 7493) can carry. */
    private static final long MAX_INTEGER = (1L << 53) - 1;

    private static final int MAX_INTEGER_DIGITS = 16;
    private static final int MAX_EXPONENT_DIGITS = 3;

    private final Cursor cursor;

    LiteralParser(Cursor cursor) {
        this.cursor = cursor;
    }

    boolean atString() {
        return cursor.at("'") || cursor.at("\"");
    }

    boolean atInteger() {
        return cursor.at("-") || isDigit(cursor.peek());
    }

    /** Literal of a comparison; null when there is none here. */
    @Nullable
    JsonNode literal() throws JsonPathException {
        if (atString()) {
            return TextNode.valueOf(string());
        }
        if (atInteger()) {
            return number();
        }
        if (word("true")) {
            return BooleanNode.TRUE;
        }
        if (word("false")) {
            return BooleanNode.FALSE;
        }
        return word("null") ? NullNode.getInstance() : null;
    }

    /** A function's name may begin with a literal's word. */
    private boolean word(String word) {
        int mark = cursor.mark();
        if (cursor.take(word) && !isNameStart(cursor.peek()) && !isDigit(cursor.peek()) && cursor.peek() != '(') {
            return true;
        }
        cursor.reset(mark);
        return false;
    }

    long integer() throws JsonPathException {
        int mark = cursor.mark();
        boolean negative = cursor.take("-");
        int start = cursor.mark();
        int digits = cursor.digits();
        String text = cursor.since(start);
        if (digits == 0 || (text.startsWith("0") && (digits > 1 || negative))) {
            cursor.reset(mark);
            throw cursor.fault("No integer");
        }
        if (digits > MAX_INTEGER_DIGITS || Long.parseLong(text) > MAX_INTEGER) {
            cursor.reset(mark);
            throw cursor.fault("The integer is out of range");
        }
        return negative ? -Long.parseLong(text) : Long.parseLong(text);
    }

    private JsonNode number() throws JsonPathException {
        int mark = cursor.mark();
        cursor.take("-");
        int start = cursor.mark();
        int digits = cursor.digits();
        if (digits == 0 || (digits > 1 && cursor.since(start).startsWith("0"))) {
            throw cursor.fault("No number");
        }
        if (cursor.take(".") && cursor.digits() == 0) {
            throw cursor.fault("Digits are missing after the decimal point");
        }
        if (cursor.take("e") || cursor.take("E")) {
            if (!cursor.take("+")) {
                cursor.take("-");
            }
            int exponent = cursor.digits();
            if (exponent == 0 || exponent > MAX_EXPONENT_DIGITS) {
                throw cursor.fault("The exponent has no digits or too many");
            }
        }
        return DecimalNode.valueOf(new BigDecimal(cursor.since(mark)));
    }

    String string() throws JsonPathException {
        int quote = cursor.next();
        StringBuilder out = new StringBuilder();
        while (true) {
            int c = cursor.next();
            if (c == quote) {
                return out.toString();
            }
            if (c == '\\') {
                out.appendCodePoint(escape(quote));
            } else if (c < 0x20 || isSurrogate(c)) {
                throw cursor.fault("A control character or lone surrogate is in a string");
            } else {
                out.appendCodePoint(c);
            }
        }
    }

    private int escape(int quote) throws JsonPathException {
        int c = cursor.next();
        if (c == quote || c == '\\' || c == '/') {
            return c;
        }
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw cursor.fault("Unknown escape in a string");
        };
    }

    private int unicode() throws JsonPathException {
        int high = hexDigits();
        if (!isSurrogate(high)) {
            return high;
        }
        if (Character.isHighSurrogate((char) high) && cursor.take("\\u")) {
            int low = hexDigits();
            if (Character.isLowSurrogate((char) low)) {
                return Character.toCodePoint((char) high, (char) low);
            }
        }
        throw cursor.fault("A lone surrogate is in a string");
    }

    private int hexDigits() throws JsonPathException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int c = cursor.next();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw cursor.fault("Four hexadecimal digits are needed");
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /** Shorthand name after a dot. */
    String name() throws JsonPathException {
        int mark = cursor.mark();
        if (!isNameStart(cursor.peek())) {
            throw cursor.fault("A name is missing");
        }
        while (isNameStart(cursor.peek()) || isDigit(cursor.peek())) {
            cursor.next();
        }
        return cursor.since(mark);
    }

    static boolean isLowerCase(int c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(int c) {
        return isLowerCase(c) || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 0x80 && !isSurrogate(c));
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
