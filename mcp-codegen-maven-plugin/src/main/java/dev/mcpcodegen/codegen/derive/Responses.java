package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ResponseModel;
import dev.mcpcodegen.codegen.model.ResponseModel.Kind;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a tool answers. */
final class Responses {

    private Responses() {}

    static ResponseModel of(ApiOperation operation, @Nullable PagingModel paging, Types types) {
        String path = Objects.requireNonNullElse(operation.directives().responsePath(), "");
        TypeModel answer = operation.response().type();
        TypeModel result = paging == null
                ? types.at(answer, path).orElse(new TypeModel.AnyType())
                : item(answer, paging.items(), types);
        Kind kind = kind(operation);
        return new ResponseModel(
                kind,
                kind == Kind.FILE ? new TypeModel.FileType() : Types.plain(result),
                path,
                operation.directives().followRedirect());
    }

    private static Kind kind(ApiOperation operation) {
        String mediaType = operation.response().mediaType().toLowerCase(Locale.ROOT);
        if (mediaType.isEmpty()) {
            return Kind.NOTHING;
        }
        boolean text = mediaType.contains("json")
                || mediaType.startsWith("text/")
                || mediaType.contains("xml")
                || mediaType.equals("*/*");
        return text && !(operation.response().type() instanceof TypeModel.FileType) ? Kind.JSON : Kind.FILE;
    }

    /** The type of one item; any value when an answer may hold items of several types. */
    private static TypeModel item(TypeModel answer, List<String> pointers, Types types) {
        List<TypeModel> items = pointers.stream()
                .map(pointer -> types.at(answer, pointer))
                .flatMap(Optional::stream)
                .map(Types::plain)
                .filter(TypeModel.ListType.class::isInstance)
                .map(list -> Types.plain(((TypeModel.ListType) list).items()))
                .distinct()
                .toList();
        return items.size() == 1 ? items.get(0) : new TypeModel.AnyType();
    }
}
