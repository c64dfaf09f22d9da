package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.CatalogReader.ReadIntegration;
import dev.mcpcodegen.codegen.LockResult.LockedIntegration;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.lock.Change;
import dev.mcpcodegen.codegen.lock.Change.Kind;
import dev.mcpcodegen.codegen.lock.Surface;
import dev.mcpcodegen.codegen.lock.SurfaceDiff;
import dev.mcpcodegen.codegen.lock.SurfaceReader;
import dev.mcpcodegen.codegen.report.SurfaceChanges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What clients rely on: keeps it in lock files, guards it, and tells what changes. */
public final class LockPipeline {

    private static final String LOCK = "Lock them with `mvn mcp-codegen:lock`.";
    private static final String ACCEPT = "If clients can take it, accept it with `mvn mcp-codegen:lock`; else keep the"
            + " old form in the overlay.";

    private final Consumer<String> progress;

    /**
     * @param progress hears what a long run is doing
     */
    public LockPipeline(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Makes the lock files say what the tools are now; nothing is written when a specification has errors.
     *
     * @throws IOException if the disk refuses
     */
    public LockResult lock(CodegenRequest request) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        List<ReadIntegration> integrations = read(request, diagnostics);
        if (diagnostics.hasErrors()) {
            return new LockResult(diagnostics.all(), List.of());
        }
        Locks locks = new Locks(request.specs(), request.layout());
        List<LockedIntegration> locked = new ArrayList<>();
        for (ReadIntegration integration : integrations) {
            Surface surface = SurfaceReader.of(integration.model(), request.schemas());
            locks.write(integration.source(), surface);
            locked.add(new LockedIntegration(
                    surface.integration(),
                    locks.display(integration.source()),
                    surface.tools().size(),
                    integration.locked().isPresent(),
                    integration
                            .locked()
                            .map(before -> SurfaceDiff.between(before, surface))
                            .orElse(List.of())));
        }
        return new LockResult(diagnostics.all(), List.copyOf(locked));
    }

    /** Finds what breaks clients and what costs too much; both are errors in the diagnostics. Returns how many tools were looked at. */
    public int check(CodegenRequest request, TokenBudget budget, Diagnostics diagnostics) {
        List<ReadIntegration> integrations = read(request, diagnostics);
        Locks locks = new Locks(request.specs(), request.layout());
        for (ReadIntegration integration : integrations) {
            DiagnosticScope lock = diagnostics.at(SourceLocation.of(locks.display(integration.source())));
            if (request.lock() != LockMode.OFF && !diagnostics.hasErrors()) {
                checkLock(integration, request, lock);
            }
        }
        integrations.forEach(integration -> budget.check(integration.model(), request.schemas(), diagnostics));
        return integrations.stream()
                .mapToInt(integration -> integration.model().tools().size())
                .sum();
    }

    private static void checkLock(ReadIntegration integration, CodegenRequest request, DiagnosticScope lock) {
        LockMode mode = request.lock();
        if (integration.locked().isEmpty()) {
            String message = "The tools of \"" + integration.model().name() + "\" are not locked.";
            if (mode == LockMode.STRICT) {
                lock.error(message, LOCK);
            } else {
                lock.info(message, LOCK);
            }
            return;
        }
        Surface now = SurfaceReader.of(integration.model(), request.schemas());
        for (Change change : SurfaceDiff.between(integration.locked().get(), now)) {
            if (change.isBreaking() && mode == LockMode.WARN) {
                lock.warning(change.sentence() + ".", ACCEPT);
            } else if (change.isBreaking()) {
                lock.error(change.sentence() + ".", ACCEPT);
            } else if (change.kind() == Kind.TOOL_NEW && mode == LockMode.STRICT) {
                lock.error(change.sentence() + ", and not locked.", LOCK);
            }
        }
    }

    /** What changed since the tools were locked; an integration that is not locked has new tools only. */
    public List<SurfaceChanges> diff(CodegenRequest request, Diagnostics diagnostics) {
        Locks locks = new Locks(request.specs(), request.layout());
        return read(request, diagnostics).stream()
                .map(integration -> {
                    Surface now = SurfaceReader.of(integration.model(), request.schemas());
                    Surface before = integration.locked().orElse(new Surface(now.integration(), List.of()));
                    return new SurfaceChanges(
                            now.integration(),
                            locks.display(integration.source()),
                            integration.model().specFile(),
                            SurfaceDiff.between(before, now));
                })
                .toList();
    }

    /** What changed between two places with specifications, whatever is locked. Two places with one integration each are about the same one. */
    public List<SurfaceChanges> diff(
            CodegenRequest request, SpecInput.Root from, SpecInput.Root to, Diagnostics diagnostics) {
        Optional<String> only =
                OpenSpecs.onlyIntegration(from).isPresent() ? OpenSpecs.onlyIntegration(to) : Optional.empty();
        Map<String, ReadIntegration> before =
                unlocked(request, only.map(from::named).orElse(from), diagnostics);
        Map<String, ReadIntegration> after = unlocked(request, to, diagnostics);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<SurfaceChanges> changes = new ArrayList<>();
        for (String name : names) {
            changes.add(new SurfaceChanges(
                    name,
                    from.display(),
                    to.display(),
                    SurfaceDiff.between(surface(name, before, request), surface(name, after, request))));
        }
        return changes;
    }

    private static Surface surface(String name, Map<String, ReadIntegration> integrations, CodegenRequest request) {
        ReadIntegration integration = integrations.get(name);
        return integration == null
                ? new Surface(name, List.of())
                : SurfaceReader.of(integration.model(), request.schemas());
    }

    private Map<String, ReadIntegration> unlocked(
            CodegenRequest request, SpecInput.Root root, Diagnostics diagnostics) {
        SpecInput input = new SpecInput(List.of(root), root.path());
        Map<String, ReadIntegration> integrations = new LinkedHashMap<>();
        read(request.unlocked(input), diagnostics)
                .forEach(integration -> integrations.put(integration.model().name(), integration));
        return integrations;
    }

    private List<ReadIntegration> read(CodegenRequest request, Diagnostics diagnostics) {
        try (Progress steps = new Progress(progress)) {
            return new CatalogReader(request, diagnostics, steps).read();
        }
    }
}
