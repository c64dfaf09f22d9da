package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.ClassName;
import dev.mcpcodegen.codegen.derive.JavaNames;
import dev.mcpcodegen.codegen.model.IntegrationModel;

/** Where generated classes live. */
final class GeneratedNames {

    private GeneratedNames() {}

    static String packageOf(EmitOptions options, IntegrationModel integration) {
        return options.basePackage() + "." + JavaNames.packageSegment(integration.name());
    }

    static ClassName indexOf(String packageName, IntegrationModel integration) {
        return ClassName.get(packageName, integration.javaName() + "Tools");
    }
}
