package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.BodyModel;

/** The Java type of an argument, which depends on where it travels. */
final class ArgumentTypes {

    private final JavaTypes types;

    ArgumentTypes(JavaTypes types) {
        this.types = types;
    }

    TypeName of(ArgumentModel argument, BodyModel body) {
        TypeName type = shape(argument, body);
        // Only JSON can carry null, so only there it differs from absent.
        if (argument.property().nullable()
                && argument.location() == Location.BODY
                && body instanceof BodyModel.JsonObject) {
            return JavaTypes.presence(type);
        }
        boolean always = argument.required() && !argument.property().nullable();
        return always ? type : LibraryTypes.nullable(type);
    }

    private TypeName shape(ArgumentModel argument, BodyModel body) {
        if (argument.location() == Location.BODY && body instanceof BodyModel.JsonValue) {
            return LibraryTypes.JSON_NODE;
        } else if (argument.location() == Location.BODY && body instanceof BodyModel.Raw) {
            return ClassName.get(String.class);
        } else if (argument.location() == Location.BODY && body instanceof BodyModel.File) {
            return LibraryTypes.FILE_CONTENT;
        }
        return types.sent(argument.type());
    }
}
