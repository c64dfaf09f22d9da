package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.arguments.ArgumentReader;
import dev.mcpcodegen.runtime.arguments.ArgumentReading;
import dev.mcpcodegen.runtime.catalog.CatalogException;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.limit.AccountSlots;
import dev.mcpcodegen.runtime.tool.DynamicFields;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.upstream.UpstreamCall;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The tools whose arguments hold fields of an account: how they are listed, and how their calls are read. Thread-safe; never blocks. */
public final class DynamicTools {

    /** Requests of an account at a time, and how many may wait for their turn. */
    private static final int CALLS = 4;

    private static final int WAITING = 2_000;

    /** Of the texts of schemas; what is compiled of one weighs about ten times that. */
    private static final long MAX_READER_BYTES = 4L << 20;

    private final Map<CatalogTool<?>, DynamicTool<?>> tools;
    private final Set<String> fieldResources;
    private final FieldLoader loader;
    private final FieldListing listing;
    private final Executor executor;
    private final ViewsByFields<Reader> readers = new ViewsByFields<>(MAX_READER_BYTES, Reader::weight);

    private DynamicTools(
            Map<CatalogTool<?>, DynamicTool<?>> tools,
            FieldLoader loader,
            Timer timer,
            Executor executor,
            Clock clock) {
        this.tools = tools;
        this.fieldResources = tools.values().stream()
                .flatMap(tool -> tool.arguments().stream())
                .flatMap(argument -> argument.set().tools())
                .map(DynamicTools::resource)
                .collect(Collectors.toUnmodifiableSet());
        this.loader = loader;
        this.listing = new FieldListing(loader, timer, clock);
        this.executor = executor;
    }

    /**
     * Finds the tools that have such arguments, and all that they name.
     *
     * @param upstream calls a vendor
     * @param executor runs what follows a vendor's answer; its threads must not block
     * @throws CatalogException if what was generated does not fit together
     */
    public static DynamicTools of(
            ToolCatalog catalog,
            Function<UpstreamCall, CompletableFuture<ToolResult>> upstream,
            Timer timer,
            Executor executor,
            Clock clock) {
        List<String> problems = new ArrayList<>();
        Map<String, FieldSet> sets = new HashMap<>();
        Map<CatalogTool<?>, DynamicTool<?>> tools = new HashMap<>();
        catalog.tools()
                .filter(tool -> !tool.descriptor().dynamicFields().isEmpty())
                .forEach(tool -> tools.put(tool, dynamic(catalog, tool, sets, problems)));
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
        SourceCalls calls = new SourceCalls(upstream, new AccountSlots(CALLS, WAITING, executor));
        return new DynamicTools(tools, new FieldLoader(calls, clock), timer, executor, clock);
    }

    private static <A> DynamicTool<A> dynamic(
            ToolCatalog catalog, CatalogTool<A> tool, Map<String, FieldSet> sets, List<String> problems) {
        List<DynamicArgument> arguments = new ArrayList<>();
        for (DynamicFields declared : tool.descriptor().dynamicFields()) {
            try {
                FieldSet set = sets.get(declared.resource());
                if (set == null) {
                    set = FieldSetReader.read(catalog, tool, declared.resource());
                    sets.put(declared.resource(), set);
                }
                arguments.add(new DynamicArgument(declared, set));
            } catch (IllegalArgumentException e) {
                problems.add("Tool " + tool + ": " + e.getMessage());
            }
        }
        return new DynamicTool<>(tool, List.copyOf(arguments));
    }

    /** Describes those of {@code listed} that have fields, as a grant's account has them, within a few seconds. The stage never fails. */
    public CompletionStage<Described> describe(List<CatalogTool<?>> listed, Grant grant) {
        List<DynamicTool<?>> dynamic = new ArrayList<>();
        for (CatalogTool<?> tool : listed) {
            DynamicTool<?> found = tools.get(tool);
            if (found != null) {
                dynamic.add(found);
            }
        }
        return listing.describe(dynamic, grant);
    }

