package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiBody;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.ToolDirectives.BodyDirectives;
import java.util.ArrayList;
import java.util.List;

/** The properties of a body that become arguments: its own, and those of an object that is only a wrapper around them. */
final class BodyProperties {

    private final Types types;

    BodyProperties(Types types) {
        this.types = types;
    }

    /**
     * A property that may be sent.
     *
     * @param around names of the objects around it, outermost first
     */
    record Property(PropertyModel property, List<String> around) {}

    /** Returns the properties; none when the body is no object with declared ones. */
    List<Property> of(ApiOperation operation) {
        ApiBody body = operation.body();
        if (body == null) {
            return List.of();
        }
        List<Property> properties = types.unitedProperties(body.type()).stream()
                .map(property -> new Property(property, List.of()))
                .toList();
        BodyDirectives directives = operation.directives().body();
        List<String> wrapper = directives == null ? List.of() : directives.wrapper();
        for (int depth = 0; depth < wrapper.size(); depth++) {
            properties = opened(properties, wrapper.subList(0, depth + 1));
        }
        return properties.stream()
                .filter(property -> !property.property().readOnly())
                .toList();
    }

    /** Puts the properties of an object in its place. */
    private List<Property> opened(List<Property> properties, List<String> path) {
        String name = path.get(path.size() - 1);
        List<String> around = path.subList(0, path.size() - 1);
        List<Property> opened = new ArrayList<>();
        for (Property property : properties) {
            boolean isWrapper = property.around().equals(around)
                    && property.property().name().equals(name);
            List<PropertyModel> inner =
                    isWrapper ? types.unitedProperties(property.property().type()) : List.of();
            if (inner.isEmpty()) {
                opened.add(property);
            }
            inner.forEach(each -> opened.add(new Property(each, path)));
        }
        return opened;
    }
}
