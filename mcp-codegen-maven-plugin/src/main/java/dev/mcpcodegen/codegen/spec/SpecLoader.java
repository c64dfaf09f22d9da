package dev.mcpcodegen.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.bundle.Bundler;
import dev.mcpcodegen.codegen.spec.bundle.ReferenceCheck;
import dev.mcpcodegen.codegen.spec.bundle.RemoteFiles;
import dev.mcpcodegen.codegen.spec.bundle.SpecFiles;
import dev.mcpcodegen.codegen.spec.docs.RecordApplier;
import dev.mcpcodegen.codegen.spec.normalise.DocumentMerge;
import dev.mcpcodegen.codegen.spec.normalise.LeftOut;
import dev.mcpcodegen.codegen.spec.normalise.ParameterCheck;
import dev.mcpcodegen.codegen.spec.normalise.PathKeys;
import dev.mcpcodegen.codegen.spec.normalise.SwaggerConverter;
import dev.mcpcodegen.codegen.spec.normalise.Unused;
import dev.mcpcodegen.codegen.spec.overlay.OverlayApplier;
import dev.mcpcodegen.codegen.spec.read.DocumentReader;
import dev.mcpcodegen.codegen.spec.read.ReadMode;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads an integration's folder. Nothing is thrown for what users write: it is in the diagnostics, at its place. */
public final class SpecLoader {

    private final SpecLimits limits;
    private final Set<String> allowedRefHosts;

    /** Loader with bounds on what it reads, which fetches nothing. */
    public SpecLoader(SpecLimits limits) {
        this(limits, Set.of());
    }

    /** Loader that fetches what documents refer to at some hosts. */
    public SpecLoader(SpecLimits limits, Set<String> allowedRefHosts) {
        this.limits = limits;
        this.allowedRefHosts = allowedRefHosts;
    }

    /**
     * Document of a folder that holds {@code openapi.(yaml|yml|json)} or {@code *.openapi.(yaml|yml|json)}, {@code *.overlay.yaml} and
     * {@code docs/*.md}. Empty when the vendor's document is useless; a fault in an overlay or record is an error in the
     * diagnostics, but the rest can still be looked at.
     */
    public Optional<SpecDocument> load(SpecSource source, Diagnostics diagnostics) {
        Optional<SpecFolder> folder = SpecFolder.list(source, diagnostics);
        return folder.flatMap(found -> new Loading(source, found, diagnostics).run());
    }

    /** One of the vendor's documents. */
    private record Entry(Path file, ObjectNode tree, SpecVersion version) {}

    /** One folder being read. */
    private final class Loading {

        private final SpecSource source;
        private final SpecFolder folder;
        private final Diagnostics diagnostics;
        private final Origins origins = new Origins();
        private final SpecFiles files;
        private final DocumentReader reader;
        private final List<LeftOut> leftOut = new ArrayList<>();

        Loading(SpecSource source, SpecFolder folder, Diagnostics diagnostics) {
            this.source = source;
            this.folder = folder;
            this.diagnostics = diagnostics;
            this.reader = new DocumentReader(limits.file(), origins, diagnostics);
            this.files = new SpecFiles(
                    source.folder(),
                    source.displayFolder(),
                    limits.maxFiles(),
                    reader,
                    new RemoteFiles(allowedRefHosts));
        }

        Optional<SpecDocument> run() {
            int errors = diagnostics.count(Severity.ERROR);
            List<Entry> entries = new ArrayList<>();
            folder.entries().forEach(file -> entry(file).ifPresent(entries::add));
            if (entries.isEmpty() || diagnostics.count(Severity.ERROR) > errors) {
                return Optional.empty();
            }
            applyOverlays(entries);
            ObjectNode tree = merged(entries);
            applyRecords(tree);
            SourceMap sources = new SourceMap(tree, origins, display(entries.get(0)));
            new ReferenceCheck(tree, origins, diagnostics).check();
            new ParameterCheck(tree, origins, diagnostics).check();
            new ExtensionCheck(tree, sources, diagnostics).check();
            Unused.tell(tree, pointer -> diagnostics.at(sources.locate(pointer)));
            return Optional.of(new SpecDocument(
                    source.integration(),
                    tree,
                    entries.get(0).version(),
                    sources,
                    display(entries.get(0)),
                    allFiles(),
                    List.copyOf(leftOut)));
        }

        private String display(Entry entry) {
            return files.display(entry.file());
        }

        /** One document with its files in it. */
        private Optional<Entry> entry(Path file) {
            DiagnosticScope scope = diagnostics.at(SourceLocation.of(files.display(file)));
            Optional<JsonNode> root = files.confined(file, Severity.ERROR, scope)
                    ? files.tree(file, ReadMode.VENDOR, scope)
                    : Optional.empty();
            if (root.isPresent() && !root.get().isObject()) {
                scope.error("This is no OpenAPI document: its root is no object.", "Name an OpenAPI document.");
            }
            Optional<ObjectNode> tree = root.filter(JsonNode::isObject).map(ObjectNode.class::cast);
            Optional<SpecVersion> version = tree.flatMap(document -> VersionReader.read(document, scope));
            if (tree.isEmpty() || version.isEmpty()) {
                return Optional.empty();
            }
            new Bundler(files, origins, diagnostics, limits.maxBundledNodes(), file, tree.get()).bundle();
            return Optional.of(new Entry(file, tree.get(), version.get()));
        }

        /** Overlays see the vendor's own form, as their authors do. */
        private void applyOverlays(List<Entry> entries) {
            Map<String, ObjectNode> documents = new LinkedHashMap<>();
            entries.forEach(entry -> documents.put(String.valueOf(entry.file().getFileName()), entry.tree()));
            OverlayApplier applier = new OverlayApplier(documents, origins, diagnostics);
            for (Path file : folder.overlays()) {
                DiagnosticScope scope = diagnostics.at(SourceLocation.of(files.display(file)));
                if (files.confined(file, Severity.ERROR, scope)) {
                    files.tree(file, ReadMode.OWN, scope)
                            .ifPresent(overlay -> applier.apply(overlay, files.display(file)));
                }
            }
        }

        private ObjectNode merged(List<Entry> entries) {
            ObjectNode first = normalised(entries.get(0));
            DocumentMerge merge = new DocumentMerge(first, origins, diagnostics);
            entries.stream().skip(1).forEach(entry -> merge.add(normalised(entry)));
            leftOut.addAll(merge.leftOut());
            return first;
        }

        private ObjectNode normalised(Entry entry) {
            ObjectNode tree = entry.version() == SpecVersion.SWAGGER_2_0
                    ? new SwaggerConverter(entry.tree(), origins).convert()
                    : entry.tree();
            leftOut.addAll(new PathKeys(tree, origins, diagnostics).normalise());
            return tree;
        }

        private void applyRecords(ObjectNode tree) {
            RecordApplier applier = new RecordApplier(tree, origins, diagnostics);
            for (Path file : folder.pages()) {
                DiagnosticScope scope = diagnostics.at(SourceLocation.of(files.display(file)));
                if (files.confined(file, Severity.ERROR, scope)) {
                    files.text(file).ifPresent(text -> applier.apply(text, files.display(file), reader));
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
