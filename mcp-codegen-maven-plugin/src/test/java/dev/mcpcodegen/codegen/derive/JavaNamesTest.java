package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaNamesTest {

    private static final Pattern ASCII = Pattern.compile("[A-Za-z_$][\\w$]{0,99}");

    @ParameterizedTest
    @CsvSource({
        "pipeline_id, pipelineId, PipelineId, PIPELINE_ID",
        "firstName, firstName, FirstName, FIRST_NAME",
        "URLParser, urlParser, UrlParser, URL_PARSER",
        "X-Trace-Id, xTraceId, XTraceId, X_TRACE_ID",
        "filter[name], filterName, FilterName, FILTER_NAME",
        "StartTime<, startTimeLt, StartTimeLt, START_TIME_LT",
        "-created_at, minusCreatedAt, MinusCreatedAt, MINUS_CREATED_AT",
        "in-progress, inProgress, InProgress, IN_PROGRESS",
        "3d, _3d, _3D, _3D",
        "Prénom_été, prenomEte, PrenomEte, PRENOM_ETE",
        "class, classValue, ClassValue, CLASS",
    })
    void readsLikeJava(String wireName, String member, String type, String constant) {
        assertThat(JavaNames.member(wireName)).isEqualTo(member);
        assertThat(JavaNames.type(wireName)).isEqualTo(type);
        assertThat(JavaNames.constant(wireName)).isEqualTo(constant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notify",
                "getClass",
                "hash_code",
                "to-string",
                "wait",
                "clone",
                "finalize",
                "notifyAll",
                "default"
            })
    void givesNoComponentANameThatRecordsCannotHave(String wireName) {
        assertThat(JavaNames.member(wireName)).endsWith("Value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "list", "object", "string", "record", "arguments", "page", "con", "Lpt1"})
    void hidesNoTypeThatGeneratedCodeOrAnOperatingSystemNeeds(String wireName) {
        assertThat(JavaNames.type(wireName)).endsWith("Value");
    }

    @Test
    void makesClashingNamesDifferentWithoutRegardToTheirOrder() {
        Map<String, String> names = JavaNames.members(List.of("first_name", "firstName", "first-name", "other"));

        assertThat(names.get("firstName")).isEqualTo("firstName");
        assertThat(names.get("first_name")).matches("firstName_[0-9a-f]{6}");
        assertThat(JavaNames.members(List.of("other", "first-name", "firstName", "first_name")))
                .isEqualTo(names);
    }

    @Test
    void T_A04_boundsLongNamesAndKeepsThemApart() {
        String longName = "a".repeat(70_000);

        assertThat(JavaNames.type(longName)).hasSize(100).isNotEqualTo(JavaNames.type(longName + "b"));
    }

    @Test
    void T_A04_everyNameIsAnIdentifierAndNoTwoAreEqual() {
        Set<String> wireNames = randomNames(100_000);

        assertNames(wireNames, JavaNames.members(wireNames), name -> name);
        assertNames(wireNames, JavaNames.types(wireNames), name -> name.toLowerCase(Locale.ROOT));
        assertNames(wireNames, JavaNames.constants(wireNames), name -> name);
    }

    private static void assertNames(
            Collection<String> wireNames, Map<String, String> names, UnaryOperator<String> identity) {
        assertThat(names.keySet()).isEqualTo(wireNames);
        assertThat(names.values()).allMatch(name -> ASCII.matcher(name).matches() && SourceVersion.isName(name));
        Set<String> different = names.values().stream().map(identity).collect(Collectors.toSet());
        assertThat(different).hasSize(wireNames.size());
    }

    /** Few letters in many spellings, so that clashes abound; and any characters at all. */
    private static Set<String> randomNames(int count) {
        Random random = new Random(4);
        String alphabet = "aAbB1_- ./é<>$\u0000\u202e\\\"日";
        Set<String> names =
                new LinkedHashSet<>(List.of("", "_", "class", "CLASS", "../../etc", "con", "\ud800", "\udc00"));
        while (names.size() < count) {
            StringBuilder name = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                name.append(
                        random.nextInt(20) == 0
                                ? (char) random.nextInt(Character.MAX_VALUE)
                                : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            names.add(name.toString());
        }
        return names;
    }
}
