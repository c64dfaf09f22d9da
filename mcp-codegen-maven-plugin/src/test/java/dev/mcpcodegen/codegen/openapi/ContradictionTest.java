package dev.mcpcodegen.codegen.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.model.TypeModel.UnionType;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that no value satisfies, or that no reader of them would ever come to an end with. */
class ContradictionTest {

    private static TestApi read(String schema, String components) {
        return TestApi.of("""
                paths:
                  /a:
                    post:
                      description: Sends something useful.
                      responses: {}
                      requestBody: {content: {application/json: {schema: {type: object, properties: {p: %s}}}}}
                components: {schemas: {%s}}
                """.formatted(schema, components));
    }

    private static TypeModel type(TestApi api) {
        return api.tool().arguments().get(0).type();
    }

    private static ObjectDefinition object(TestApi api, String name) {
        return (ObjectDefinition)
                Objects.requireNonNull(api.api().declarations().get("/components/schemas/" + name))
                        .definition();
    }

    @Test
    void typesThatExcludeOneAnotherAreEitherAndTold() {
        TestApi api = read("{allOf: [{type: string}, {type: integer}]}", "");

        assertThat(((UnionType) type(api)).alternatives())
                .hasExactlyElementsOfTypes(TypeModel.StringType.class, TypeModel.IntegerType.class);
        assertThat(api.found(Severity.INFO)).singleElement().satisfies(told -> {
            assertThat(told.message()).contains("string and integer");
            assertThat(told.location().pointer()).endsWith("/properties/p");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{allOf: [{type: integer}, {type: number}]}",
                "{allOf: [{type: [string, 'null']}, {type: string}]}",
                "{allOf: [{type: string}, {maxLength: 3}]}"
            })
    void typesThatHaveValuesInCommonAreNotTold(String schema) {
        TestApi api = read(schema, "");

        assertThat(type(api)).isNotInstanceOf(UnionType.class);
        assertThat(api.found(Severity.INFO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: 'null'}",
                "{type: ['null']}",
                "{const: null}",
                "{oneOf: [{type: 'null'}]}",
                "{anyOf: [{anyOf: [{type: 'null'}]}]}"
            })
    void nullIsAllThatSomeSchemasTake(String schema) {
        assertThat(type(read("{type: array, items: " + schema + "}", "")))
                .isEqualTo(new TypeModel.ListType(SchemaReader.NULL, null, null, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: number, enum: ['', 1, 2.5]} | 1, 2.5",
                "{type: integer, enum: [1, 2.5, x]} | 1",
                "{enum: [1, 2]} | 1, 2"
            })
    void valuesOfAnotherTypeThanTheSchemaSaysAreNone(String schema, String values) {
        TypeModel type = type(read(schema, ""));

        List<String> allowed =
                type instanceof TypeModel.IntegerType whole ? whole.allowed() : ((TypeModel.NumberType) type).allowed();
        assertThat(allowed).containsExactly(values.split(", ", -1));
    }

    @Test
    void anObjectThatRequiresItselfNeedNotHoldItself() {
        TestApi api = read("{$ref: '#/components/schemas/Node'}", """
                Node: {type: object, required: [id, parent], properties: {id: {type: string},
                  parent: {$ref: '#/components/schemas/Node'}}}""");

        assertThat(object(api, "Node").properties())
                .filteredOn(PropertyModel::required)
                .extracting(PropertyModel::name)
                .containsExactly("id");
        assertThat(api.found(Severity.INFO)).singleElement().satisfies(told -> {
            assertThat(told.message()).contains("\"parent\"");
            assertThat(told.location().pointer()).isEqualTo("/components/schemas/Node");
        });
    }

    @Test
    void ofTwoThatRequireEachOtherTheFirstIsLoosened() {
        TestApi api = read("{$ref: '#/components/schemas/A'}", """
                A: {type: object, required: [b], properties: {b: {$ref: '#/components/schemas/B'}}},
                B: {type: object, required: [as], properties: {as: {type: array, minItems: 1,
                  items: {$ref: '#/components/schemas/A'}}}}""");

        assertThat(object(api, "A").properties()).noneMatch(PropertyModel::required);
        assertThat(object(api, "B").properties()).allMatch(PropertyModel::required);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: array, items: {$ref: '#/components/schemas/Node'}}",
                "{oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Node'}]}",
                "{oneOf: [{type: string}, {$ref: '#/components/schemas/Node'}]}",
                "{type: object, additionalProperties: {$ref: '#/components/schemas/Node'}}"
            })
    void whatMayEndIsRequiredAsTheVendorSays(String children) {
        TestApi api = read("{$ref: '#/components/schemas/Node'}", """
                Node: {type: object, required: [children], properties: {children: %s}}""".formatted(children));

        assertThat(object(api, "Node").properties()).allMatch(PropertyModel::required);
        assertThat(api.found(Severity.INFO)).isEmpty();
    }

    @Test
    void whatOnlyAnAlternativeAsksForCanBeSent() {
        TestApi api = TestApi.of("""
                paths:
                  /a:
                    post:
                      description: Sends something useful.
                      responses: {}
                      requestBody: {content: {application/json: {schema: {type: object, required: [b],
                        properties: {a: {type: string}}, anyOf: [{required: [a]}, {required: [c, b]}]}}}}
                """);

        assertThat(api.tool().arguments())
                .extracting(argument -> argument.name() + (argument.required() ? "!" : ""))
                .containsExactly("b!", "a", "c");
        assertThat(api.tool().description()).endsWith("Needs `a` or `c` and `b`.");
    }

    @Test
    void aUnionDoesNotOfferItself() {
        ApiDescription api = read("{$ref: '#/components/schemas/A'}", """
                A: {oneOf: [{$ref: '#/components/schemas/B'}, {type: object, properties: {x: {type: string}}}]},
                B: {oneOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {y: {type: string}}}]}""").api();

        assertThat(alternatives(api, "A")).hasSize(1);
        assertThat(alternatives(api, "B")).hasSize(2);
    }

    private static List<TypeModel> alternatives(ApiDescription api, String name) {
        return ((UnionDefinition) Objects.requireNonNull(api.declarations().get("/components/schemas/" + name))
                        .definition())
                .alternatives();
    }

    @Test
    void anAlternativeMayReferToTheSchemaThatOffersIt() {
        TestApi api = read("{$ref: '#/components/schemas/Fruit'}", """
                Fruit: {type: object, properties: {model: {type: string}}, oneOf: [{$ref: '#/components/schemas/Fruit'},
                  {$ref: '#/components/schemas/Apple'}]},
                Apple: {type: object, properties: {seeds: {type: integer}}}""");

        assertThat(api.tools().tools()).hasSize(1);
        assertThat(api.found(Severity.ERROR)).isEmpty();
    }

    @Test
    void aChildOfAParentThatListsItsChildrenIsOnlyItself() {
        TestApi api = read("{$ref: '#/components/schemas/Fruit'}", """
                Fruit: {type: object, discriminator: {propertyName: kind}, properties: {},
                  oneOf: [{$ref: '#/components/schemas/Apple'}, {$ref: '#/components/schemas/Pear'}]},
                Apple: {allOf: [{$ref: '#/components/schemas/Fruit'}, {properties: {kind: {type: string}, seeds: {type: integer}}}]},
                Pear: {allOf: [{$ref: '#/components/schemas/Fruit'}, {properties: {kind: {type: string}, neck: {type: integer}}}]}""");

        assertThat(object(api, "Apple").properties())
                .extracting(PropertyModel::name)
                .containsExactly("kind", "seeds");
        assertThat(alternatives(api.api(), "Fruit")).hasSize(2);
    }

    @Test
    void aTextThatIsPutTogetherOfAnObjectIsNoKindOfIt() {
        TestApi api = read("{$ref: '#/components/schemas/Drink'}", """
                Drink: {type: object, required: [kind], properties: {kind: {type: string}},
                  discriminator: {propertyName: kind, mapping: {drink: some value}}},
                Slip: {type: string, allOf: [{$ref: '#/components/schemas/Drink'}]}""");

        assertThat(object(api, "Drink").properties())
                .extracting(PropertyModel::name)
                .containsExactly("kind");
    }

    private static final String PET = """
            Pet: {type: object, required: [kind], discriminator: {propertyName: kind},
              properties: {kind: {type: string%s}, id: {type: string, readOnly: true}}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // A value that no child stands for leaves the parent as it is beside them.
                "', enum: [Dog, Fish]'; Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: boolean}}}]}; bark",
                // So does an only child.
                "''; Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: boolean}}}]}; bark",
                // Children of a child are children.
                "''; 'Dog: {discriminator: {propertyName: breed}, allOf: [{$ref: ''#/components/schemas/Pet''}, {properties: {breed:"
                        + " {type: string}}}]}, Pug: {allOf: [{$ref: ''#/components/schemas/Dog''}, {properties: {snores: {type:"
                        + " boolean}}}]}'; snores",
                // A child that adds nothing is the parent itself.
                "''; 'Any: {allOf: [{$ref: ''#/components/schemas/Pet''}]}, Dog: {allOf: [{$ref: ''#/components/schemas/Any''},"
                        + " {$ref: ''#/components/schemas/Pet''}, {properties: {bark: {type: boolean}}}]}'; bark",
                // What the vendor fills in for one child, the caller says for another.
                "''; 'Cat: {allOf: [{$ref: ''#/components/schemas/Pet''}, {properties: {tag: {type: string, readOnly: true}}}]},"
                        + " Dog: {allOf: [{$ref: ''#/components/schemas/Pet''}, {properties: {tag: {type: string}}}]}'; tag"
            })
    void noChildOfADiscriminatedParentIsLost(String kinds, String children, String argument) {
        TestApi api = TestApi.of("""
                paths:
                  /pets:
                    post:
                      description: Registers a pet.
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                      responses: {}
                components: {schemas: {%s, %s}}
                """.formatted(PET.formatted(kinds), children));

        assertThat(api.arguments()).contains("kind", argument);
    }
}
