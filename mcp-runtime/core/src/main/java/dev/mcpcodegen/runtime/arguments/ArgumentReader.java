package dev.mcpcodegen.runtime.arguments;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import dev.mcpcodegen.runtime.arguments.ArgumentReading.Violation;
import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.Paging;
import dev.mcpcodegen.runtime.tool.Tool;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the arguments of one tool: what was sent, taken as it was meant, validated, bound. Thread-safe; compiles the tool's schema
 * on first use.
 */
public final class ArgumentReader<A> {

    private static final String LIMIT = "limit";
    private static final String CURSOR = "next_cursor";

    private final String tool;
    private final boolean pages;
    private final ObjectNode schema;
    private final InputSchema places;
    private final ObjectReader binder;
    private volatile @Nullable Schema compiled;

    private ArgumentReader(String tool, boolean pages, ObjectNode schema, ObjectReader binder) {
        this.tool = tool;
        this.pages = pages;
        this.schema = schema;
        this.places = InputSchema.of(schema);
        this.binder = binder;
    }

    /**
     * Makes the reader of a tool whose listed {@code inputSchema} is {@code schema}.
     *
     * @throws IllegalArgumentException if the tool's class does not say what its arguments are
     */
    public static <A> ArgumentReader<A> of(Tool<A, ?> tool, ObjectNode schema) {
        String name = tool.descriptor().name();
        ObjectNode own = schema.deepCopy();
        tool.descriptor().paging().ifPresent(paging -> declarePaging(own, paging));
        ObjectReader binder = ToolJson.MAPPER
                .readerFor(argumentType(tool, name))
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return new ArgumentReader<>(name, tool.descriptor().paging().isPresent(), own, binder);
    }

    /** What is declared of the arguments, those of the runtime's own included. */
    public InputSchema schema() {
        return places;
    }

    /**
     * Reads and validates; reports every violation. The given tree is not changed.
     *
     * @throws IllegalStateException if the tool's schema is no usable JSON Schema
     */
    public ArgumentReading read(ObjectNode arguments) {
        LenientReading lenient = new LenientReading();
        ObjectNode read = lenient.read(arguments, places);
        if (pages && read.path(CURSOR).asString("-").isEmpty()) {
            read.remove(CURSOR);
        }
        List<Violation> violations = lenient.unreadable().isEmpty() ? validate(read) : lenient.unreadable();
        if (!violations.isEmpty()) {
            return new ArgumentReading.Invalid(List.copyOf(violations));
        }
        JsonNode limit = pages ? read.remove(LIMIT) : null;
        JsonNode cursor = pages ? read.remove(CURSOR) : null;
        return new ArgumentReading.Valid(
                read, limit == null ? null : limit.asInt(), cursor == null ? null : cursor.asString());
    }

    /**
     * Binds valid arguments to the tool's record.
     *
     * @throws InvalidArgumentException if they hold properties that the record would lose, which a schema need not forbid, or a value that
     *     a class chosen for its format does not read
     * @throws IllegalStateException if they do not fit, so that the record and the schema contradict each other
     */
    public A bind(ObjectNode arguments) {
        try {
            return binder.readValue(arguments);
        } catch (UnrecognizedPropertyException e) {
            throw new UnknownProperties(binder, InputSchema.of(schema)).refuse(e, arguments.deepCopy());
        } catch (InvalidFormatException e) {
            throw e.getTargetType().getName().startsWith("java.lang.") ? contradiction(e) : unreadable(e);
        } catch (JacksonException e) {
            throw contradiction(e);
        }
    }

    private IllegalStateException contradiction(JacksonException e) {
        String place = e instanceof DatabindException ? " at " + e.getPathReference() : "";
        return new IllegalStateException(
                "The valid arguments of " + tool + " do not fit its argument type" + place
                        + ": its schema and its Java type contradict each other",
                e);
    }

    /** A class that a user chose for a format may be stricter than the schema, which takes what vendors take. */
    private static InvalidArgumentException unreadable(InvalidFormatException e) {
        ArgumentPath path = ArgumentPath.to(e.getPath());
        return new InvalidArgumentException(
                path.text(),
                path.quoted() + " cannot be read as " + e.getTargetType().getSimpleName() + ": "
                        + ShownText.of(String.valueOf(e.getValue()), 80) + ".");
    }

    private List<Violation> validate(ObjectNode arguments) {
        try {
            return new ViolationReader(places).read(compiled().validate(arguments));
        } catch (SchemaException e) {
            throw new IllegalStateException("The input schema of " + tool + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Compiling twice does no harm, so racing first calls are not made to wait. */
    private Schema compiled() {
        Schema known = compiled;
        if (known == null) {
            known = SchemaCompiler.compile(schema);
            compiled = known;
        }
        return known;
    }

    /** The runtime's own arguments are checked like all others, whatever the listed schema says of them. */
    private static void declarePaging(ObjectNode schema, Paging paging) {
        ObjectNode properties = schema.withObjectProperty("properties");
        properties
                .withObjectProperty(LIMIT)
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", paging.maxLimit());
        properties.withObjectProperty(CURSOR).put("type", "string");
    }

    private static JavaType argumentType(Tool<?, ?> tool, String name) {
        JavaType[] types = ToolJson.MAPPER.constructType(tool.getClass()).findTypeParameters(Tool.class);
        if (types.length == 0 || types[0].isJavaLangObject()) {
            throw new IllegalArgumentException(
                    "The class of the tool " + name + ", " + tool.getClass().getName()
                            + ", does not say what its arguments are. Name the record in its implements clause.");
        }
        return types[0];
    }
}
