package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.model.DynamicFieldsModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclaredFieldsTest {

    private static final String SET =
            "{source: {tool: list_all_acme_fields, arguments: {owner: {from: object}}}, each: {key: /key}}";

    /** An API whose records have fields, which stand in {@code sets} and {@code fields}. */
    private static TestApi api(String sets, String fields) {
        return TestApi.of("""
                x-mcp: {fieldSets: %s}
                paths:
                  /fields/{owner}:
                    get:
                      description: Lists the fields of an object.
                      x-mcp: {resource: fields, method: list}
                      parameters: [{name: owner, in: path, required: true, schema: {type: string}}]
                      responses: {'200': {description: OK, content: {application/json: {schema: {type: array, items: {}}}}}}
                  /records/{object}:
                    post:
                      description: Creates a record of an object.
                      x-mcp:
                        - {resource: records, method: create, dynamicFields: [%s]}
                        - {resource: deals, method: upsert, arguments: {object: {const: deals}}, dynamicFields: [%s]}
                      parameters: [{name: object, in: path, required: true, schema: {type: string}}]
                      requestBody:
                        content:
                          application/json:
                            schema:
                              type: object
                              properties:
                                values: {type: object, additionalProperties: true}
                                note: {type: string}
                                where: {type: array, items: {type: object}}
                      responses: {'200': {description: OK}}
                """.formatted(sets, fields, fields));
    }

    private static List<DynamicFieldsModel> fields(TestApi api) {
        List<DynamicFieldsModel> fields = api.tools().tools().stream()
                .map(ToolModel::dynamicFields)
                .flatMap(List::stream)
                .toList();
        assertThat(api.found(Severity.ERROR)).isEmpty();
        return fields;
    }

    private static List<String> errors(TestApi api) {
        api.tools();
        return api.found(Severity.ERROR).stream().map(Diagnostic::toString).toList();
    }

    @Test
    void oneSetServesToolsWhoseOwnerIsAnArgumentAndThoseForWhichItIsHidden() {
        assertThat(fields(api("{shared: " + SET + "}", "{property: values, fieldSet: shared}")))
                .extracting(
                        DynamicFieldsModel::partial,
                        DynamicFieldsModel::constants,
                        field -> field.set().name())
                .containsExactly(tuple(false, Map.of(), "shared"), tuple(true, Map.of("object", "deals"), "shared"));
    }

    @Test
    void aSetTakesFromTheOneItIsLikeWhatItDoesNotSay() {
        TestApi api = api(
                "{base: " + SET + ", other: {like: base, each: {key: /id, items: /all}, ttl: PT1M}}",
                "{property: values, fieldSet: other}");

        DynamicFieldsModel field = fields(api).get(0);
        assertThat(field.set().source().tool()).isEqualTo("list_all_acme_fields");
        assertThat(field.set().source().items()).isEqualTo("/all");
        assertThat(field.set().ttl()).isEqualTo("PT1M");
    }

    @Test
    void aSetOfOneToolIsNamedAfterIt() {
        TestApi api = api("{}", "{property: where, as: conditions, " + SET.substring(1));

        assertThat(fields(api))
                .extracting(field -> field.set().name(), DynamicFieldsModel::member)
                .contains(tuple("create_a_acme_record.where", "field"));
    }

    @Test
    void whatCannotBeListedIsToldOnceWithWhatToDo() {
        assertThat(errors(api(
                        "{s: {source: {tool: list_all_acme_feilds}, each: {key: /key}}}",
                        "{property: values, fieldSet: s}")))
                .singleElement()
                .asString()
                .contains("There is no tool \"list_all_acme_feilds\"", "`describe` lists the tools");
        assertThat(errors(api(
                        "{s: {source: {tool: list_all_acme_fields, arguments: {ower: a}}, each: {key: /key}}}",
                        "{property: values, fieldSet: s}")))
                .hasSize(2)
                .anySatisfy(error -> assertThat(error).contains("has no argument \"ower\"", "Use one of owner."))
                .anySatisfy(error -> assertThat(error).contains("needs an argument \"owner\""));
        assertThat(errors(api(
                        "{s: {source: {tool: list_all_acme_fields, arguments: {owner: {from: objekt}}}, each: {key: /key}}}",
                        "{property: values, fieldSet: s}")))
                .anySatisfy(error -> assertThat(error).contains("has no argument \"objekt\""));
    }

    @Test
    void anArgumentThatCannotHoldUnknownFieldsIsAnError() {
        assertThat(errors(api("{s: " + SET + "}", "{property: note, fieldSet: s}")))
                .anySatisfy(error ->
                        assertThat(error).contains("cannot hold fields that nobody knows yet", "additionalProperties"));
        assertThat(errors(api("{s: " + SET + "}", "{property: vallues, fieldSet: s}")))
                .anySatisfy(error -> assertThat(error).contains("has no argument \"vallues\"", "values"));
    }

    @Test
    void aMisspeltDeclarationIsToldWhereItStands() {
        assertThat(errors(api("{s: {each: {key: /key}}}", "{property: values, fieldSet: s}")))
                .anySatisfy(error -> assertThat(error).contains("#/x-mcp/fieldSets/s", "`source` is missing"));
        assertThat(errors(api("{s: {like: t}, t: {like: s}}", "{property: values, fieldSet: s}")))
                .anySatisfy(error -> assertThat(error).contains("is like itself"));
        assertThat(errors(api("{s: " + SET.replace("/key", "key") + "}", "{property: values, fieldSet: s}")))
                .anySatisfy(error -> assertThat(error).contains("/each/key", "is no JSON Pointer"));
        assertThat(errors(api(
                        "{s: {like: t, types: {a: {write: {as: {x: \"{valeu}\"}}}}, ttl: 5m}, t: " + SET + "}",
                        "{property: values, fieldSet: t}")))
                .anySatisfy(error -> assertThat(error).contains("Nothing stands for {valeu}", "{value/member}"))
                .anySatisfy(error -> assertThat(error).contains("\"5m\" is no time", "PT5M"));
        assertThat(errors(api("{s: " + SET + "}", "{property: values, as: lists, fieldSet: s}")))
                .anySatisfy(error -> assertThat(error).contains("\"lists\"", "values, filter or conditions"));
    }
}
