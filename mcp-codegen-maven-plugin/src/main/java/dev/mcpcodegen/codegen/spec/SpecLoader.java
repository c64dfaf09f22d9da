package dev.mcpcodegen.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.bundle.Bundler;
import dev.mcpcodegen.codegen.spec.bundle.ReferenceCheck;
import dev.mcpcodegen.codegen.spec.bundle.SpecFiles;
import dev.mcpcodegen.codegen.spec.docs.RecordApplier;
import dev.mcpcodegen.codegen.spec.overlay.OverlayApplier;
import dev.mcpcodegen.codegen.spec.read.DocumentReader;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads an integration's folder. Nothing is thrown for what users write: it is in the diagnostics, at its place. */
public final class SpecLoader {

    private final SpecLimits limits;

    /** Loader with bounds on what it reads. */
    public SpecLoader(SpecLimits limits) {
        this.limits = limits;
    }

    /**
     * Document of a folder that holds {@code openapi.(yaml|yml|json)}, {@code *.overlay.yaml} and {@code docs/*.md}. Empty when the
     * vendor's document is useless; a fault in an overlay or record is an error in the diagnostics, but the rest can still be
     * looked at.
     */
    public Optional<SpecDocument> load(SpecSource source, Diagnostics diagnostics) {
        Optional<SpecFolder> folder = SpecFolder.list(source, diagnostics);
        return folder.flatMap(found -> new Loading(source, found, diagnostics).run());
    }

    /** One folder being read. */
    private final class Loading {

        private final SpecSource source;
        private final SpecFolder folder;
        private final Diagnostics diagnostics;
        private final Origins origins = new Origins();
        private final DocumentReader reader;
        private final SpecFiles files;

        Loading(SpecSource source, SpecFolder folder, Diagnostics diagnostics) {
            this.source = source;
            this.folder = folder;
            this.diagnostics = diagnostics;
            this.reader = new DocumentReader(limits.file(), origins, diagnostics);
            this.files = new SpecFiles(source.folder(), source.displayFolder(), limits.maxFiles(), reader);
        }

        Optional<SpecDocument> run() {
            String displayFile = files.display(folder.entry());
            DiagnosticScope scope = diagnostics.at(SourceLocation.of(displayFile));
            Optional<ObjectNode> entry = entry(scope);
            Optional<SpecVersion> version = entry.flatMap(tree -> VersionReader.read(tree, scope));
            if (entry.isEmpty() || version.isEmpty()) {
                return Optional.empty();
            }
            ObjectNode tree = entry.get();
            int errors = diagnostics.count(Severity.ERROR);
            new Bundler(files, origins, diagnostics, limits.maxBundledNodes(), folder.entry(), tree).bundle();
            if (diagnostics.count(Severity.ERROR) > errors) {
                return Optional.empty();
            }
            applyOverlays(tree);
            applyRecords(tree);
            new ReferenceCheck(tree, origins, diagnostics).check();
            SourceMap sources = new SourceMap(tree, origins, displayFile);
            new ExtensionCheck(tree, sources, diagnostics).check();
            return Optional.of(
                    new SpecDocument(source.integration(), tree, version.get(), sources, displayFile, allFiles()));
        }

        private Optional<ObjectNode> entry(DiagnosticScope scope) {
            Optional<JsonNode> tree =
                    files.confined(folder.entry(), scope) ? files.tree(folder.entry(), scope) : Optional.empty();
            if (tree.isPresent() && !tree.get().isObject()) {
                scope.error("This is no OpenAPI document: its root is no object.", "Name an OpenAPI document.");
            }
            return tree.filter(JsonNode::isObject).map(ObjectNode.class::cast);
        }

        private void applyOverlays(ObjectNode tree) {
            OverlayApplier applier = new OverlayApplier(tree, origins, diagnostics);
            for (Path file : folder.overlays()) {
                DiagnosticScope scope = diagnostics.at(SourceLocation.of(files.display(file)));
                if (files.confined(file, scope)) {
                    files.tree(file, scope).ifPresent(overlay -> applier.apply(overlay, files.display(file)));
                }
            }
        }

        private void applyRecords(ObjectNode tree) {
            RecordApplier applier = new RecordApplier(tree, origins, diagnostics);
            for (Path file : folder.pages()) {
                DiagnosticScope scope = diagnostics.at(SourceLocation.of(files.display(file)));
                if (files.confined(file, scope)) {
                    reader.text(file, files.display(file))
                            .ifPresent(text -> applier.apply(text, files.display(file), reader));
                }
            }
        }

        private List<Path> allFiles() {
            TreeSet<Path> all = new TreeSet<>(files.read());
            all.addAll(folder.pages());
            return List.copyOf(all);
        }
    }
}
