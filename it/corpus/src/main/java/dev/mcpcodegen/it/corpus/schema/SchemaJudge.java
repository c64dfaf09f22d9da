package dev.mcpcodegen.it.corpus.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import com.networknt.schema.regex.RegularExpression;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/** Validates against JSON Schema 2020-12 and its meta-schema. Fetches nothing. */
public final class SchemaJudge {

    /**
     * One thing that is wrong with a value.
     *
     * @param keyword the keyword that does not hold
     * @param place where in the value, as a JSON Pointer
     */
    public record Violation(String keyword, String place, String message) {

        @Override
        public String toString() {
            return place + " " + message;
        }
    }

    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaCacheEnabled(false)
                    .schemaLoader(loader -> loader.allow(iri -> iri.toString().startsWith("https://json-schema.org/")))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .regularExpressionFactory(SchemaJudge::lenient)
                            .pathType(PathType.JSON_POINTER)
                            .locale(Locale.ROOT)
                            .build()));

    private final Schema metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(META_SCHEMA));

    /** What is wrong with a schema; empty when it is one. */
    public List<Violation> invalidSchema(JsonNode schema) {
        return lines(metaSchema.validate(schema));
    }

    /**
     * What is wrong with a value; empty when it fits.
     *
     * @throws RuntimeException if the schema cannot be used
     */
    public List<Violation> violations(JsonNode schema, JsonNode value) {
        return lines(registry.getSchema(schema).validate(value));
    }

    private static List<Violation> lines(List<Error> errors) {
        return errors.stream()
                .map(error -> new Violation(
                        error.getKeyword(), error.getInstanceLocation().toString(), error.getMessage()))
                .toList();
    }

    /** Patterns are written for ECMA-262; what Java does not take is not enforced. */
    private static RegularExpression lenient(String regex) {
        try {
            Pattern pattern = Pattern.compile(regex);
            return text -> pattern.matcher(text).find();
        } catch (PatternSyntaxException e) {
            return text -> true;
        }
    }
}
