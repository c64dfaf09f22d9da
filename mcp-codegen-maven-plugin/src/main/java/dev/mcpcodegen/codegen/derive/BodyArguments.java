package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiBody;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiEncoding;
import dev.mcpcodegen.codegen.model.ApiOperation.BodyKind;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import dev.mcpcodegen.codegen.model.ArgumentModel.Wire;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.BodyModel.Others;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.PropertyModel.Notes;
import dev.mcpcodegen.codegen.model.ToolDirectives.BodyDirectives;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes arguments of a body: one of each property of an object, else one of the whole. */
final class BodyArguments {

    private final Types types;
    private final BodyProperties bodyProperties;
    private final DocumentScope problems;

    BodyArguments(Types types, DocumentScope problems) {
        this.types = types;
        this.bodyProperties = new BodyProperties(types);
        this.problems = problems;
    }

    /** Returns the arguments, not yet told apart from others of their name. */
    List<ArgumentModel> arguments(ApiOperation operation) {
        ApiBody body = operation.body();
        if (body == null) {
            return List.of();
        }
        List<BodyProperties.Property> properties = bodyProperties.of(operation);
        tellUnknownWrapper(operation, properties);
        if (!hasProperties(body)) {
            return List.of(wholeArgument(body));
        }
        return properties.stream().map(property -> argument(body, property)).toList();
    }

    /** Returns how the arguments are written into the body. */
    BodyModel model(ApiOperation operation, FlatArguments flat) {
        ApiBody body = operation.body();
        if (body == null) {
            return new BodyModel.None();
        }
        boolean omitEmpty = !body.required() && !isNeverEmpty(flat);
        Others others = hasProperties(body) ? others(body, flat) : null;
        return switch (body.kind()) {
            case JSON ->
                hasProperties(body)
                        ? new BodyModel.JsonObject(body.mediaType(), omitEmpty, others)
                        : new BodyModel.JsonValue(body.mediaType());
            case FORM -> isText(body) ? new BodyModel.Raw(body.mediaType()) : new BodyModel.Form(omitEmpty, others);
            case MULTIPART ->
                isText(body)
                        ? new BodyModel.Raw(body.mediaType())
                        : new BodyModel.Multipart(body.mediaType(), omitEmpty, others);
            case TEXT -> new BodyModel.Raw(body.mediaType());
            case FILE -> new BodyModel.File(body.mediaTypes());
        };
    }

    /** A body that has no properties of its own to make arguments of. */
    static PropertyModel whole(ApiBody body, TypeModel type) {
        String words = Stream.of(
                        body.description(),
                        type instanceof TypeModel.MapType ? body.rules().leastInWords(false) : "")
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        return new PropertyModel("body", "", type, body.required(), Notes.of(words));
    }

    /** The type of what cannot carry bytes: there a file is text, in whatever way the vendor has it encoded. */
    static TypeModel withoutFiles(TypeModel type) {
        if (type instanceof TypeModel.FileType file) {
            return file.text();
        } else if (type instanceof TypeModel.NullableType nullable) {
            return new TypeModel.NullableType(withoutFiles(nullable.type()));
        }
        if (type instanceof TypeModel.MapType map) {
            return new TypeModel.MapType(withoutFiles(map.values()));
        } else if (type instanceof TypeModel.UnionType union) {
            return new TypeModel.UnionType(union.alternatives().stream()
                    .map(BodyArguments::withoutFiles)
                    .distinct()
                    .toList());
        }
        return type instanceof TypeModel.ListType list
                ? new TypeModel.ListType(
                        withoutFiles(list.items()), list.minItems(), list.maxItems(), list.uniqueItems())
                : type;
    }

    private boolean hasProperties(ApiBody body) {
        boolean separable = body.kind() != BodyKind.TEXT && body.kind() != BodyKind.FILE;
        return separable && types.unitedProperties(body.type()).stream().anyMatch(property -> !property.readOnly());
    }

    /** Whether a form is not described as fields at all. */
    private boolean isText(ApiBody body) {
        return !hasProperties(body) && Types.plain(body.type()) instanceof TypeModel.StringType;
    }

