package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Prints records whose components carry their wire names. */
final class RecordPrinter {

    private final Literals literals;

    RecordPrinter(Literals literals) {
        this.literals = literals;
    }

    /**
     * A record.
     *
     * @param comment begun with what the record is; a tag for each component is added
     */
    TypeSpec.Builder print(String name, Javadocs comment, List<Component> components) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (Component component : components) {
            constructor.addParameter(parameter(component));
            if (!component.doc().isEmpty()) {
                comment.tag("@param " + component.javaName(), component.doc());
            }
        }
        return TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(comment.code())
                .recordConstructor(constructor.build());
    }

    private ParameterSpec parameter(Component component) {
        ParameterSpec.Builder parameter = ParameterSpec.builder(component.type(), component.javaName());
        if (component.wireName() == null) {
            parameter.addAnnotation(LibraryTypes.JSON_ANY_SETTER).addAnnotation(LibraryTypes.JSON_ANY_GETTER);
        } else {
            parameter.addAnnotation(AnnotationSpec.builder(LibraryTypes.JSON_PROPERTY)
                    .addMember("value", "$L$L", Layout.COMPONENT, literals.text(component.wireName()))
                    .build());
        }
        if (component.shownName() != null) {
            parameter.addAnnotation(AnnotationSpec.builder(LibraryTypes.JSON_ALIAS)
                    .addMember("value", "$L", literals.text(component.shownName()))
                    .build());
        }
        return parameter.build();
    }

    /**
     * One component.
     *
     * @param wireName null for the map that takes all properties nobody declared
     * @param shownName what callers may write in place of the wire name; null when there is no such name
     * @param doc encoded; empty when there is nothing to say
     */
    record Component(
            @Nullable String wireName, @Nullable String shownName, String javaName, TypeName type, String doc) {}
}
