package dev.mcpcodegen.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusDocumentsTest {

    @TempDir
    private Path folder;

    @Test
    void takesEveryFileThatSaysWhatItIs() throws IOException {
        TempApi.write(folder, "a.json", "{\"info\": {\"swagger\": 1}, \"openapi\": \"3.0.0\"}");
        TempApi.write(folder, "deep/er/b.yml", "# first\nswagger: '2.0'\n");
        TempApi.write(folder, "package.json", "{\"keywords\": {\"openapi\": \"3.0.0\"}}");
        TempApi.write(folder, "part.yaml", "components:\n  openapi: 3.0.0\n");
        TempApi.write(folder, "broken.json", "{\"openapi\": \"3.0.0\",\n  oops");
        assertThat(names()).containsExactly("a.json", "broken.json", "deep/er/b.yml");
    }

    @Test
    void takesAnEntryForItsWholeFolder() throws IOException {
        TempApi.write(folder, "vendor/openapi.yaml", "openapi: 3.0.0\n");
        TempApi.write(folder, "vendor/other.yaml", "openapi: 3.0.0\n");
        TempApi.write(folder, "openapi.yaml", "openapi: 3.0.0\n");
        assertThat(names()).containsExactly("openapi.yaml", "vendor/openapi.yaml");
    }

    @Test
    void takesOnlyWhatAManifestLists() throws IOException {
        TempApi.write(folder, "set/manifest.tsv", "why\tfile\nbecause\ttree/main.yaml\n");
        TempApi.write(folder, "set/tree/main.yaml", "openapi: 3.0.0\n");
        TempApi.write(folder, "set/tree/part.yaml", "openapi: 3.0.0\n");
        TempApi.write(folder, "beside.yaml", "openapi: 3.0.0\n");
        assertThat(names()).containsExactly("beside.yaml", "set/tree/main.yaml");
    }

    @Test
    void namesIntegrationsAsPeopleWould() {
        assertThat(new CorpusDocument("x", Path.of("acme--crm.v2.json")).integration())
                .isEqualTo("acme");
        assertThat(new CorpusDocument("x", Path.of("Acme", "openapi.yaml")).integration())
                .isEqualTo("acme");
        assertThat(new CorpusDocument("x", Path.of("1.2-petstore_with-fake-endpoints.yaml")).integration())
                .isEqualTo("petstore_with_fake_e");
        assertThat(new CorpusDocument("x", Path.of("---.yaml")).integration()).isEqualTo("vendor");
    }

    private List<String> names() throws IOException {
        return CorpusDocuments.below(folder).stream().map(CorpusDocument::name).toList();
    }
}
