package dev.mcpcodegen.it.corpus.call;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A text that a regular expression matches, found by building candidates and trying each. Look-around is left to luck. */
final class PatternExample {

    private static final int ATTEMPTS = 40;
    private static final int MANY = 5_000;
    private static final String ALPHABET = "a1A_-. /:@b2Bc,+=#zZ%&0\n\t~é";
    private static final Pattern QUANTIFIER =
            Pattern.compile("\\G(?:([*+?])|\\{([0-9]{1,5})(?:(,)([0-9]{0,5}))?\\})[?+]?");

    private final String regex;
    private int position;

    /** A part of the expression: appends one text of its own. */
    private interface Part {

        /**
         * @param extra how often to repeat what may be repeated, beyond the least
         * @param choice which of several alternatives to take
         */
        void append(StringBuilder text, int extra, int choice);
    }

    private PatternExample(String regex) {
        this.regex = regex;
    }

    /** Returns a match whose length is within the bounds; another one for each variant as far as they were found. */
    static Optional<String> of(String regex, int minLength, int maxLength, int variant) {
        try {
            Pattern pattern = Pattern.compile(regex);
            Set<String> matches = new LinkedHashSet<>();
            Part parsed = new PatternExample(regex).alternatives();
            for (int attempt = 0; attempt < ATTEMPTS && matches.size() <= variant; attempt++) {
                int extra = attempt < ATTEMPTS / 2 ? attempt : Math.max(0, minLength - (attempt - ATTEMPTS / 2));
                StringBuilder text = new StringBuilder();
                parsed.append(text, Math.min(extra, MANY), attempt);
                String candidate = padded(text.toString(), minLength);
                if (candidate.length() <= maxLength
                        && candidate.length() >= minLength
                        && pattern.matcher(candidate).find()) {
                    matches.add(candidate);
                }
            }
            return matches.stream()
                    .skip(Math.max(0, Math.min(variant, matches.size() - 1)))
                    .findFirst();
        } catch (PatternSyntaxException | StringIndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether a text matches; an expression that Java does not know is not enforced by anyone here. */
    static boolean matches(String regex, String text) {
        try {
            return Pattern.compile(regex).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    /** An expression that is not anchored matches within a longer text too. */
    private static String padded(String text, int minLength) {
        return text.length() >= minLength || minLength > MANY ? text : text + "a".repeat(minLength - text.length());
    }

    private Part alternatives() {
        List<Part> choices = new ArrayList<>(List.of(sequence()));
        while (position < regex.length() && regex.charAt(position) == '|') {
            position++;
            choices.add(sequence());
        }
        return (text, extra, choice) ->
                choices.get(choice % choices.size()).append(text, extra, choice / choices.size());
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>();
        while (position < regex.length() && regex.charAt(position) != '|' && regex.charAt(position) != ')') {
            parts.add(repeated(atom()));
        }
        return (text, extra, choice) -> parts.forEach(part -> part.append(text, extra, choice));
    }

    private Part repeated(Part part) {
        Matcher quantifier = QUANTIFIER.matcher(regex);
        if (!quantifier.find(position) || quantifier.start() != position) {
            return part;
        }
        position = quantifier.end();
        String sign = quantifier.group(1);
        int least;
        int most;
        if (sign != null) {
            least = sign.equals("+") ? 1 : 0;
            most = sign.equals("?") ? 1 : MANY;
        } else {
            least = Integer.parseInt(quantifier.group(2));
            String upper = quantifier.group(4);
            most = quantifier.group(3) == null
                    ? least
                    : upper == null || upper.isEmpty() ? MANY : Integer.parseInt(upper);
        }
        return (text, extra, choice) -> {
            int times = Math.min(Math.max(least, most), least + extra);
            for (int i = 0; i < times; i++) {
                part.append(text, 0, choice + i);
            }
        };
    }

    private Part atom() {
        char c = regex.charAt(position);
        if (c == '(') {
            return group();
        }
        if (c == '[') {
            return set(characterClass());
        }
        if (c == '\\') {
            return escape();
        }
        position++;
        return switch (c) {
            case '^', '$' -> (text, extra, choice) -> {};
            case '.' -> (text, extra, choice) -> text.append('a');
            default -> (text, extra, choice) -> text.append(c);
        };
    }

    private Part group() {
        position++;
        boolean assertion = regex.startsWith("?=", position)
                || regex.startsWith("?!", position)
                || regex.startsWith("?<=", position)
                || regex.startsWith("?<!", position);
        if (regex.startsWith("?", position)) {
            boolean named = regex.startsWith("?<", position) && !assertion;
            position = named ? regex.indexOf('>', position) + 1 : position + (regex.startsWith("?<", position) ? 3 : 2);
        }
        Part inner = alternatives();
        position++;
        return assertion ? (text, extra, choice) -> {} : inner;
    }

    private Part escape() {
        char c = regex.charAt(position + 1);
        if (c == 'b' || c == 'B' || c == 'A' || c == 'z' || c == 'Z') {
            position += 2;
            return (text, extra, choice) -> {};
        }
        int start = position;
        position += 2;
        if ("upP".indexOf(c) >= 0 && regex.startsWith("{", position)) {
            position = regex.indexOf('}', position) + 1;
        } else if (c == 'u') {
            position += 4;
        } else if (c == 'x') {
            position += 2;
        }
        return set(regex.substring(start, position));
    }

    /** Java's own reading of a class or an escape decides which characters it takes. */
    private static Part set(String expression) {
        Pattern pattern = Pattern.compile(expression, Pattern.DOTALL);
        List<String> matching = new ArrayList<>();
        ALPHABET.chars()
                .mapToObj(Character::toString)
                .filter(c -> pattern.matcher(c).matches())
                .forEach(matching::add);
        for (char c = 0; c < 0x250 && matching.isEmpty(); c++) {
            if (pattern.matcher(String.valueOf(c)).matches()) {
                matching.add(String.valueOf(c));
            }
        }
        return (text, extra, choice) -> {
            if (!matching.isEmpty()) {
                text.append(matching.get(choice % matching.size()));
            }
        };
    }

    private String characterClass() {
        int start = position;
        position++;
        if (regex.startsWith("^", position)) {
            position++;
        }
        int depth = 1;
        boolean first = true;
        while (depth > 0) {
            char c = regex.charAt(position);
            if (c == '\\') {
                position++;
            } else if (c == ']' && !first) {
                depth--;
            }
            first = false;
            position++;
        }
        return regex.substring(start, position);
    }
}
