package dev.mcpcodegen.codegen.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiBody;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration.Definition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.model.TypeModel.AnyType;
import dev.mcpcodegen.codegen.model.TypeModel.Bounds;
import dev.mcpcodegen.codegen.model.TypeModel.ListType;
import dev.mcpcodegen.codegen.model.TypeModel.MapType;
import dev.mcpcodegen.codegen.model.TypeModel.NullableType;
import dev.mcpcodegen.codegen.model.TypeModel.Reference;
import dev.mcpcodegen.codegen.model.TypeModel.StringType;
import dev.mcpcodegen.codegen.model.TypeModel.UnionType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaReaderTest {

    private static final NullableType NULLABLE_TEXT = new NullableType(StringType.PLAIN);

    /** The property {@code p} of a body, with component schemas. */
    private static TestApi read(String schema, String components) {
        return TestApi.of("""
                paths:
                  /a:
                    post:
                      responses: {}
                      requestBody: {content: {application/json: {schema: {type: object, properties: {p: %s}}}}}
                components: {schemas: {%s}}
                """.formatted(schema, components));
    }

    private static PropertyModel property(TestApi api) {
        ApiDescription description = api.api();
        ApiBody body = Objects.requireNonNull(description.operations().get(0).body());
        return properties(description, body.type()).get(0);
    }

    private static List<PropertyModel> properties(ApiDescription api, TypeModel type) {
        return ((ObjectDefinition) definition(api, type)).properties();
    }

    private static Definition definition(ApiDescription api, TypeModel type) {
        return Objects.requireNonNull(api.declarations().get(((Reference) type).key()))
                .definition();
    }

    private static TypeModel type(String schema) {
        return type(schema, "");
    }

    private static TypeModel type(String schema, String components) {
        return property(read(schema, components)).type();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: object, description: 'Status. Possible values: `active`, `inactive`.'} | true",
                "{type: object, description: The date when it begins.} | true",
                "{type: object, example: active} | true",
                "{type: object, format: date-time} | true",
                "{type: object, description: Anything you like.} | false",
                "{type: object, additionalProperties: true, example: active} | false",
                "{type: object, description: 'Possible values: a', properties: {a: {type: string}}} | false",
            })
    void anObjectOfNothingWhoseWordsAreThoseOfATextTakesOneAsWell(String schema, boolean text) {
        assertThat(type(schema).equals(BareObjects.TYPE)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, nullable: true}",
                "{type: [string, 'null']}",
                "{type: ['null', string]}",
                "{oneOf: [{type: string}, {type: 'null'}]}",
                "{anyOf: [{type: 'null'}, {type: string}]}",
                "{$ref: '#/components/schemas/Text', nullable: true}",
                "{nullable: true, allOf: [{$ref: '#/components/schemas/Text'}]}",
                "{$ref: '#/components/schemas/Nil'}",
            })
    void readsNullInEveryDialect(String schema) {
        assertThat(type(schema, "Text: {type: string}, Nil: {type: string, nullable: true}"))
                .isEqualTo(NULLABLE_TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minimum: 1, maximum: 2 | 1 | | 2 |",
                "minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: true | | 1 | | 2",
                "exclusiveMinimum: 1, exclusiveMaximum: 2.5 | | 1 | | 2.5",
                "minimum: 1, exclusiveMinimum: false | 1 | | |",
                "minimum: text, multipleOf: 0 | | | |",
            })
    void readsBoundsOfBothDialects(
            String bounds, String minimum, String exclusiveMinimum, String maximum, String exclusiveMaximum) {
        assertThat(type("{type: number, " + bounds + "}"))
                .isEqualTo(new TypeModel.NumberType(
                        new Bounds(minimum, exclusiveMinimum, maximum, exclusiveMaximum, null), List.of()));
    }

    @Test
    void readsRulesOfTextsAndLists() {
        assertThat(type("{type: string, format: email, pattern: '^a', minLength: 1, maxLength: 9}"))
                .isEqualTo(new StringType("email", "^a", 1, 9));
        assertThat(type("{type: string, minLength: -1, maxLength: 1.5}")).isEqualTo(StringType.PLAIN);
        assertThat(type("{type: array, minItems: 1, maxItems: 2, uniqueItems: true, items: {type: boolean}}"))
                .isEqualTo(new ListType(new TypeModel.BooleanType(), 1, 2, true));
        assertThat(type("{items: {type: boolean}}")).isInstanceOf(ListType.class);
    }

    @Test
    void readsBinaryInBothDialects() {
        assertThat(type("{type: string, format: binary}")).isEqualTo(new TypeModel.FileType());
        assertThat(type("{type: string, contentMediaType: application/octet-stream}"))
                .isEqualTo(new TypeModel.FileType());
        assertThat(type("{type: string, format: byte}")).isEqualTo(new StringType("byte", null, null, null));
    }

    @Test
    void readsWhatIsRequiredAndNotDeclared() {
        TestApi api = read("{type: object, properties: {a: {type: string}}, required: [a, b]}", "");
        assertThat(properties(api.api(), property(api).type()))
                .extracting(PropertyModel::name, PropertyModel::type, PropertyModel::required)
                .containsExactly(tuple("a", StringType.PLAIN, true), tuple("b", new AnyType(), true));
        TestApi open = read("{type: object, required: [b]}", "");
        assertThat(((ObjectDefinition) definition(open.api(), property(open).type())).open())
                .isTrue();
    }

    @Test
    void requiresWhatEveryAlternativeRequires() {
        TestApi api = read(
                "{type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}},"
                        + " oneOf: [{required: [a, b]}, {required: [a, c]}]}",
                "");
        assertThat(properties(api.api(), property(api).type()))
                .extracting(PropertyModel::name, PropertyModel::required)
                .containsExactly(tuple("a", true), tuple("b", false), tuple("c", false));
    }

    @Test
    void tellsNoAlternativesApartByANameThatClientsRefuse() {
        String schemas =
                "A: {type: object, properties: {'%1$s': {type: string}}}, B: {type: object, properties: {'%1$s':"
                        + " {type: string}}}";
        String union = "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],"
                + " discriminator: {propertyName: '%s'}}";
        TestApi refused = read(union.formatted("@kind"), schemas.formatted("@kind"));
        assertThat(((UnionDefinition)
                                definition(refused.api(), property(refused).type()))
                        .discriminator())
                .isNull();
        TestApi taken = read(union.formatted("kind"), schemas.formatted("kind"));
        assertThat(((UnionDefinition) definition(taken.api(), property(taken).type())).discriminator())
                .isNotNull();
    }

    @Test
    void readsFreeFormObjects() {
        assertThat(type("{type: object}")).isEqualTo(new MapType(new AnyType()));
        assertThat(type("{type: object, additionalProperties: true}")).isEqualTo(new MapType(new AnyType()));
        assertThat(type("{additionalProperties: {type: string}}")).isEqualTo(new MapType(StringType.PLAIN));
        assertThat(type("{}")).isEqualTo(new AnyType());
        assertThat(type("{type: [string, boolean]}"))
                .isEqualTo(new UnionType(List.of(StringType.PLAIN, new TypeModel.BooleanType())));
    }

    @Test
    void readsEnums() {
        TestApi api = read("{type: string, enum: [a, b, null, a]}", "");
        EnumDefinition definition =
                (EnumDefinition) definition(api.api(), property(api).type());

        assertThat(definition.constants())
                .extracting(constant -> constant.wireValue())
                .containsExactly("a", "b");
        assertThat(type("{enum: [a, null]}")).isInstanceOf(NullableType.class);
        assertThat(type("{const: a}")).isInstanceOf(Reference.class);
        assertThat(type("{type: string, enum: [1, true]}")).isInstanceOf(Reference.class);
        assertThat(type("{type: integer, enum: [1, 2]}"))
                .isEqualTo(new TypeModel.IntegerType(Bounds.NONE, List.of("1", "2")));
        assertThat(type("{enum: [1, 2]}")).isInstanceOf(TypeModel.IntegerType.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{enum: []}", "{enum: [{a: 1}]}", "{type: nonsense}", "{type: any}", "true"})
    void whatSaysNothingAllowsAnything(String schema) {
        assertThat(type(schema)).isEqualTo(new AnyType());
    }

    @Test
    void valuesOfSeveralTypesAreAlternatives() {
        UnionType mixed = (UnionType) type("{enum: [1, x]}");

        assertThat(mixed.alternatives()).hasSize(2);
        assertThat(mixed.alternatives().get(0)).isInstanceOf(Reference.class);
        assertThat(mixed.alternatives().get(1)).isEqualTo(new TypeModel.IntegerType(Bounds.NONE, List.of("1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: String} | {type: string}",
                "{type: int} | {type: integer}",
                "{type: Float} | {type: number}",
                "{type: bool} | {type: boolean}",
                "{type: file} | {type: string, format: binary}",
                "{pattern: '^a'} | {type: string, pattern: '^a'}",
                "{format: date} | {type: string, format: date}",
                "{minimum: 1} | {type: number, minimum: 1}",
                "{type: object, items: {type: boolean}} | {type: object}",
                "{type: string, x-nullable: true} | {type: string, nullable: true}",
                "{type: string, contentEncoding: base64} | {type: string, format: byte}",
                "{type: array, prefixItems: [{type: boolean}, {type: boolean}]} | {type: array, items: {type: boolean}}",
                "{patternProperties: {'^x': {type: boolean}}} | {additionalProperties: {type: boolean}}",
                "{anyOf: [{const: 1, title: A}, {const: 2, title: B}]} | {type: integer, enum: [1, 2]}",
                "{type: string, not: {const: a}, if: {}, then: {}} | {type: string}",
            })
    void readsWhatIsMeant(String odd, String plain) {
        assertThat(type(odd)).isEqualTo(type(plain));
    }

    @Test
    void titledConstantsAreAnEnumWhoseTitlesAreTold() {
        TestApi api =
                read("{description: Kind., oneOf: [{const: a, title: Apple}, {const: b, description: Pear}]}", "");
        PropertyModel property = property(api);

        assertThat(((EnumDefinition) definition(api.api(), property.type())).constants())
                .extracting(constant -> constant.wireValue())
                .containsExactly("a", "b");
        assertThat(property.description()).isEqualTo("Kind. a: Apple; b: Pear;");
    }

    @Test
    void valuesBesideAnyTextAreNotEnforced() {
        TestApi api = read("{anyOf: [{type: string}, {type: string, enum: [small, large]}]}", "");

        assertThat(((EnumDefinition) definition(api.api(), property(api).type())).enforced())
                .isFalse();
    }

    @Test
    void whatIsSaidBesideAReferenceBelongsToIt() {
        TestApi api = read(
                "{$ref: '#/components/schemas/Base', required: [a], properties: {b: {type: string}}}",
                "Base: {type: object, properties: {a: {type: string}}}");

        assertThat(properties(api.api(), property(api).type()))
                .extracting(PropertyModel::name, PropertyModel::required)
                .containsExactly(tuple("b", false), tuple("a", true));
    }

    @Test
    void alternativesBesidePropertiesHaveTheseToo() {
        TestApi api = read("{properties: {a: {}}, oneOf: [{properties: {b: {}}}, {properties: {c: {}}}]}", "");
        UnionDefinition union =
                (UnionDefinition) definition(api.api(), property(api).type());

        assertThat(union.alternatives())
                .extracting(type -> properties(api.api(), type).stream()
                        .map(PropertyModel::name)
                        .toList())
                .containsExactly(List.of("a", "b"), List.of("a", "c"));
    }

    @Test
    void alternativesThatOnlyRequireLeaveTheShapeAlone() {
        assertThat(properties(
                        read("{properties: {a: {}}, anyOf: [{required: [a]}, {required: [b]}]}", "")
                                .api(),
                        property(read("{properties: {a: {}}, anyOf: [{required: [a]}, {required: [b]}]}", ""))
                                .type()))
                .extracting(PropertyModel::name)
                .containsExactly("a");
    }

    @Test
    void readsByWhatAlternativesAreToldApart() {
        TestApi api = read(
                "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}],"
                        + " discriminator: {propertyName: kind, mapping: {dog: Dog, hound: '#/components/schemas/Dog'}}}",
                "Cat: {properties: {kind: {type: string}}}, Dog: {properties: {kind: {type: string}}}");
        UnionDefinition union =
                (UnionDefinition) definition(api.api(), property(api).type());

        assertThat(Objects.requireNonNull(union.discriminator()).values())
                .containsEntry("/components/schemas/Cat", List.of("Cat"))
                .containsEntry("/components/schemas/Dog", List.of("dog", "hound"));
    }

    @Test
    void aParentWithADiscriminatorIsAnyOfItsChildren() {
        TestApi api = read(
                "{$ref: '#/components/schemas/Pet'}",
                "Pet: {properties: {kind: {type: string}}, discriminator: {propertyName: kind}},"
                        + " Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {claws: {}}}]},"
                        + " Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {tail: {}}}]}");
        UnionDefinition union =
                (UnionDefinition) definition(api.api(), property(api).type());

        assertThat(union.references())
                .extracting(Reference::key)
                .containsExactly("/components/schemas/Cat", "/components/schemas/Dog");
    }

    @Test
    void examplesAndDefaultsOfAnotherTypeAreLeftOut() {
        PropertyModel property = property(read("{type: integer, default: many, examples: [1, x, null]}", ""));

        assertThat(property.notes().defaultJson()).isNull();
        assertThat(property.notes().examplesJson()).containsExactly("1");
    }

    @Test
    void mergesAllOf() {
        TestApi api = read("""
                {required: [a], properties: {a: {type: string}}, allOf: [{$ref: '#/components/schemas/B'},
                {properties: {a: {type: integer}, c: {}}, required: [c]}]}""", """
                B: {type: object, required: [b], properties: {b: {type: string}}}""");
        List<PropertyModel> merged = properties(api.api(), property(api).type());

        assertThat(merged).extracting(PropertyModel::name).containsExactly("a", "b", "c");
        assertThat(merged).allMatch(PropertyModel::required);
        assertThat(merged.get(0).type()).isEqualTo(StringType.PLAIN);
    }

    @Test
    void allOfOneReferenceIsTheReference() {
        TestApi api = read(
                "{description: whose, allOf: [{$ref: '#/components/schemas/B'}]}",
                "B: {type: object, description: a B, properties: {b: {}}}");

        assertThat(property(api).type()).isEqualTo(new Reference("/components/schemas/B"));
        assertThat(property(api).description()).isEqualTo("whose");
    }

    @Test
    void readsUnions() {
        assertThat(type("{oneOf: [{type: string}, {type: boolean}]}"))
                .isEqualTo(new UnionType(List.of(StringType.PLAIN, new TypeModel.BooleanType())));
        assertThat(type("{anyOf: [{type: string}]}")).isEqualTo(StringType.PLAIN);
    }

    @Test
    void wordsBesideAReferenceWin() {
        String ref = "$ref: '#/components/schemas/Text'";
        String text = "Text: {type: string, description: theirs, default: x, example: y, deprecated: true}";

        assertThat(property(read("{" + ref + ", description: ours}", text)).description())
                .isEqualTo("ours");
        PropertyModel property = property(read("{" + ref + "}", text));
        assertThat(property.description()).isEqualTo("theirs");
        assertThat(property.notes().defaultJson()).isEqualTo("\"x\"");
        assertThat(property.notes().examplesJson()).containsExactly("\"y\"");
        assertThat(property.notes().deprecated()).isTrue();
    }

    @Test
    void T_A10_wordsLoseWhatPeopleDoNotSee() {
        String hidden = "\"a\\u202Eb\\u200Bc\\U000E0041d\"";

        assertThat(property(read("{type: string, description: " + hidden + "}", ""))
                        .description())
                .isEqualTo("abcd");
    }

    @Test
    void aTypeMayContainItself() {
        TestApi api = read(
                "{$ref: '#/components/schemas/Nodes'}",
                "Nodes: {type: array, items: {$ref: '#/components/schemas/Node'}},"
                        + " Node: {type: object, properties: {children: {$ref: '#/components/schemas/Nodes'},"
                        + " parent: {$ref: '#/components/schemas/Parent'}}},"
                        + " Parent: {type: object, properties: {node: {$ref: '#/components/schemas/Node'}}}");
        ListType nodes = (ListType) property(api).type();
        List<PropertyModel> node = properties(api.api(), nodes.items());

        assertThat(node.get(0).type()).isEqualTo(nodes);
        assertThat(properties(api.api(), node.get(1).type()).get(0).type()).isEqualTo(nodes.items());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: {type: array, items: {$ref: '#/components/schemas/A'}}",
                "A: {type: object, additionalProperties: {$ref: '#/components/schemas/A'}}",
                "A: {oneOf: [{type: string}, {$ref: '#/components/schemas/A'}]}",
                "A: {allOf: [{$ref: '#/components/schemas/A'}]}",
                "A: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}, B: {allOf: [{$ref:"
                        + " '#/components/schemas/A'}, {type: object}]}",
            })
    void T_A08_whatIsNothingButItselfEnds(String components) {
        assertThat(type("{$ref: '#/components/schemas/A'}", components)).isNotNull();
    }

    @Test
    void T_A08_partsThatDoubleFromLevelToLevelAreReadOnce() {
        StringBuilder chain = new StringBuilder("S0: {type: object, properties: {x: {}}}");
        for (int i : IntStream.range(1, 60).toArray()) {
            String part = "{$ref: '#/components/schemas/S" + (i - 1) + "'}";
            chain.append(", S")
                    .append(i)
                    .append(": {allOf: [")
                    .append(part)
                    .append(", ")
                    .append(part)
                    .append("]}");
        }

        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> type("{$ref: '#/components/schemas/S59'}", chain.toString()));
    }

    @Test
    void tellsOfAReferenceThatLeadsNowhere() {
        TestApi api = read("{$ref: '#/components/schemas/Gone'}", "");

        assertThat(api.found(Severity.WARNING))
                .anyMatch(warning -> warning.message().contains("#/components/schemas/Gone leads nowhere"));
        assertThat(api.found(Severity.ERROR)).isEmpty();
    }
}
