package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentFlattenerTest {

    private static final String ID = "{name: person_id, in: path, required: true, schema: {type: integer}}";

    private static TestApi persons(String parameters, String body, String extension) {
        return TestApi.operation(
                "put",
                "/persons/{person_id}",
                "parameters: [" + parameters + "]\nrequestBody: {content: {application/json: {schema: " + body
                        + "}}}\nx-mcp: " + extension + "\n");
    }

    private static String object(String properties) {
        return "{type: object, properties: {" + properties + "}}";
    }

    private static ArgumentModel argument(TestApi api, String name) {
        return api.tool().arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertErrorAt(TestApi api, String pointer) {
        api.tools();
        assertThat(api.found(Severity.ERROR))
                .extracting(diagnostic -> diagnostic.location().pointer())
                .containsExactly(pointer);
    }

    @Test
    void whatCanHaveOneValueOnlyIsSentWithoutAnArgument() {
        TestApi api = TestApi.operation("post", "/profiles", """
                parameters:
                  - {name: revision, in: header, required: true, schema: {type: string, enum: ["2026-07-15"]}}
                  - {name: optional, in: query, schema: {type: string, enum: [a]}}
                  - {name: choice, in: query, required: true, schema: {type: string, enum: [a, b]}}
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [type, version, name]
                        properties: {type: {const: profile}, version: {type: integer, enum: [2]}, name: {type: string}}
                """);

        assertThat(api.arguments()).containsExactly("choice", "optional", "name");
        assertThat(api.tool().request().constants())
                .extracting(constant -> constant.place().wireName(), constant -> constant.json())
                .containsExactlyInAnyOrder(
                        tuple("revision", "\"2026-07-15\""), tuple("type", "\"profile\""), tuple("version", "2"));
    }

    @Test
    void aBodyThatMayBeMissingKeepsWhatItsPropertiesAre() {
        TestApi api = TestApi.operation("post", "/profiles", """
                requestBody:
                  content:
                    application/json:
                      schema: {type: object, required: [type], properties: {type: {const: profile}, name: {type: string}}}
                """);

        assertThat(api.arguments()).containsExactlyInAnyOrder("type", "name");
    }

    @Test
    void aParameterThatIsAnObjectOfNothingTakesAText() {
        TestApi api = TestApi.operation("get", "/items", """
                parameters:
                  - {name: filter, in: query, schema: {type: object}}
                  - {name: open, in: query, schema: {type: object, additionalProperties: {type: string}}}
                """);

        assertThat(argument(api, "filter").type())
                .isInstanceOfSatisfying(
                        TypeModel.UnionType.class,
                        union -> assertThat(union.alternatives()).contains(TypeModel.StringType.PLAIN));
        assertThat(argument(api, "open").type()).isInstanceOf(TypeModel.MapType.class);
    }

    @Test
    void tellsWhichArgumentsThereAreWhereOneIsUnknown() {
        TestApi api = persons(
                ID,
                object("last_name: {type: string}, first_name: {type: string}"),
                "{arguments: {data.first_name: {description: x}}}");
        api.tools();

        assertThat(api.found(Severity.ERROR))
                .singleElement()
                .satisfies(told -> assertThat(told.cure()).startsWith("It takes `first_name`, `id`, `last_name`."));
    }

    @Test
    void callsTheTrailingPathParameterId() {
        TestApi api = persons(ID, object(""), "{}");

        assertThat(argument(api, "id").wireName()).isEqualTo("person_id");
        assertThat(argument(api, "id").property().javaName()).isEqualTo("id");
    }

    @Test
    void keepsTheNameOfATrailingParameterOfOtherMethods() {
        assertThat(persons(ID, object(""), "{method: touch}").arguments()).contains("person_id");
    }

    @Test
    void demandsAnElementOfAListInAPath() {
        String list = "{name: person_id, in: path, required: true, schema: {type: array, items: {type: integer}}}";

        assertThat(argument(persons(list, object(""), "{}"), "id").property().type())
                .isEqualTo(new TypeModel.ListType(TypeModel.IntegerType.PLAIN, 1, null, false));
    }

    @Test
    void T_B03_separatesOneNameInFivePlaces() {
        String parameters = ID.replace("person_id", "name") + ", {name: name, in: cookie, schema: {}}"
                + ", {name: name, in: header, schema: {}}, {name: name, in: query, schema: {}}";
        TestApi api = TestApi.operation(
                "patch",
                "/variables/{name}/value",
                "parameters: [" + parameters + "]\nrequestBody: {content: {application/json: {schema: "
                        + object("name: {type: string}") + "}}}");

        assertThat(api.tool().arguments())
                .extracting(ArgumentModel::name, ArgumentModel::location, ArgumentModel::wireName)
                .containsExactly(
                        tuple("name", Location.PATH, "name"),
                        tuple("query_name", Location.QUERY, "name"),
                        tuple("header_name", Location.HEADER, "name"),
                        tuple("cookie_name", Location.COOKIE, "name"),
                        tuple("body_name", Location.BODY, "name"));
        assertThat(api.found(Severity.INFO)).hasSize(4);
    }

    @Test
    void takesNoNameThatAnotherArgumentBears() {
        TestApi api = persons(
                ID + ", {name: name, in: query, schema: {}}", object("name: {}, body_name: {type: integer}"), "{}");

        assertThat(argument(api, "body_name").wireName()).isEqualTo("body_name");
        assertThat(argument(api, "body_body_name").wireName()).isEqualTo("name");
    }

    @ParameterizedTest
    @CsvSource({
        "filter[name], filter_name",
        "StartTime<, StartTime_lt",
        "date>=, date_gte",
        "user.fields, user.fields",
        "X-Trace, X-Trace",
        "_links, _links",
        "$top, top",
        "ids[], ids",
        "äöü, value"
    })
    void makesNamesThatClientsTake(String wireName, String name) {
        TestApi api = persons(ID + ", {name: '" + wireName + "', in: query, schema: {}}", object(""), "{}");

        assertThat(argument(api, name).wireName()).isEqualTo(wireName);
    }

    @Test
    void cutsLongNamesAndKeepsThemApart() {
        String start = "a".repeat(70);
        TestApi api = persons(ID, object(start + "1: {}, " + start + "2: {}"), "{}");

        assertThat(api.arguments()).hasSize(3).doesNotHaveDuplicates().allMatch(ArgumentNames::isLegal);
    }

    @Test
    void T_B07_dropsWhatCallersMustNotSend() {
        TestApi api = TestApi.of("""
                paths:
                  /persons:
                    post:
                      description: Creates a person.
                      parameters:
                        - {name: authorization, in: header, schema: {type: string}}
                        - {name: Content-Type, in: header, schema: {type: string}}
                        - {name: X-API-KEY, in: header, schema: {type: string}}
                        - {name: api_key, in: query, schema: {type: string}}
                        - {name: X-Trace, in: header, schema: {type: string}}
                      requestBody: {content: {application/json: {schema: {type: object, properties: {
                        name: {type: string}, created: {type: string, readOnly: true}}}}}}
                      responses: {}
                components:
                  securitySchemes:
                    header: {type: apiKey, in: header, name: x-api-key}
                    query: {type: apiKey, in: query, name: api_key}
                """);

        assertThat(api.arguments()).containsExactly("X-Trace", "name");
    }

    @Test
    void listsRequiredArgumentsFirstInEachPlace() {
        TestApi api = persons(
                ID + ", {name: a, in: query, schema: {}}, {name: b, in: query, required: true, schema: {}}",
                "{type: object, required: [d], properties: {c: {}, d: {}}}",
                "{}");

        assertThat(api.arguments()).containsExactly("id", "b", "a", "d", "c");
    }

    @Test
    void renamesFreesAndHides() {
        TestApi api = persons(
                ID + ", {name: term, in: query, required: true, schema: {}}, {name: debug, in: query, schema: {}}",
                object(""),
                "{arguments: {term: {name: query, optional: true}, debug: {hidden: true}}}");

        assertThat(api.arguments()).doesNotContain("term", "debug");
        assertThat(argument(api, "query").wireName()).isEqualTo("term");
        assertThat(argument(api, "query").required()).isFalse();
    }

    @Test
    void isDocumentedUnderTheNameThatCallersSee() {
        TestApi api = persons(
                ID + ", {name: term, in: query, schema: {}}, {name: name, in: query, schema: {}}",
                object("name: {type: string}"),
                "{arguments: {term: {name: query}, query: {description: what to find}, id: {description: who},"
                        + " name: {description: in the query}, body_name: {description: in the body}}}");

        assertThat(argument(api, "query").property().description()).isEqualTo("what to find");
        assertThat(argument(api, "id").property().description()).isEqualTo("who");
        assertThat(argument(api, "name").property().description()).isEqualTo("in the query");
        assertThat(argument(api, "body_name").property().description()).isEqualTo("in the body");
        assertThat(api.found(Severity.ERROR)).isEmpty();
    }

    @Test
    void isChangedUnderTheNameThatCallersSeeWhereNoOtherHasIt() {
        TestApi api = persons(ID, object(""), "{arguments: {id: {name: person}}}");

        assertThat(api.arguments()).contains("person").doesNotContain("id");
        assertThat(api.found(Severity.ERROR)).isEmpty();
    }

    @Test
    void hidesNoPathParameterWithoutSayingWhatIsSent() {
        assertErrorAt(
                persons(ID, object(""), "{arguments: {id: {hidden: true}}}"),
                "/paths/~1persons~1{person_id}/put/x-mcp/arguments/id");
    }

    @Test
    void tellsOfEntriesThatBelongToNoArgument() {
        assertErrorAt(
                persons(ID, object(""), "{arguments: {nome: {description: a slip}}}"),
                "/paths/~1persons~1{person_id}/put/x-mcp/arguments/nome");
        assertErrorAt(
                persons(ID, object(""), "{arguments: {nome.city: {description: a slip}}}"),
                "/paths/~1persons~1{person_id}/put/x-mcp/arguments/nome.city");
    }

    @Test
    void refusesNamesThatClientsRefuse() {
        assertErrorAt(
                persons(ID + ", {name: q, in: query, schema: {}}", object(""), "{arguments: {q: {name: 'a b'}}}"),
                "/paths/~1persons~1{person_id}/put/x-mcp/arguments/q/name");
    }

    @Test
    void documentsPropertiesOfArgumentsUnderDottedNames() {
        TestApi api = persons(
                ID,
                object("address: {type: object, properties: {city: {type: string}, parts: {type: array, items: "
                        + object("street: {type: string}") + "}}}"),
                "{arguments: {address.city: {description: the town}, address.parts.street: {description: no number}}}");

        assertThat(api.tools().types().values().stream()
                        .flatMap(type -> ((ObjectDefinition) type.definition()).properties().stream())
                        .map(property -> property.name() + ": " + property.description()))
                .contains("city: the town", "street: no number");
        assertThat(api.found(Severity.ERROR)).isEmpty();
    }

    @Test
    void tellsOfUnknownPropertiesOfArguments() {
        String body = object("address: {type: object, properties: {city: {type: string}}}, name: {type: string}");
        for (String name : List.of("address.town", "address.city.x", "name.x", "address.")) {
            assertErrorAt(
                    persons(ID, body, "{arguments: {" + name + ": {description: a slip}}}"),
                    "/paths/~1persons~1{person_id}/put/x-mcp/arguments/" + name);
        }
    }

    @Test
    void anArgumentMayHaveADotInItsName() {
        TestApi api = persons(
                ID + ", {name: user.fields, in: query, schema: {type: string}}",
                object(""),
                "{arguments: {user.fields: {description: which fields}}}");

        assertThat(argument(api, "user.fields").property().description()).isEqualTo("which fields");
        assertThat(api.found(Severity.ERROR)).isEmpty();
    }

    @Test
    void aBodyWithoutPropertiesIsOneArgument() {
        TestApi api = persons(ID, "{type: array, items: {type: string}}", "{}");

        assertThat(api.tool().body()).isEqualTo(new BodyModel.JsonValue());
        assertThat(argument(api, "body").type()).isInstanceOf(TypeModel.ListType.class);
    }

    @Test
    void aBodyOfAlternativesBecomesTheUnionOfTheirProperties() {
        TestApi api = persons(
                ID,
                "{oneOf: [{type: object, required: [a, b], properties: {a: {type: string}, b: {type: string}}},"
                        + " {type: object, required: [a], properties: {a: {type: string}, b: {type: integer}}}]}",
                "{}");

        assertThat(api.tool().body()).isEqualTo(new BodyModel.JsonObject());
        assertThat(argument(api, "a").required()).isTrue();
        assertThat(argument(api, "b").required()).isFalse();
        assertThat(argument(api, "b").type()).isInstanceOf(TypeModel.UnionType.class);
        assertThat(api.tool().description()).doesNotContain("Takes either");
    }

    @ParameterizedTest
    @CsvSource({
        "form, true, EXPLODED",
        "form, false, COMMA",
        "spaceDelimited, false, SPACE",
        "pipeDelimited, false, PIPE",
        "deepObject, true, DEEP_OBJECT",
    })
    void keepsHowListsAreWritten(String style, boolean explode, Style expected) {
        String parameter = "{name: ids, in: query, style: " + style + ", explode: " + explode
                + ", schema: {type: array, items: {type: integer}}}";

        assertThat(argument(persons(ID + ", " + parameter, object(""), "{}"), "ids")
                        .style())
                .isEqualTo(expected);
    }

    @Test
    void tellsAnEnumThatIsNotEnforced() {
        String parameters = ID + ", {name: kind, in: query, schema: {type: string, enum: [a, b]}}"
                + ", {name: level, in: query, schema: {type: integer, enum: [1, 2]}}";
        TestApi api = persons(
                parameters, object(""), "{arguments: {kind: {enforceEnum: false}, level: {enforceEnum: false}}}");

        assertThat(api.tools().types().values())
                .extracting(type -> type.definition())
                .first()
                .hasFieldOrPropertyWithValue("enforced", false);
        assertThat(argument(api, "level").type()).isEqualTo(TypeModel.IntegerType.PLAIN);
    }

    @Test
    void tellsAnEnumInsideAnObjectThatIsNotEnforced() {
        TestApi api = persons(
                ID,
                object("conditions: {type: array, items: {type: object, properties: {"
                        + "operator: {type: string, enum: [eq, gt]}}}}"),
                "{arguments: {conditions.operator: {enforceEnum: false}}}");

        assertThat(api.tools().types().values())
                .extracting(type -> type.definition())
                .filteredOn(EnumDefinition.class::isInstance)
                .singleElement()
                .hasFieldOrPropertyWithValue("enforced", false);
    }
}