    /**
     * Returns how a call is read, and what that makes of its arguments. When the vendor cannot be asked for fields the arguments are read
     * as the document has them. The stage never fails.
     */
    public CompletionStage<ReadCall> read(CatalogTool<?> tool, ObjectNode arguments, Grant grant) {
        DynamicTool<?> dynamic = tools.get(tool);
        if (dynamic == null) {
            CallReading reading = CallReading.of(tool);
            return CompletableFuture.completedFuture(new ReadCall(reading, reading.read(arguments)));
        }
        CompletableFuture<AccountReading> first = reading(dynamic, arguments, grant);
        return first.thenCompose(reading -> {
            ReadCall read = new ReadCall(reading, reading.read(arguments));
            boolean mayBeOld = read.outcome() instanceof ArgumentReading.Invalid invalid
                    && reading.concernsFields(invalid)
                    && expire(dynamic, arguments, grant);
            return mayBeOld
                    ? reading(dynamic, arguments, grant).thenApply(anew -> new ReadCall(anew, anew.read(arguments)))
                    : CompletableFuture.completedFuture(read);
        });
    }

    /** Hears that a tool has changed something in an account, which may have been its fields. */
    public void changed(CatalogTool<?> tool, Grant grant) {
        if (fieldResources.contains(resource(tool))) {
            loader.forget(grant);
        }
    }

    /** What a tool works on, which is what it changes or lists. */
    private static String resource(CatalogTool<?> tool) {
        return tool.integration().name() + "/" + tool.descriptor().resource();
    }

    /**
     * What came of reading a call.
     *
     * @param reading reads and writes the same call's arguments later on
     */
    public record ReadCall(CallReading reading, ArgumentReading outcome) {}

    private CompletableFuture<AccountReading> reading(DynamicTool<?> tool, ObjectNode arguments, Grant grant) {
        Map<DynamicArgument, CompletableFuture<Optional<AccountFields>>> asked = new LinkedHashMap<>();
        for (DynamicArgument argument : tool.arguments()) {
            Map<String, String> owner = arguments.has(argument.property()) ? argument.owner(arguments) : null;
            if (owner != null) {
                asked.put(argument, fields(argument, owner, grant));
            }
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new));
        Function<Object, AccountReading> read = done -> {
            Map<DynamicArgument, AccountFields> known = new LinkedHashMap<>();
            asked.forEach((argument, fields) -> fields.join().ifPresent(found -> known.put(argument, found)));
            return new AccountReading(known, own -> reader(tool, known, own), () -> expire(tool, arguments, grant));
        };
        return all.isDone() ? all.thenApply(read) : all.thenApplyAsync(read, executor);
    }

    private CompletableFuture<Optional<AccountFields>> fields(
            DynamicArgument argument, Map<String, String> owner, Grant grant) {
        boolean writes = argument.declared().form() == DynamicFields.Form.VALUES;
        return (writes ? loader.withOptions(argument.set(), owner, grant) : loader.fields(argument.set(), owner, grant))
                .thenApply(kept -> Optional.of(kept.value()))
                .exceptionally(failure -> Optional.empty());
    }

    private boolean expire(DynamicTool<?> tool, ObjectNode arguments, Grant grant) {
        boolean expired = false;
        for (DynamicArgument argument : tool.arguments()) {
            Map<String, String> owner = argument.owner(arguments);
            expired |= owner != null && loader.expire(argument.set(), owner, grant);
        }
        return expired;
    }

    private ArgumentReader<?> reader(DynamicTool<?> tool, Map<DynamicArgument, AccountFields> known, boolean own) {
        List<Object> of = new ArrayList<>(List.of(tool, own));
        known.forEach((argument, fields) -> {
            of.add(argument.property());
            of.add(fields);
        });
        return readers.get(of, () -> new Reader(tool.reader(known, own), weight(known)))
                .reader();
    }

    private static long weight(Map<DynamicArgument, AccountFields> known) {
        return 4_000 + known.values().stream().mapToLong(AccountFields::weight).sum();
    }

    private record Reader(ArgumentReader<?> reader, long weight) {}
}
