package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.mcpcodegen.codegen.emit.EmitOptions.Results;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Java type of a value. By shape and, unless a user maps it, never by format: text stays text and numbers stay exact, so that a vendor
 * receives what the caller wrote.
 */
final class JavaTypes {

    private static final ClassName STRING = ClassName.get(String.class);
    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private final IntegrationModel integration;
    private final String packageName;
    private final TypeUses uses;
    private final Results results;
    private final TypeMappings mappings;

    JavaTypes(IntegrationModel integration, String packageName, Results results, TypeMappings mappings) {
        this.integration = integration;
        this.packageName = packageName;
        this.uses = new TypeUses(integration, results);
        this.results = results;
        this.mappings = mappings;
    }

    String packageName() {
        return packageName;
    }

    String modelPackage() {
        return packageName + ".model";
    }

    TypeUses uses() {
        return uses;
    }

    ClassName declared(TypeDeclaration type) {
        String owner = type.owner();
        return owner == null
                ? ClassName.get(modelPackage(), type.javaName())
                : ClassName.get(packageName, owner).nestedClass(type.javaName());
    }

    /** A value that only callers fill; enums are Java enums. */
    TypeName sent(TypeModel type) {
        return of(type, true);
    }

    /** A value that may come from a vendor; enums are text, because a new value must not fail. */
    TypeName answered(TypeModel type) {
        return results == Results.TREE ? LibraryTypes.JSON_NODE : of(type, false);
    }

    /** A component of a record of that declaration. */
    TypeName component(PropertyModel property, TypeDeclaration record) {
        TypeName type = of(property.type(), !uses.isAnswered(record));
        if (property.nullable() && uses.isSent(record)) {
            return presence(type);
        }
        boolean always = property.required()
                && !property.nullable()
                && !property.readOnly()
                && !property.notes().writeOnly();
        return always ? type : LibraryTypes.nullable(type);
    }

    static TypeName presence(TypeName type) {
        return ParameterizedTypeName.get(LibraryTypes.PRESENCE, type);
    }

    private TypeName of(TypeModel type, boolean enums) {
        return mappings.of(type).<TypeName>map(mapped -> mapped).orElseGet(() -> byShape(type, enums));
    }

    private TypeName byShape(TypeModel type, boolean enums) {
        if (type instanceof TypeModel.StringType) {
            return STRING;
        } else if (type instanceof TypeModel.IntegerType integer) {
            return ClassName.get(fitsLong(integer.bounds()) ? Long.class : BigInteger.class);
        } else if (type instanceof TypeModel.NumberType) {
            return ClassName.get(BigDecimal.class);
        } else if (type instanceof TypeModel.BooleanType) {
            return ClassName.get(Boolean.class);
        } else if (type instanceof TypeModel.FileType) {
            return enums ? LibraryTypes.FILE_CONTENT : LibraryTypes.JSON_NODE;
        } else if (type instanceof TypeModel.ListType list) {
            return ParameterizedTypeName.get(ClassName.get(List.class), element(list.items(), enums));
        } else if (type instanceof TypeModel.MapType map) {
            return ParameterizedTypeName.get(ClassName.get(Map.class), STRING, element(map.values(), enums));
        } else if (type instanceof TypeModel.NullableType nullable) {
            return of(nullable.type(), enums);
        } else if (type instanceof TypeModel.Reference reference) {
            return reference(integration.type(reference), enums);
        } else if (type instanceof TypeModel.UnionType union
                && union.alternatives().stream().allMatch(this::isText)) {
            return STRING;
        }
        return LibraryTypes.JSON_NODE;
    }

    private boolean isText(TypeModel type) {
        return type instanceof TypeModel.StringType
                || (type instanceof TypeModel.Reference reference
                        && integration.type(reference).definition() instanceof TypeDeclaration.EnumDefinition);
    }

    private TypeName element(TypeModel type, boolean enums) {
        TypeName element = of(type, enums);
        return type instanceof TypeModel.NullableType ? LibraryTypes.nullable(element) : element;
    }

    private TypeName reference(TypeDeclaration type, boolean enums) {
        if (type.definition() instanceof TypeDeclaration.EnumDefinition) {
            return enums && TypeUses.isClosedEnum(type) ? declared(type) : STRING;
        }
        if (type.definition() instanceof TypeDeclaration.UnionDefinition) {
            return enums && uses.isSealed(type) ? declared(type) : LibraryTypes.JSON_NODE;
        }
        return TypeUses.isRecord(type) ? declared(type) : LibraryTypes.JSON_NODE;
    }

    private static boolean fitsLong(TypeModel.Bounds bounds) {
        return fitsLong(bounds.minimum())
                && fitsLong(bounds.exclusiveMinimum())
                && fitsLong(bounds.maximum())
                && fitsLong(bounds.exclusiveMaximum());
    }

    private static boolean fitsLong(@Nullable String bound) {
        if (bound == null) {
            return true;
        }
        BigDecimal value = new BigDecimal(bound);
        // Compared as decimals: 1e999999999 must not become an integer of a billion digits.
        return value.compareTo(new BigDecimal(LONG_MIN)) >= 0 && value.compareTo(new BigDecimal(LONG_MAX)) <= 0;
    }
}
