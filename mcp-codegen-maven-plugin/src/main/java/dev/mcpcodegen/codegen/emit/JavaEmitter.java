package dev.mcpcodegen.codegen.emit;

import dev.mcpcodegen.codegen.diagnostic.GeneratorFault;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import java.util.ArrayList;
import java.util.List;

/** A catalog as Java source files, guarded. Pure: no I/O. Works on all cores; what comes out does not depend on how many there are. */
public final class JavaEmitter {

    private final EmitOptions options;

    public JavaEmitter(EmitOptions options) {
        this.options = options;
    }

    /**
     * Returns every source file that the catalog becomes, in a stable order.
     *
     * @throws IllegalStateException if what was printed is not what was meant; a fault of the generator, or an attack that got past it
     */
    public List<GeneratedFile> emit(ToolCatalog catalog) {
        List<SourceFile> files = new ArrayList<>();
        for (IntegrationModel integration : catalog.integrations()) {
            files.addAll(
                    GeneratorFault.locating(SourceLocation.of(integration.specFile()), () -> integration(integration)));
        }
        if (options.router()) {
            files.add(new RouterGenerator(options).generate(catalog));
            files.add(new PackageInfoGenerator().forRouter(options.basePackage()));
        }
        new EmissionGuard().check(files);
        return files.stream().map(SourceFile::toGeneratedFile).toList();
    }

    private List<SourceFile> integration(IntegrationModel integration) {
        String packageName = GeneratedNames.packageOf(options, integration);
        JavaTypes types = new JavaTypes(integration, packageName, options.results(), options.typeMappings());
        ToolGenerator tools = new ToolGenerator(integration, types);
        TypeGenerator shared = new TypeGenerator(integration, types);
        PackageInfoGenerator packages = new PackageInfoGenerator();

        List<SourceFile> files = new ArrayList<>(integration.tools().parallelStream()
                .map(tool -> GeneratorFault.locating(
                        new SourceLocation(
                                integration.specFile(), tool.operation().pointer(), 0),
                        () -> tools.generate(tool)))
                .toList());
        List<SourceFile> models = shared.generateShared();
        files.addAll(models);
        files.add(new IndexGenerator(packageName).generate(integration));
        files.add(packages.forTools(packageName, integration));
        if (!models.isEmpty()) {
            files.add(packages.forTypes(types.modelPackage(), integration));
        }
        return files;
    }
}
