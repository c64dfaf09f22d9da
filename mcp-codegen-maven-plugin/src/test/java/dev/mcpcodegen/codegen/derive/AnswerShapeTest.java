package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.model.ApiOperation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerShapeTest {

    private static final String A = "{type: array, items: {type: string}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A | ''",
                "{type: object, properties: {things: A, total: {type: integer}}} | /things",
                "{type: object, properties: {data: A, included: A}} | /data",
                "{type: object, properties: {entries: A, order: A, limit: {type: integer}}} | /entries",
                "{type: object, properties: {persons: A, groups: A}} | /persons",
                "{type: object, properties: {Warnings: A, Accounts: A}} | /Accounts",
                "{type: object, properties: {_embedded: {type: object, properties: {persons: A}}, _links: {type: object}}} | /_embedded/persons",
                "{type: object, properties: {ok: {type: boolean}, data: {type: object, properties: {rows: A}}}} | /data/rows",
                "{type: object, properties: {a: A, b: A}} | none",
                "{type: object, properties: {data: {type: object, properties: {id: {type: string}, tags: A}}}} | none",
                "{type: object, properties: {data: {type: object}, included: A}} | none",
                "{type: object, properties: {id: {type: string}, tags: A}} | none",
                "{type: object, additionalProperties: {type: object}} | none",
                "{type: object, properties: {persons: {type: object, additionalProperties: {type: string}}}} | none"
            })
    void findsTheListOfAnAnswer(String schema, String pointer) {
        TestApi api = TestApi.of("""
                paths:
                  /persons:
                    get:
                      description: Lists persons.
                      responses:
                        '200':
                          description: OK
                          content: {application/json: {schema: %s}}
                """.formatted(schema.replaceAll("\\bA\\b", A)));
        ApiOperation operation = api.api().operations().get(0);

        assertThat(AnswerShape.of(operation, new Types(api.api().declarations()))
                        .items())
                .isEqualTo(pointer.equals("none") ? List.of() : Arrays.asList(pointer));
    }
}
