package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the argument that a vendor means by a place in the request. Pure. */
final class ArgumentPlaces {

    /** Of no arguments. */
    static final ArgumentPlaces NONE = new ArgumentPlaces(List.of());

    /** Parts of a request, by which some vendors begin a path. */
    private static final Set<String> PARTS = Set.of("body", "query", "path", "params", "json", "request", "input");

    private static final Pattern SEPARATORS = Pattern.compile("[./\\[\\]]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** A path within a sentence, but no URL and no file name. */
    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![\\w./:@-])/?[A-Za-z_][\\w-]*(?:(?:[./][\\w-]+|\\[[\\w-]+\\]))+(?![\\w/@-])");

    /** What is longer is cut anyway. */
    private static final int MAX_SENTENCE = 16 * 1024;

    private final List<Place> places;

    private ArgumentPlaces(List<Place> places) {
        this.places = places;
    }

    /** The places of a tool's arguments, those within others first. */
    static ArgumentPlaces of(ToolDescriptor tool) {
        List<Place> places = new ArrayList<>();
        for (Map.Entry<String, List<String>> argument : tool.places().entrySet()) {
            List<String> path = argument.getValue().stream()
                    .flatMap(name -> split(name).stream())
                    .toList();
            if (!path.isEmpty()) {
                places.add(
                        new Place(argument.getKey(), path, argument.getValue().size() > 1));
            }
        }
        places.sort(Comparator.comparing((Place place) -> place.path.size()).reversed());
        return new ArgumentPlaces(places);
    }

    /** Names the argument and what is within it: {@code values.name} for {@code body.data.values.name}. */
    String argument(String path) {
        return argument(split(path));
    }

    String argument(List<String> path) {
        if (path.isEmpty()) {
            return "";
        }
        return known(path)
                .or(() -> path.size() > 1 && PARTS.contains(path.get(0)) ? inPart(path) : Optional.empty())
                .or(() -> outsideOfItsWrapper(path))
                .orElseGet(() -> joined(path.get(0), path.subList(1, path.size())));
    }

    /** Puts arguments in place of the paths in a sentence. */
    String inText(String sentence) {
        if (sentence.length() > MAX_SENTENCE) {
            return sentence;
        }
        return IN_TEXT.matcher(sentence).replaceAll(found -> {
            List<String> path = split(found.group());
            Optional<String> argument = path.get(0).equals("body") && path.size() > 1 ? inPart(path) : known(path);
            return Matcher.quoteReplacement(argument.orElse(found.group()));
        });
    }

    private Optional<String> inPart(List<String> path) {
        List<String> inside = path.subList(1, path.size());
        return Optional.of(known(inside).orElseGet(() -> argument(inside)));
    }

    /** Of several arguments that go by one name the last is meant: it is in the body, of which vendors say most. */
    private Optional<String> known(List<String> path) {
        return places.stream()
                .filter(place -> place.path.size() <= path.size()
                        && path.subList(0, place.path.size()).equals(place.path))
                .reduce((other, place) -> place.path.size() < other.path.size() ? other : place)
                .map(place -> joined(place.argument, path.subList(place.path.size(), path.size())));
    }

    /** Many vendors leave out the envelope that all their bodies have. */
    private Optional<String> outsideOfItsWrapper(List<String> path) {
        List<Place> ending = places.stream()
                .filter(place ->
                        place.isWrapped && place.path.get(place.path.size() - 1).equals(path.get(0)))
                .toList();
        return ending.size() == 1
                ? Optional.of(joined(ending.get(0).argument, path.subList(1, path.size())))
                : Optional.empty();
    }

    private static String joined(String argument, List<String> inside) {
        StringBuilder joined = new StringBuilder(argument);
        for (String name : inside) {
            if (NUMBER.matcher(name).matches()) {
                joined.append('[').append(name).append(']');
            } else {
                joined.append('.').append(name);
            }
        }
        return joined.toString();
    }

    private static List<String> split(String path) {
        return SEPARATORS
                .splitAsStream(path.strip().replaceFirst("^[$#]", ""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * Where an argument goes.
     *
     * @param isWrapped whether objects stand around it that callers do not see
     */
    private record Place(String argument, List<String> path, boolean isWrapped) {}
}
