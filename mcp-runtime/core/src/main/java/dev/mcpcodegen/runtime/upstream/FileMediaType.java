package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.files.FileSource;
import dev.mcpcodegen.runtime.tool.FileContent;
import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The media type under which a file travels. Pure. */
final class FileMediaType {

    private static final String BYTES = "application/octet-stream";

    private FileMediaType() {}

    /**
     * Returns what the file says of itself where the vendor takes that, else the first media type that the vendor names.
     *
     * @param taken media types and ranges; empty for any
     * @throws InvalidArgumentException if what the file says is no media type
     */
    static String of(String argument, FileContent file, List<String> taken) {
        return of(argument, file.mediaType(), taken);
    }

    /** Returns the media type of a file that comes while it is sent: its own, if the arguments tell none. */
    static String of(String argument, FileContent file, FileSource upload, List<String> taken) {
        return of(argument, file.mediaType() == null ? upload.mediaType() : file.mediaType(), taken);
    }

    private static String of(String argument, @Nullable String mediaType, List<String> taken) {
        String said = mediaType == null ? "" : checked(argument, mediaType);
        boolean fits = taken.isEmpty() || taken.stream().anyMatch(range -> includes(range, said));
        if (!said.isEmpty() && fits) {
            return said;
        }
        return taken.stream().filter(type -> !type.contains("*")).findFirst().orElse(BYTES);
    }

    private static boolean includes(String range, String mediaType) {
        String lower = range.toLowerCase(Locale.ROOT);
        String type = mediaType.toLowerCase(Locale.ROOT);
        return lower.equals("*/*")
                // Bytes are bytes, also when somebody knows more about them.
                || lower.equals(BYTES)
                || (lower.endsWith("/*")
                        ? type.startsWith(lower.substring(0, lower.length() - 1))
                        : lower.equals(type));
    }

    private static String checked(String argument, String mediaType) {
        if (mediaType.isEmpty() || mediaType.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new InvalidArgumentException(
                    argument, "media_type of \"" + argument + "\" must be a media type, such as application/pdf.");
        }
        return mediaType;
    }
}
