package dev.mcpcodegen.codegen.lock;

import dev.mcpcodegen.codegen.lock.Change.Kind;
import dev.mcpcodegen.codegen.lock.Shape.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what one tool took and takes, and tells each difference at its argument. */
final class ShapeDiff {

    private final String tool;
    private final List<Change> changes;

    ShapeDiff(String tool, List<Change> changes) {
        this.tool = tool;
        this.changes = changes;
    }

    void compare(String place, Shape before, Shape after) {
        if (!before.alternatives().isEmpty() || !after.alternatives().isEmpty()) {
            alternatives(place, before, after);
            return;
        }
        if (!types(place, before, after)) {
            return;
        }
        nullability(place, before, after);
        values(place, before, after);
        LimitDiff.compare(before.limits(), after.limits()).forEach((kind, words) -> tell(kind, place, words));
        if (before.untracked() || after.untracked()) {
            return;
        }
        members(place, before.members(), after.members());
        if (after.closed() != before.closed()) {
            tell(
                    after.closed() ? Kind.CLOSED : Kind.OPENED,
                    place,
                    after.closed()
                            ? "no longer takes what is not named in its description"
                            : "takes what is not named, too");
        }
        part(place + "[]", before.items(), after.items());
        part(place + ".*", before.entries(), after.entries());
    }

    /** Whether the values taken before are still of a type that is taken; if not, there is nothing more to compare. */
    private boolean types(String place, Shape before, Shape after) {
        if (!covers(after.types(), before.types())) {
            tell(Kind.TYPE_NARROWER, place, "takes " + words(after.types()) + " now, not " + words(before.types()));
            return false;
        }
        if (!covers(before.types(), after.types())) {
            tell(Kind.TYPE_WIDER, place, "takes " + words(after.types()) + " now, not only " + words(before.types()));
        }
        return true;
    }

    private static boolean covers(SortedSet<String> wide, SortedSet<String> narrow) {
        if (wide.isEmpty() || narrow.isEmpty()) {
            return wide.isEmpty();
        }
        return narrow.stream()
                .allMatch(type -> wide.contains(type) || (type.equals("integer") && wide.contains("number")));
    }

    private static String words(SortedSet<String> types) {
        return types.isEmpty() ? "anything" : String.join(" or ", types);
    }

    private void nullability(String place, Shape before, Shape after) {
        boolean anything = after.types().isEmpty() && after.values().isEmpty();
        if (before.nullable() && !after.nullable() && !anything) {
            tell(Kind.NULL_REFUSED, place, "no longer takes null");
        } else if (!before.nullable() && after.nullable()) {
            tell(Kind.NULL_TAKEN, place, "takes null, too");
        }
    }

    private void values(String place, Shape before, Shape after) {
        List<String> gone = after.values().isEmpty() ? List.of() : without(before.values(), after.values());
        List<String> more = before.values().isEmpty() ? List.of() : without(after.values(), before.values());
        if (before.values().isEmpty() && !after.values().isEmpty()) {
            tell(Kind.VALUES_FEWER, place, "takes only " + String.join(", ", after.values()) + " now");
        } else if (!before.values().isEmpty() && after.values().isEmpty()) {
            tell(Kind.VALUES_MORE, place, "takes other values than the listed ones, too");
        }
        if (!gone.isEmpty()) {
            tell(Kind.VALUES_FEWER, place, "no longer takes " + String.join(", ", gone));
        }
        if (!more.isEmpty()) {
            tell(Kind.VALUES_MORE, place, "takes " + String.join(", ", more) + ", too");
        }
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(value -> !others.contains(value)).toList();
    }

    private void members(String place, SortedMap<String, Member> before, SortedMap<String, Member> after) {
        SortedMap<String, Member> gone = new TreeMap<>(before);
        gone.keySet().removeAll(after.keySet());
        SortedMap<String, Member> added = new TreeMap<>(after);
        added.keySet().removeAll(before.keySet());
        gone.forEach((name, member) -> gone(place, name, member, added));
        added.forEach((name, member) -> tell(
                member.required() ? Kind.ARGUMENT_REQUIRED : Kind.ARGUMENT_NEW,
                inside(place, name),
                member.required() ? "is new and required" : "is new"));
        before.forEach((name, member) -> {
            Member now = after.get(name);
            if (now != null) {
                kept(inside(place, name), member, now);
            }
        });
    }

    /** A renamed argument is one that goes while a single one of the same shape comes. */
    private void gone(String place, String name, Member member, SortedMap<String, Member> added) {
        List<String> alike = added.entrySet().stream()
                .filter(candidate -> candidate.getValue().equals(member))
                .map(Map.Entry::getKey)
                .toList();
        if (alike.size() == 1) {
            added.remove(alike.get(0));
            tell(Kind.ARGUMENT_RENAMED, inside(place, name), "is probably named " + alike.get(0) + " now");
        } else {
            tell(Kind.ARGUMENT_GONE, inside(place, name), "is gone");
        }
    }

    private void kept(String place, Member before, Member after) {
        if (after.required() && !before.required()) {
            tell(Kind.ARGUMENT_REQUIRED, place, "is required now");
        } else if (before.required() && !after.required()) {
            tell(Kind.ARGUMENT_OPTIONAL, place, "is optional now");
        }
        compare(place, before.shape(), after.shape());
    }

    private void part(String place, @Nullable Shape before, @Nullable Shape after) {
        if (before != null && after != null) {
            compare(place, before, after);
        } else if (after != null) {
            tell(Kind.TYPE_NARROWER, place, "takes no longer anything");
        } else if (before != null) {
            tell(Kind.TYPE_WIDER, place, "takes anything now");
        }
    }

    /** Each form that was taken must fit one that is taken; which one, nobody needs to say. */
    private void alternatives(String place, Shape before, Shape after) {
        nullability(place, before, after);
        Optional<Shape> refused = before.options().stream()
                .filter(option -> !fitsOne(option, after.options()))
                .findFirst();
        if (refused.isPresent()) {
            tell(
                    Kind.TYPE_NARROWER,
                    place,
                    "no longer takes each of its forms: " + form(refused.get()) + " is refused");
        } else if (!after.options().stream().allMatch(option -> fitsOne(option, before.options()))) {
            tell(Kind.TYPE_WIDER, place, "takes further forms");
        }
    }

    private static boolean fitsOne(Shape option, List<Shape> options) {
        return options.stream().anyMatch(candidate -> {
            List<Change> differences = new ArrayList<>();
            new ShapeDiff("", differences).compare("", option, candidate);
            return differences.stream().noneMatch(Change::isBreaking);
        });
    }

    private static String form(Shape shape) {
        String properties = shape.members().keySet().stream().limit(3).collect(Collectors.joining(", "));
        return words(shape.types()) + (properties.isEmpty() ? "" : " with " + properties);
    }

    private void tell(Kind kind, String place, String words) {
        changes.add(new Change(kind, tool, place, words));
    }

    private static String inside(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
