package dev.mcpcodegen.codegen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What a file was like when a run ended.
 *
 * @param path as given by {@link UpToDateCheck}
 */
record FileState(String path, long size, long modifiedMillis, String checksum) {

    static FileState of(String path, Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileState(path, now.size(), now.lastModifiedTime().toMillis(), checksum(file));
    }

    /** Whether the file still has these bytes; reads them only when it was touched. */
    boolean matches(Path file) throws IOException {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return false;
        }
        return now.isRegularFile()
                && now.size() == size
                && (now.lastModifiedTime().toMillis() == modifiedMillis
                        || checksum(file).equals(checksum));
    }

    String line() {
        return size + " " + modifiedMillis + " " + checksum + " " + path;
    }

    /** Reads a {@link #line}; empty when it is none. */
    static Optional<FileState> parse(String line) {
        String[] parts = line.split(" ", 4);
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FileState(parts[3], Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** CRC-32C, which costs a cold start nothing: it tells an accident, and against malice no state beside the files would help. */
    private static String checksum(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        checksum.update(Files.readAllBytes(file));
        return Long.toHexString(checksum.getValue());
    }
}
