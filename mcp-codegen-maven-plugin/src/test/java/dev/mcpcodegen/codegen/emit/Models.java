package dev.mcpcodegen.codegen.emit;

import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.PagingModel.PageRules;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.PropertyModel.Notes;
import dev.mcpcodegen.codegen.model.RequestModel;
import dev.mcpcodegen.codegen.model.ResponseModel;
import dev.mcpcodegen.codegen.model.SecurityModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.Constant;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Models in few words. */
final class Models {

    /** Rules of a list in the query. */
    static PageRules pages(@Nullable String limitParam, int max, @Nullable Integer usual, String... items) {
        return new PageRules(List.of(items), limitParam, 1, max, usual, usual, false, null, null, false, List.of());
    }

    static final TypeModel TEXT = TypeModel.StringType.PLAIN;
    static final TypeModel INTEGER = TypeModel.IntegerType.PLAIN;
    static final TypeModel FILE = new TypeModel.FileType();
    static final TypeModel ANY = new TypeModel.AnyType();

    private Models() {}

    static TypeModel list(TypeModel items) {
        return new TypeModel.ListType(items, null, null, false);
    }

    static TypeModel nullable(TypeModel type) {
        return new TypeModel.NullableType(type);
    }

    static TypeModel ref(String key) {
        return new TypeModel.Reference(key);
    }

    static PropertyModel required(String name, String javaName, TypeModel type) {
        return new PropertyModel(name, javaName, type, true, Notes.of(""));
    }

    static PropertyModel optional(String name, String javaName, TypeModel type) {
        return required(name, javaName, type).withRequired(false);
    }

    static ArgumentModel in(Location location, PropertyModel property) {
        return new ArgumentModel(property, location, property.name(), style(location));
    }

    private static Style style(Location location) {
        return switch (location) {
            case PATH, HEADER -> Style.COMMA;
            case QUERY, COOKIE -> Style.EXPLODED;
            case BODY -> Style.PLAIN;
        };
    }

    static ArgumentModel body(PropertyModel property) {
        return in(Location.BODY, property);
    }

    static ArgumentModel query(PropertyModel property) {
        return in(Location.QUERY, property);
    }

    static TypeDeclaration object(String name, @Nullable String owner, PropertyModel... properties) {
        return new TypeDeclaration(name, name, owner, "", new ObjectDefinition(List.of(properties), false));
    }

    static TypeDeclaration choice(String name, @Nullable String owner, boolean enforced, String... values) {
        List<Constant> constants = Arrays.stream(values)
                .map(value -> new Constant(value.toUpperCase(Locale.ROOT).replace('-', '_'), value))
                .toList();
        return new TypeDeclaration(name, name, owner, "", new EnumDefinition(constants, enforced));
    }

    static ToolBuilder tool(String javaName, String httpMethod, String path) {
        return new ToolBuilder(javaName, httpMethod, path);
    }

    static ToolCatalog catalog(List<TypeDeclaration> types, ToolModel... tools) {
        return new ToolCatalog(List.of(integration(types, tools)));
    }

    static IntegrationModel integration(List<TypeDeclaration> types, ToolModel... tools) {
        Map<String, TypeDeclaration> byKey = new LinkedHashMap<>();
        types.forEach(type -> byKey.put(type.key(), type));
        return new IntegrationModel(
                "affinity",
                "Affinity",
                "Affinity",
                "src/main/specs/affinity/openapi.yaml",
                "1.0",
                "https://api.affinity.co",
                List.of(),
                List.of(),
                SecurityModel.NONE,
                "",
                false,
                null,
                null,
                null,
                List.of(tools),
                byKey,
                List.of());
    }

    /** A tool with defaults for what a test does not care about. */
    static final class ToolBuilder {

        private final String javaName;
        private final String httpMethod;
        private final String path;
        private String name = "some_tool";
        private String description = "Does something useful.";
        private String resource = "persons";
        private String method = "list";
        private List<String> tags = List.of();
        private List<ArgumentModel> arguments = List.of();
        private BodyModel body = new BodyModel.None();
        private @Nullable PagingModel paging;
        private ResponseModel response = new ResponseModel(ResponseModel.Kind.JSON, ANY, "", false);

        private ToolBuilder(String javaName, String httpMethod, String path) {
            this.javaName = javaName;
            this.httpMethod = httpMethod;
            this.path = path;
        }

        ToolBuilder named(String value) {
            this.name = value;
            return this;
        }

        ToolBuilder described(String value) {
            this.description = value;
            return this;
        }

        ToolBuilder of(String newResource, String newMethod, String... newTags) {
            this.resource = newResource;
            this.method = newMethod;
            this.tags = List.of(newTags);
            return this;
        }

        ToolBuilder arguments(ArgumentModel... values) {
            this.arguments = List.of(values);
            return this;
        }

        ToolBuilder sending(BodyModel value) {
            this.body = value;
            return this;
        }

        ToolBuilder paged(PagingModel value) {
            this.paging = value;
            return this;
        }

        ToolBuilder answering(TypeModel type) {
            this.response = new ResponseModel(ResponseModel.Kind.JSON, type, "", false);
            return this;
        }

        ToolBuilder answering(ResponseModel value) {
            this.response = value;
            return this;
        }

        ToolModel build() {
            return new ToolModel(
                    name,
                    ToolModel.NameSource.DERIVED,
                    javaName,
                    "",
                    description,
                    resource,
                    method,
                    tags,
                    new ToolModel.OperationRef(httpMethod, path, "#"),
                    arguments,
                    body,
                    RequestModel.to(path),
                    paging,
                    "",
                    response,
                    new ToolModel.Hints(httpMethod.equals("GET"), false, false, true),
                    false,
                    List.of());
        }
    }
}
