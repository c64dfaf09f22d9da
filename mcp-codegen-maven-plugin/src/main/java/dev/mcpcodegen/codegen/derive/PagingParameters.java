package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiParameter;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an operation that may page it: its query parameters, or the properties of its body and of an object in it that is
 * called {@code pagination}.
 */
final class PagingParameters {

    private static final Set<String> NESTED = Set.of("page", "pagination", "paging");

    private final boolean inBody;
    private final List<Candidate> candidates;

    /**
     * One parameter.
     *
     * @param place its wire name; in a nested object a JSON Pointer
     * @param owner the wire name of the parameter or property that holds it
     * @param name in snake_case
     */
    record Candidate(String place, String owner, String name, PropertyModel property) {

        boolean isToken() {
            return PagingTypes.isToken(property.type());
        }

        boolean isNumber() {
            return PagingTypes.isNumber(property.type());
        }
    }

    private PagingParameters(boolean inBody, List<Candidate> candidates) {
        this.inBody = inBody;
        this.candidates = candidates;
    }

    /** Reads them from where it is declared, else from the body of an operation that has one and no position in its query. */
    static PagingParameters of(ApiOperation operation, @Nullable String declaredIn, Types types) {
        PagingParameters query = new PagingParameters(false, query(operation));
        if (Objects.equals(declaredIn, "query")) {
            return query;
        }
        PagingParameters body = new PagingParameters(true, body(operation, types));
        boolean isBody = Objects.equals(declaredIn, "body")
                || (!operation.httpMethod().equals("GET")
                        && query.position().isEmpty()
                        && body.position().isPresent());
        return isBody ? body : query;
    }

    boolean inBody() {
        return inBody;
    }

    List<Candidate> all() {
        return candidates;
    }

    Optional<Candidate> named(Set<String> names, Predicate<Candidate> rule) {
        return candidates.stream()
                .filter(candidate -> names.contains(candidate.name()) && rule.test(candidate))
                .findFirst();
    }

    /** The parameter of this wire name, or of this pointer. */
    Optional<Candidate> at(String place) {
        return candidates.stream()
                .filter(candidate -> candidate.place().equals(place))
                .findFirst();
    }

    /** The parameter for the page size; a number, or text that says nothing else. */
    Optional<Candidate> limit() {
        return PagingWords.LIMIT.stream()
                .flatMap(name ->
                        candidates.stream().filter(candidate -> candidate.name().equals(name)))
                .filter(candidate -> PageSize.isFree(candidate.property()))
                .findFirst();
    }

    /** A parameter that says where a page begins. */
    Optional<Candidate> position() {
        return candidates.stream()
                .filter(candidate -> PagingWords.POSITION.contains(candidate.name()) || isPaging(candidate))
                .findFirst();
    }

    /** Returns the owners of all that page, forwards or backwards, and may be left out. */
    List<String> own(List<String> used) {
        List<String> own = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean isUsed = used.contains(candidate.place());
            if (isUsed
                    || ((isPaging(candidate) || isSwitch(candidate))
                            && !candidate.property().required())) {
                own.add(candidate.owner());
            }
        }
        return own.stream().distinct().toList();
    }

    /** Whether a flag of its own decides if this parameter is heard, as {@code usemarker} does. */
    boolean isSwitchable(Candidate position) {
        return candidates.stream().anyMatch(candidate -> isSwitch(candidate, position.name()));
    }

    private boolean isSwitch(Candidate flag) {
        return candidates.stream().anyMatch(position -> isPaging(position) && isSwitch(flag, position.name()));
    }

    private static boolean isSwitch(Candidate flag, String position) {
        String name = flag.name().replace("_", "");
        return PagingTypes.isFlag(flag.property().type()) && name.startsWith("use") && name.endsWith(position);
    }

    private static boolean isPaging(Candidate candidate) {
        String name = candidate.name();
        // Text that is called "start" is a time.
        boolean isOffset = PagingWords.PAGE.contains(name)
                || (PagingWords.OFFSET.contains(name) && (candidate.isNumber() || name.equals("offset")));
        return candidate.isToken()
                && (isOffset || PagingWords.CURSOR.contains(name) || PagingWords.BACKWARD.contains(name));
    }

    private static List<Candidate> query(ApiOperation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.location() == Location.QUERY)
                .map(ApiParameter::property)
                .map(property ->
                        new Candidate(property.name(), property.name(), Words.snakeCase(property.name()), property))
                .toList();
    }

    private static List<Candidate> body(ApiOperation operation, Types types) {
        List<Candidate> candidates = new ArrayList<>();
        if (operation.body() == null) {
            return candidates;
        }
        for (PropertyModel property : types.unitedProperties(operation.body().type())) {
            String name = Words.snakeCase(property.name());
            List<PropertyModel> nested = NESTED.contains(name) ? nested(property.type(), types) : List.of();
            if (nested.isEmpty()) {
                candidates.add(new Candidate(property.name(), property.name(), name, property));
            }
            for (PropertyModel inner : nested) {
                candidates.add(new Candidate(
                        "/" + escaped(property.name()) + "/" + escaped(inner.name()),
                        property.name(),
                        Words.snakeCase(inner.name()),
                        inner));
            }
        }
        return candidates;
    }

    /** The members of an object that holds nothing but paging, so that nothing else is lost when it is no argument. */
    private static List<PropertyModel> nested(TypeModel type, Types types) {
        List<PropertyModel> members = types.properties(type);
        boolean isPaging = members.stream().allMatch(member -> {
            String name = Words.snakeCase(member.name());
            return PagingWords.LIMIT.contains(name)
                    || isPaging(new Candidate(member.name(), member.name(), name, member));
        });
        return isPaging ? members : List.of();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
