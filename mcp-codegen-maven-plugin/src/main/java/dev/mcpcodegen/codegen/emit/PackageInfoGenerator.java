package dev.mcpcodegen.codegen.emit;

import dev.mcpcodegen.codegen.model.IntegrationModel;
import java.util.List;

/** {@code package-info.java} for every generated package: its job, and that nothing is null unless it says so. */
final class PackageInfoGenerator {

    SourceFile forTools(String packageName, IntegrationModel integration) {
        return print(
                packageName,
                "The tools of " + Javadocs.inline(integration.displayName()) + ".",
                integration.specFile());
    }

    SourceFile forTypes(String packageName, IntegrationModel integration) {
        return print(
                packageName,
                "What several tools of " + Javadocs.inline(integration.displayName()) + " have in common.",
                integration.specFile());
    }

    SourceFile forRouter(String packageName) {
        return print(packageName, "The servlet that serves all generated tools.", "");
    }

    private static SourceFile print(String packageName, String job, String source) {
        String content = String.join(
                "\n",
                "// " + SourceFile.notice(source),
                "/** " + job + " */",
                "@NullMarked",
                "package " + packageName + ";",
                "",
                "import org.jspecify.annotations.NullMarked;",
                "");
        return new SourceFile(packageName.replace('.', '/') + "/package-info.java", content, null, List.of());
    }
}