    private ArgumentModel wholeArgument(ApiBody body) {
        boolean fields = (body.kind() == BodyKind.FORM || body.kind() == BodyKind.MULTIPART) && !isText(body);
        TypeModel type = switch (body.kind()) {
            case JSON -> withoutFiles(body.type());
            case FORM, MULTIPART -> fields ? new TypeModel.MapType(new TypeModel.AnyType()) : text();
            case TEXT -> text();
            case FILE -> new TypeModel.FileType();
        };
        PropertyModel property = whole(body, type);
        if (body.kind() == BodyKind.TEXT && property.description().isEmpty()) {
            property = property.withDescription("The whole body, as " + body.mediaType() + ".");
        }
        // An object in the exploded style becomes fields by itself.
        return new ArgumentModel(property, Location.BODY, "body", fields ? Style.EXPLODED : Style.PLAIN);
    }

    private static TypeModel text() {
        return TypeModel.StringType.PLAIN;
    }

    private ArgumentModel argument(ApiBody body, BodyProperties.Property sent) {
        PropertyModel property = sent.property();
        ApiEncoding encoding = Objects.requireNonNullElse(body.encodings().get(property.name()), ApiEncoding.NONE);
        boolean parts = body.kind() == BodyKind.MULTIPART;
        TypeModel type = parts ? asPart(property.type(), encoding) : withoutFiles(property.type());
        Style style = body.kind() == BodyKind.JSON || (encoding.mediaType() != null && parts)
                ? Style.PLAIN
                : new StyleRules(types).shortest(encoding.style(), type, Location.BODY);
        return new ArgumentModel(
                property.withName(ArgumentNames.legal(property.name()), "").withType(type),
                Location.BODY,
                property.name(),
                style,
                new Wire(false, parts ? encoding.mediaType() : null, sent.around()),
                List.of());
    }

    /** Since 3.1 a file is a part of which nothing is said but its media type. */
    private static TypeModel asPart(TypeModel type, ApiEncoding encoding) {
        boolean untyped = type.equals(TypeModel.StringType.PLAIN) || type instanceof TypeModel.AnyType;
        return untyped && encoding.isFile() ? new TypeModel.FileType() : type;
    }

    private static boolean isNeverEmpty(FlatArguments flat) {
        return flat.constants().stream().anyMatch(constant -> constant.place().location() == Location.BODY)
                || flat.arguments().stream()
                        .anyMatch(argument -> argument.location() == Location.BODY && argument.required());
    }

    /** Further properties of an object that says that it takes some; what stands in a wrapper is not asked. */
    private @Nullable Others others(ApiBody body, FlatArguments flat) {
        boolean open = types.object(body.type()).map(ObjectDefinition::open).orElse(false);
        if (!open
                || flat.arguments().stream()
                        .anyMatch(argument -> !argument.wire().around().isEmpty())) {
            return null;
        }
        Set<String> names = flat.arguments().stream().map(ArgumentModel::name).collect(Collectors.toSet());
        Set<String> javaNames = flat.arguments().stream()
                .map(argument -> argument.property().javaName())
                .collect(Collectors.toSet());
        List<String> withheld = types.properties(body.type()).stream()
                .map(PropertyModel::name)
                .filter(name -> !names.contains(name))
                .toList();
        String javaName = "additionalProperties";
        while (javaNames.contains(javaName)) {
            javaName = "further" + Character.toUpperCase(javaName.charAt(0)) + javaName.substring(1);
        }
        return new Others(javaName, withheld);
    }

    private void tellUnknownWrapper(ApiOperation operation, List<BodyProperties.Property> properties) {
        BodyDirectives directives = operation.directives().body();
        if (directives != null
                && properties.stream().noneMatch(property -> property.around().equals(directives.wrapper()))) {
            problems.at(directives.pointer())
                    .error(
                            "The body of " + operation.line() + " has no object \""
                                    + String.join("/", directives.wrapper()) + "\" with declared properties.",
                            "Name the object around what callers pass, or leave `wrapper` out.");
        }
    }
}
