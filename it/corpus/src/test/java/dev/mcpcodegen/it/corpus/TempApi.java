package dev.mcpcodegen.it.corpus;

import dev.mcpcodegen.it.corpus.raw.RawApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small documents, written where a test may write. */
public final class TempApi {

    private TempApi() {}

    public static RawApi of(Path folder, String yaml) {
        write(folder, "openapi.yaml", yaml);
        return RawApi.read(folder.resolve("openapi.yaml"));
    }

    public static Path write(Path folder, String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
