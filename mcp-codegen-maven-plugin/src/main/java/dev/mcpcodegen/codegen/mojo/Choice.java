package dev.mcpcodegen.codegen.mojo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoFailureException;

/** A parameter that is one of a few words. */
final class Choice {

    private Choice() {}

    /**
     * The constant that a word names, whatever its case.
     *
     * @throws MojoFailureException if it names none; the message lists them
     */
    static <E extends Enum<E>> E of(Class<E> choices, String parameter, String word) throws MojoFailureException {
        List<String> words = Arrays.stream(choices.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = words.indexOf(word.strip().toLowerCase(Locale.ROOT));
        if (index < 0) {
            int last = words.size() - 1;
            throw new MojoFailureException(parameter + " is \"" + word + "\"; it must be "
                    + String.join(", ", words.subList(0, last)) + " or " + words.get(last) + ".");
        }
        return choices.getEnumConstants()[index];
    }
}
