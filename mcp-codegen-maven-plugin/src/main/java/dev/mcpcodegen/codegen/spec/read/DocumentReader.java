package dev.mcpcodegen.codegen.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads files of a spec; what is wrong with one is a diagnostic, and the file is then absent. */
public final class DocumentReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ReadLimits limits;
    private final Origins origins;
    private final Diagnostics diagnostics;

    /** Reads into one set of origins and one collection of diagnostics. */
    public DocumentReader(ReadLimits limits, Origins origins, Diagnostics diagnostics) {
        this.limits = limits;
        this.origins = origins;
        this.diagnostics = diagnostics;
    }

    /** Tree of a file: JSON when its name ends so, else YAML. */
    public Optional<JsonNode> tree(Path file, String display) {
        Optional<String> text = text(file, display);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean json = display.toLowerCase(Locale.ROOT).endsWith(".json");
        try {
            return Optional.of(
                    json
                            ? new JsonTreeReader(limits, origins, text.get().length()).read(text.get(), display)
                            : new YamlTreeReader(limits, origins).read(text.get(), display, 0));
        } catch (UnreadableException e) {
            report(e, display);
        } catch (IOException e) {
            diagnostics.at(SourceLocation.of(display)).error("Cannot be read: " + e.getMessage(), "Check the file.");
        }
        return Optional.empty();
    }

    /** Tree of YAML text that is a part of a file and begins after some of its lines. */
    public Optional<JsonNode> yaml(String text, String display, int lineOffset) {
        try {
            return Optional.of(new YamlTreeReader(limits, origins).read(text, display, lineOffset));
        } catch (UnreadableException e) {
            report(e, display);
            return Optional.empty();
        }
    }

    /** Text of a UTF-8 file without byte order mark. */
    public Optional<String> text(Path file, String display) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limits.maxBytes() + 1);
            if (bytes.length > limits.maxBytes()) {
                diagnostics
                        .at(SourceLocation.of(display))
                        .error(
                                "The file is larger than " + limits.maxBytes() + " bytes.",
                                "Split it, or raise the limit.");
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            diagnostics.at(SourceLocation.of(display)).error("The file is not UTF-8.", "Save it as UTF-8.");
        } catch (IOException e) {
            diagnostics
                    .at(SourceLocation.of(display))
                    .error(
                            "Cannot be read: " + e.getClass().getSimpleName() + ".",
                            "Check that it exists and may be read.");
        }
        return Optional.empty();
    }

    private void report(UnreadableException fault, String display) {
        diagnostics
                .at(SourceLocation.of(display, fault.line()))
                .error(String.valueOf(fault.getMessage()), fault.cure());
    }
}
