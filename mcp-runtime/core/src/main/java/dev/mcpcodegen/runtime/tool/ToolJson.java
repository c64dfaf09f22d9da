package dev.mcpcodegen.runtime.tool;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON mapper for everything between a caller's arguments and a vendor's body. Numbers keep the form in which they were written;
 * what is null is left out; a {@link Presence} is left out only when absent.
 */
public final class ToolJson {

    /** Thread-safe. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                    Presence.class,
                    presence -> presence.setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
            .addModule(new SimpleModule("presence")
                    .addSerializer(new PresenceSerializer())
                    .addDeserializer(Presence.class, new PresenceDeserializer(null)))
            .build();

    private ToolJson() {}

    private static final class PresenceSerializer extends ValueSerializer<Presence<?>> {

        @Override
        public Class<?> handledType() {
            return Presence.class;
        }

        @Override
        public boolean isEmpty(SerializationContext context, Presence<?> presence) {
            return !presence.isPresent();
        }

        @Override
        public void serialize(Presence<?> presence, JsonGenerator generator, SerializationContext context) {
            context.writeValue(generator, presence.value());
        }
    }

    private static final class PresenceDeserializer extends ValueDeserializer<Presence<?>> {

        private final @Nullable JavaType valueType;

        PresenceDeserializer(@Nullable JavaType valueType) {
            this.valueType = valueType;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new PresenceDeserializer(context.getContextualType().containedTypeOrUnknown(0));
        }

        @Override
        public Presence<?> deserialize(JsonParser parser, DeserializationContext context) {
            return Presence.of(context.readValue(parser, valueType));
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return Presence.of(null);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Presence.absent();
        }
    }
}
