package dev.mcpcodegen.codegen.emit;

import dev.mcpcodegen.codegen.emit.EmitOptions.Results;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ResponseModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which declared types travel where. A record that is sent must keep null apart from absent; an enum in an answer must never fail, so
 * there it is text; what nothing reaches gets no Java type.
 */
final class TypeUses {

    /** More constants would come near the JVM's 64 KB for the code that makes them. */
    private static final int MAX_CONSTANTS = 1000;

    private final IntegrationModel integration;
    private final Set<String> sent = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> enums = new HashSet<>();
    private final Map<String, List<TypeDeclaration>> interfaces = new HashMap<>();

    TypeUses(IntegrationModel integration, Results results) {
        this.integration = integration;
        for (ToolModel tool : integration.tools()) {
            if (!(tool.body() instanceof BodyModel.JsonValue)) {
                tool.arguments().forEach(argument -> reach(argument.type(), sent));
            } else {
                tool.arguments().stream()
                        .filter(argument -> argument.location() != ArgumentModel.Location.BODY)
                        .forEach(argument -> reach(argument.type(), sent));
            }
            // What is no JSON becomes no Java value, whatever schema it has.
            if (results == Results.TYPED && tool.response().kind() == ResponseModel.Kind.JSON) {
                reach(tool.response().type(), answered);
            }
        }
        for (ToolModel tool : integration.tools()) {
            tool.arguments().forEach(argument -> useEnums(argument.type()));
        }
        integration.types().values().stream()
                .filter(type -> isRecord(type) && isSent(type) && !isAnswered(type))
                .forEach(type ->
                        ((ObjectDefinition) type.definition()).properties().forEach(p -> useEnums(p.type())));
        for (TypeDeclaration type : integration.types().values()) {
            if (isSent(type) && type.definition() instanceof UnionDefinition union) {
                union.references()
                        .forEach(member -> interfaces
                                .computeIfAbsent(member.key(), key -> new ArrayList<>())
                                .add(type));
            }
        }
    }

    /** Whether the type is a record that occurs somewhere. */
    boolean isUsedRecord(TypeDeclaration type) {
        return isRecord(type) && (isSent(type) || isAnswered(type));
    }

    /** Whether the type is an enum that occurs in something only callers fill. */
    boolean isUsedEnum(TypeDeclaration type) {
        return enums.contains(type.key());
    }

    boolean isSent(TypeDeclaration type) {
        return sent.contains(type.key());
    }

    boolean isAnswered(TypeDeclaration type) {
        return answered.contains(type.key());
    }

    static boolean isRecord(TypeDeclaration type) {
        return type.definition() instanceof ObjectDefinition object && object.fitsRecord();
    }

    /**
     * Whether the alternatives of a union can be records of a sealed interface. In answers they are not: a kind that is new there must
     * not fail.
     */
    boolean isSealed(TypeDeclaration type) {
        return type.definition() instanceof UnionDefinition union
                && union.discriminator() != null
                && union.references().stream().map(integration::type).allMatch(TypeUses::isRecord);
    }

    /** The sealed interfaces that a record belongs to. */
    List<TypeDeclaration> interfacesOf(TypeDeclaration record) {
        return interfaces.getOrDefault(record.key(), List.of());
    }

    static boolean isClosedEnum(TypeDeclaration type) {
        return type.definition() instanceof EnumDefinition constants
                && constants.enforced()
                && constants.constants().size() <= MAX_CONSTANTS;
    }

    private void reach(TypeModel type, Set<String> reached) {
        if (type instanceof TypeModel.Reference reference) {
            TypeDeclaration declaration = integration.type(reference);
            if (isRecord(declaration) && reached.add(declaration.key())) {
                ((ObjectDefinition) declaration.definition()).properties().forEach(p -> reach(p.type(), reached));
            } else if (reached == sent && isSealed(declaration) && reached.add(declaration.key())) {
                ((UnionDefinition) declaration.definition()).references().forEach(member -> reach(member, reached));
            }
        } else if (type instanceof TypeModel.ListType list) {
            reach(list.items(), reached);
        } else if (type instanceof TypeModel.MapType map) {
            reach(map.values(), reached);
        } else if (type instanceof TypeModel.NullableType nullable) {
            reach(nullable.type(), reached);
        }
    }

    private void useEnums(TypeModel type) {
        if (type instanceof TypeModel.Reference reference) {
            if (isClosedEnum(integration.type(reference))) {
                enums.add(reference.key());
            }
        } else if (type instanceof TypeModel.ListType list) {
            useEnums(list.items());
        } else if (type instanceof TypeModel.MapType map) {
            useEnums(map.values());
        } else if (type instanceof TypeModel.NullableType nullable) {
            useEnums(nullable.type());
        }
    }
}
