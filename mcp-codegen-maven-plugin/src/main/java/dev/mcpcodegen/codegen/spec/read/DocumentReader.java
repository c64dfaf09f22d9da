package dev.mcpcodegen.codegen.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads files of a spec; what is wrong with one is a diagnostic, and the file is then absent. */
public final class DocumentReader {

    private final ReadLimits limits;
    private final Origins origins;
    private final Diagnostics diagnostics;

    /** Reads into one set of origins and one collection of diagnostics. */
    public DocumentReader(ReadLimits limits, Origins origins, Diagnostics diagnostics) {
        this.limits = limits;
        this.origins = origins;
        this.diagnostics = diagnostics;
    }

    /** Tree of a file of the user's own: JSON when its name ends so, else YAML. */
    public Optional<JsonNode> tree(Path file, String display) {
        return tree(file, display, ReadMode.OWN);
    }

    /** Tree of a file; where names lie about what is in a vendor's file, what is in it counts. */
    public Optional<JsonNode> tree(Path file, String display, ReadMode mode) {
        return bytes(file, display, mode).flatMap(bytes -> tree(bytes, display, mode));
    }

    /** Tree of what was fetched or read already. */
    public Optional<JsonNode> tree(byte[] bytes, String display, ReadMode mode) {
        boolean asItIs =
                isNamedJson(display) && Utf8.isBraced(bytes) && Utf8.isIn(bytes) && !Utf8.hasEscapedSurrogates(bytes);
        return asItIs
                ? guarded(display, mode, () -> json(bytes, display, mode))
                : decoded(bytes, display, mode).flatMap(text -> parsed(text, display, mode));
    }

    private Optional<JsonNode> parsed(String text, String display, ReadMode mode) {
        boolean named = isNamedJson(display);
        boolean braced = text.stripLeading().startsWith("{");
        return guarded(display, mode, () -> {
            if (mode.lenient() && braced && !named) {
                try {
                    return json(text, display, mode);
                } catch (UnreadableException e) {
                    // Then it is YAML in flow style.
                    return yaml(text, display, mode);
                }
            }
            boolean json = named && (braced || !mode.lenient());
            return json ? json(text, display, mode) : yaml(text, display, mode);
        });
    }

    private static boolean isNamedJson(String display) {
        return display.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private interface Reading {

        JsonNode read() throws UnreadableException, IOException;
    }

    private Optional<JsonNode> guarded(String display, ReadMode mode, Reading reading) {
        try {
            return Optional.of(reading.read());
        } catch (UnreadableException e) {
            report(e, display, mode);
        } catch (IOException e) {
            report(new UnreadableException(0, "Cannot be read: " + e.getMessage(), "Check the file."), display, mode);
        }
        return Optional.empty();
    }

    private JsonNode json(String text, String display, ReadMode mode) throws UnreadableException, IOException {
        return new JsonTreeReader(limits, origins, text.length(), duplicates(display, mode)).read(text, display);
    }

    private JsonNode json(byte[] bytes, String display, ReadMode mode) throws UnreadableException, IOException {
        return new JsonTreeReader(limits, origins, bytes.length, duplicates(display, mode)).read(bytes, display);
    }

    private JsonNode yaml(String text, String display, ReadMode mode) throws UnreadableException {
        YamlTreeReader reader = new YamlTreeReader(limits, origins, duplicates(display, mode));
        try {
            return reader.read(text, display, 0);
        } catch (UnreadableException e) {
            YamlRepair repair = new YamlRepair(text);
            if (!mode.lenient() || repair.told().isEmpty()) {
                throw e;
            }
            JsonNode tree =
                    new YamlTreeReader(limits, origins, duplicates(display, mode)).read(repair.text(), display, 0);
            repair.told().forEach(fault -> scope(display).warning(fault, "Ask the vendor to correct the file."));
            return tree;
        }
    }

    /** Tree of YAML text that is a part of a file and begins after some of its lines. */
    public Optional<JsonNode> yaml(String text, String display, int lineOffset) {
        try {
            return Optional.of(
                    new YamlTreeReader(limits, origins, DuplicateKeys.REFUSED).read(text, display, lineOffset));
        } catch (UnreadableException e) {
            report(e, display, ReadMode.OWN);
            return Optional.empty();
        }
    }

    /** Text of a file of the user's own, in UTF-8, without byte order mark. */
    public Optional<String> text(Path file, String display) {
        return bytes(file, display, ReadMode.OWN).flatMap(bytes -> decoded(bytes, display, ReadMode.OWN));
    }

    private Optional<String> decoded(byte[] bytes, String display, ReadMode mode) {
        try {
            return Optional.of(TextDecoder.decode(bytes));
        } catch (CharacterCodingException e) {
            if (!mode.lenient()) {
                scope(display).error("The file is not UTF-8.", "Save it as UTF-8.");
                return Optional.empty();
            }
            scope(display).warning("The file is not UTF-8; it is read as ISO 8859-1.", "Save it as UTF-8.");
            return Optional.of(TextDecoder.guess(bytes));
        }
    }

    /** The file is opened as what it is: where a link was put in its place since it was found, nothing is read. */
    private Optional<byte[]> bytes(Path file, String display, ReadMode mode) {
        DiagnosticScope scope = scope(display);
        try (InputStream in = Files.newInputStream(file, withoutLinks(file))) {
            if (!file.toRealPath().equals(file.toAbsolutePath())) {
                scope.error("A folder became a link while it was read.", "Build again, with the folder left alone.");
                return Optional.empty();
            }
            byte[] bytes = in.readNBytes(limits.maxBytes() + 1);
            if (bytes.length <= limits.maxBytes()) {
                return Optional.of(bytes);
            }
            scope.tell(
                    mode.whenUseless(),
                    "The file is larger than " + limits.maxBytes() + " bytes.",
                    "Split it, or raise the limit.");
        } catch (IOException e) {
            scope.tell(
                    mode.whenUseless(),
                    "Cannot be read: " + e.getClass().getSimpleName() + ".",
                    "Check that it exists and may be read.");
        }
        return Optional.empty();
    }

    private DuplicateKeys duplicates(String display, ReadMode mode) {
        if (!mode.lenient()) {
            return DuplicateKeys.REFUSED;
        }
        return (key, first, second) -> diagnostics
                .at(SourceLocation.of(display, second))
                .warning(
                        "The key \"" + key + "\" is there twice, first in line " + first
                                + "; the last one counts, as for most readers.",
                        "Ask the vendor which one is meant; an overlay can add what is lost.");
    }

    private DiagnosticScope scope(String display) {
        return diagnostics.at(SourceLocation.of(display));
    }

    private void report(UnreadableException fault, String display, ReadMode mode) {
        diagnostics
                .at(SourceLocation.of(display, fault.line()))
                .tell(mode.whenUseless(), String.valueOf(fault.getMessage()), fault.cure());
    }

    /** A jar has no links, and its file system knows no such option. */
    private static OpenOption[] withoutLinks(Path file) {
        boolean onDisk = file.getFileSystem().equals(FileSystems.getDefault());
        return onDisk ? new OpenOption[] {LinkOption.NOFOLLOW_LINKS} : new OpenOption[0];
    }
}
