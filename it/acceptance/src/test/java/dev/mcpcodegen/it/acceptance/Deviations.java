package dev.mcpcodegen.it.acceptance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The places where a tool deliberately takes something else than its vendor documents; {@code deviations.tsv} has the reasons. */
final class Deviations {

    private record Place(String tool, String location, String parameter) {}

    private final Set<Place> places;

    private Deviations(Set<Place> places) {
        this.places = places;
    }

    static Deviations read() {
        return new Deviations(Artifacts.lines("/deviations.tsv")
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)))
                .map(row -> new Place(row.get(0), row.get(1), row.get(2)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a tool deviates in a parameter of a location. */
    boolean includes(String tool, String location, String parameter) {
        return places.contains(new Place(tool, location, parameter));
    }

    /** Whether a call leaves out a parameter in which its tool deviates. */
    boolean includes(ToolCalls.Call call) {
        return places.stream()
                .anyMatch(place ->
                        place.tool().equals(call.name()) && !call.arguments().has(place.parameter()));
    }
}
