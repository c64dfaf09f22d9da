package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.derive.DerivationOptions.Naming;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.NamePins;
import dev.mcpcodegen.codegen.openapi.OpenApiReader;
import dev.mcpcodegen.codegen.spec.SpecLimits;
import dev.mcpcodegen.codegen.spec.SpecLoader;
import dev.mcpcodegen.codegen.spec.SpecSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Names of public API descriptions, written to tables for people to read; what no reader can judge is asserted. */
@EnabledIfSystemProperty(
        named = "corpus.dir",
        matches = ".+",
        disabledReason = "needs -Dcorpus.dir=<folder of API descriptions>")
class CorpusNamesTest {

    private static final DocumentScope UNHEARD = pointer -> new Diagnostics().at(SourceLocation.of("openapi.yaml"));

    @TempDir
    private Path temporary;

    @Test
    void namesAreLegalAloneAndDoNotDependOnTheOrder() throws IOException {
        Path tables = Files.createDirectories(Path.of("target", "corpus-names"));
        for (Path file : descriptions(Path.of(System.getProperty("corpus.dir")))) {
            Optional<ApiDescription> api = read(file);
            if (api.isPresent()) {
                List<NamedOperation> named = names(api.get(), api.get().operations());
                Files.write(
                        tables.resolve(file.getFileName() + ".tsv"),
                        named.stream().map(CorpusNamesTest::row).toList());
                assertThat(named)
                        .as(file.toString())
                        .extracting(NamedOperation::name)
                        .doesNotHaveDuplicates()
                        .allMatch(name -> name.matches("[a-zA-Z0-9_-]{1,64}"));
                List<ApiOperation> shuffled = new ArrayList<>(api.get().operations());
                Collections.shuffle(shuffled, new Random(11));
                assertThat(byLine(names(api.get(), shuffled))).isEqualTo(byLine(named));
            }
        }
    }

    private static List<Path> descriptions(Path corpus) throws IOException {
        try (Stream<Path> files = Files.list(corpus.resolve("real"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Lays a description out as a user does, in a folder of the vendor's name. */
    private Optional<ApiDescription> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path folder = Files.createDirectories(temporary.resolve(name).resolve(name.replaceAll("(--|\\W).*", "")));
        Files.copy(file, folder.resolve("openapi" + name.substring(name.lastIndexOf('.'))));
        return new SpecLoader(SpecLimits.defaults())
                .load(new SpecSource(folder.getFileName().toString(), folder, "specs"), new Diagnostics())
                .map(document -> new OpenApiReader().read(document, UNHEARD));
    }

    private static List<NamedOperation> names(ApiDescription api, List<ApiOperation> operations) {
        return new OperationNaming(api, Naming.RESOURCE, NamePins.NONE, UNHEARD).name(operations);
    }

    private static Map<String, String> byLine(List<NamedOperation> named) {
        return named.stream().collect(Collectors.toMap(one -> one.operation().line(), NamedOperation::name));
    }

    private static String row(NamedOperation named) {
        return String.join(
                "\t",
                named.name(),
                named.operation().line(),
                String.valueOf(named.operation().operationId()),
                named.source().name(),
                named.classification().resource() + "." + named.classification().method());
    }
}
