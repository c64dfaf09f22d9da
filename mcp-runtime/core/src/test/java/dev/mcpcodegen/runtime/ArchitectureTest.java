package dev.mcpcodegen.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom: HTTP, which starts it all, wiring, meaning, services, and at the bottom the tools and the wire. */
@AnalyzeClasses(packages = "dev.mcpcodegen.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.mcpcodegen.runtime";

    @ArchTest
    static final ArchRule importsGoOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("wiring")
            .definedBy(ROOT)
            .layer("http")
            .definedBy(ROOT + ".servlet..")
            .layer("meaning")
            .definedBy(ROOT + ".server..")
            .layer("services")
            .definedBy(
                    ROOT + ".catalog..",
                    ROOT + ".fields..",
                    ROOT + ".access..",
                    ROOT + ".arguments..",
                    ROOT + ".upstream..",
                    ROOT + ".audit..",
                    ROOT + ".files..",
                    ROOT + ".limit..",
                    ROOT + ".metrics..")
            .layer("foundation")
            .definedBy(ROOT + ".tool..", ROOT + ".protocol..", ROOT + ".threads..")
            .whereLayer("http")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("wiring")
            .mayOnlyBeAccessedByLayers("http")
            .whereLayer("meaning")
            .mayOnlyBeAccessedByLayers("http", "wiring")
            .whereLayer("services")
            .mayOnlyBeAccessedByLayers("http", "wiring", "meaning");

    @ArchTest
    static final ArchRule onlyServletSeesServlets = onlyIn(".servlet", "jakarta.servlet..");

    @ArchTest
    static final ArchRule onlyUpstreamSeesTheHttpClient = onlyIn(".upstream", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothingUsesJavaUtilLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @Test
    void everyPackageSaysItsJobAndIsNullMarked() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java"))) {
            List<Path> packages = folders.filter(ArchitectureTest::holdsClasses).toList();

            assertThat(packages)
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .content()
                            .contains("/**", "@NullMarked"));
        }
    }

    private static boolean holdsClasses(Path folder) {
        String[] sources = folder.toFile().list((directory, name) -> name.endsWith(".java"));
        return sources != null && sources.length > 0;
    }

    private static ArchRule onlyIn(String where, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + where + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }
}
