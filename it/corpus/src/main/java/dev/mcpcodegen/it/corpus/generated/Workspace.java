package dev.mcpcodegen.it.corpus.generated;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The project of one document, made anew: its specification, and where everything generated goes. */
public record Workspace(Path base, String integration) {

    /**
     * Makes the project of a document: the entry becomes {@code openapi.*}, the parts it refers to keep their place beside it.
     *
     * @param parts files that are referred to; those outside of the entry's folder are left out, as a consumer could not have them either
     */
    public static Workspace create(Path base, String integration, Path entry, Set<Path> parts) throws IOException {
        Workspace workspace = new Workspace(base, integration);
        for (String folder : new String[] {"specs", "java", "resources", "classes", "reports", "memory"}) {
            deleteAll(base.resolve(folder));
        }
        Path folder = workspace.specs().resolve(integration);
        Files.createDirectories(folder);
        String name = String.valueOf(entry.getFileName());
        Files.copy(
                entry,
                folder.resolve("openapi" + name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT)));
        Path from = entry.toAbsolutePath().normalize().getParent();
        for (Path part : parts) {
            if (from != null && part.startsWith(from)) {
                Path copy = folder.resolve(from.relativize(part).toString());
                if (!Files.exists(copy)) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(part, copy);
                }
            }
        }
        return workspace;
    }

    Path specs() {
        return base.resolve("specs");
    }

    Path java() {
        return base.resolve("java");
    }

    Path resources() {
        return base.resolve("resources");
    }

    Path classes() {
        return base.resolve("classes");
    }

    Path reports() {
        return base.resolve("reports");
    }

    Path memory() {
        return base.resolve("memory");
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
