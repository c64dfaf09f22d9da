package dev.mcpcodegen.codegen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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

/** Who may know whom. Data goes one way: bytes, document, model, catalog, files. */
@AnalyzeClasses(packages = "dev.mcpcodegen.codegen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.mcpcodegen.codegen";
    private static final Path SOURCES = Path.of("src/main/java");

    @ArchTest
    static final ArchRule onlyOpenapiSeesSwaggerParser = onlyIn(".openapi", "io.swagger..");

    @ArchTest
    static final ArchRule onlyEmitSeesJavaPoet = onlyIn(".emit", "com.palantir.javapoet..");

    @ArchTest
    static final ArchRule onlyMojoSeesMaven = onlyIn(".mojo", "org.apache.maven..", "org.codehaus.plexus..");

    @ArchTest
    static final ArchRule onlySpecReadsYamlAndMarkdown = onlyIn(".spec", "org.yaml..", "org.commonmark..");

    @ArchTest
    static final ArchRule diagnosticKnowsNothing = dependsOnlyOn(".diagnostic");

    @ArchTest
    static final ArchRule modelKnowsNothing = dependsOnlyOn(".model");

    @ArchTest
    static final ArchRule deriveKnowsModelAndDiagnostics = dependsOnlyOn(".derive", ".model", ".diagnostic");

    @ArchTest
    static final ArchRule deriveDoesNoInputOrOutput = noClasses()
            .that()
            .resideInAPackage(ROOT + ".derive")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File");

    @ArchTest
    static final ArchRule specKnowsNoModel = none(".spec..", ".model..", ".derive..", ".openapi..", ".emit..", ".mojo..");

    @ArchTest
    static final ArchRule openapiKnowsNoEmission =
            none(".openapi..", ".derive..", ".emit..", ".schema..", ".output..", ".report..");

    @ArchTest
    static final ArchRule schemaKnowsNoEmission = none(".schema..", ".emit..", ".openapi..", ".spec..");

    @ArchTest
    static final ArchRule emitKnowsNoReading = none(".emit..", ".openapi..", ".spec..", ".schema..");

    @ArchTest
    static final ArchRule outputKnowsNoMeaning =
            none(".output..", ".model..", ".derive..", ".openapi..", ".spec..", ".emit..", ".schema..", ".report..");

    @ArchTest
    static final ArchRule nobodyKnowsTheGoals = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".mojo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".mojo..");

    @ArchTest
    static final ArchRule theCompilerDoesNotNeedTheRuntime = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.mcpcodegen.runtime..");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothingUsesJavaUtilLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @Test
    void everyPackageSaysItsJobAndIsNullMarked() throws IOException {
        try (Stream<Path> folders = Files.walk(SOURCES)) {
            List<Path> packages = folders.filter(ArchitectureTest::holdsClasses).toList();

            assertThat(packages).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                    .content()
                    .contains("/**", "@NullMarked"));
        }
    }

    private static boolean holdsClasses(Path folder) {
        String[] sources = folder.toFile().list((directory, name) -> name.endsWith(".java"));
        return sources != null && sources.length > 0;
    }

    private static ArchRule onlyIn(String where, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + where + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static ArchRule dependsOnlyOn(String where, String... others) {
        String[] allowed = Stream.concat(
                        Stream.of("java..", "org.jspecify..", ROOT + where),
                        Stream.of(others).map(other -> ROOT + other))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(ROOT + where)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }

    private static ArchRule none(String where, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + where)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(others).map(other -> ROOT + other).toArray(String[]::new));
    }
}
