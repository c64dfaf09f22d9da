package dev.mcpcodegen.codegen.mojo;

import dev.mcpcodegen.codegen.emit.EmitOptions;
import dev.mcpcodegen.codegen.emit.EmitOptions.Results;
import dev.mcpcodegen.codegen.emit.TypeMappings;
import java.util.List;
import javax.lang.model.SourceVersion;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** What the pom says of the generated Java, held against what Java takes. */
final class JavaParameters {

    private JavaParameters() {}

    static EmitOptions read(
            String basePackage,
            boolean router,
            @Nullable List<String> urlPatterns,
            String results,
            @Nullable List<String> typeMappings)
            throws MojoFailureException {
        return new EmitOptions(
                packageName(basePackage),
                router,
                urlPatterns == null || urlPatterns.isEmpty() ? EmitOptions.DEFAULT_URL_PATTERNS : urlPatterns,
                "McpRouter",
                Choice.of(Results.class, "results", results),
                mappings(typeMappings == null ? List.of() : typeMappings));
    }

    /** A groupId may have hyphens, for which a package has underscores (JLS, section 6.1). */
    private static String packageName(String basePackage) throws MojoFailureException {
        String name = basePackage.replace('-', '_');
        if (!SourceVersion.isName(name)) {
            throw new MojoFailureException("basePackage is \"" + basePackage
                    + "\", which cannot be a Java package. Configure one, such as com.example.mcp.");
        }
        return name;
    }

    private static TypeMappings mappings(List<String> entries) throws MojoFailureException {
        try {
            return TypeMappings.of(entries);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(String.valueOf(e.getMessage()), e);
        }
    }
}
