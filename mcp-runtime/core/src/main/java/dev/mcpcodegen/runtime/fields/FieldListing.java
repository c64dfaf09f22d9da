package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import dev.mcpcodegen.runtime.fields.FieldCache.Kept;
import dev.mcpcodegen.runtime.fields.FieldReader.OwnerName;
import dev.mcpcodegen.runtime.fields.Shown.OwnerFields;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Describes tools with the fields of an account. A vendor that is slow or down delays a list by a few seconds at most. */
final class FieldListing {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration UNREAD_TTL = Duration.ofSeconds(10);
    private static final Duration ENDLESS = Duration.ofDays(1);
    private static final long MAX_DEFINITION_BYTES = 16L << 20;

    private final FieldLoader loader;
    private final Timer timer;
    private final Clock clock;
    private final ViewsByFields<byte[]> definitions =
            new ViewsByFields<>(MAX_DEFINITION_BYTES, definition -> definition.length + 500);

    FieldListing(FieldLoader loader, Timer timer, Clock clock) {
        this.loader = loader;
        this.timer = timer;
        this.clock = clock;
    }

    CompletionStage<Described> describe(List<DynamicTool<?>> tools, Grant grant) {
        CompletableFuture<Known> timeIsUp = new CompletableFuture<>();
        Map<DynamicTool<?>, Map<DynamicArgument, CompletableFuture<Known>>> asked = new LinkedHashMap<>();
        List<CompletableFuture<Known>> all = new ArrayList<>();
        for (DynamicTool<?> tool : tools) {
            Map<DynamicArgument, CompletableFuture<Known>> ofTool = new LinkedHashMap<>();
            for (DynamicArgument argument : tool.arguments()) {
                CompletableFuture<Known> known = known(argument, grant).exceptionally(failure -> unread());
                ofTool.put(argument, known.isDone() ? known : known.applyToEither(timeIsUp, either -> either));
            }
            asked.put(tool, ofTool);
            all.addAll(ofTool.values());
        }
        CompletableFuture<Void> done = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
        if (!done.isDone()) {
            Future<?> alarm = timer.after(PATIENCE, () -> timeIsUp.complete(unread()));
            done = done.whenComplete((known, failure) -> alarm.cancel(false));
        }
        return done.thenApply(known -> described(asked));
    }

    private Described described(Map<DynamicTool<?>, Map<DynamicArgument, CompletableFuture<Known>>> asked) {
        Map<CatalogTool<?>, byte[]> described = new HashMap<>();
        Instant now = clock.instant();
        Instant until = now.plus(ENDLESS);
        for (Map.Entry<DynamicTool<?>, Map<DynamicArgument, CompletableFuture<Known>>> tool : asked.entrySet()) {
            Map<DynamicArgument, Shown> shown = new LinkedHashMap<>();
            List<Object> of = new ArrayList<>(List.of(tool.getKey()));
            for (Map.Entry<DynamicArgument, CompletableFuture<Known>> argument :
                    tool.getValue().entrySet()) {
                Known known = argument.getValue().join();
                shown.put(argument.getKey(), known.shown);
                of.add(known.shown);
                until = known.until.isBefore(until) ? known.until : until;
            }
            described.put(
                    tool.getKey().tool(),
                    definitions.get(of, () -> tool.getKey().definition(shown)));
        }
        Duration goodFor = Duration.between(now, until);
        return new Described(described, goodFor.isNegative() ? Duration.ZERO : goodFor);
    }

    private CompletableFuture<Known> known(DynamicArgument argument, Grant grant) {
        FieldSet set = argument.set();
        List<String> chosen = argument.chosen();
        if (chosen.isEmpty()) {
            return loader.withOptions(set, argument.declared().constants(), grant)
                    .thenApply(kept -> new Known(new Shown.One(kept.value()), kept.expiresAt()));
        }
        FieldSet.Owners owners = set.owners();
        if (owners == null || chosen.size() > 1) {
            return CompletableFuture.completedFuture(
                    new Known(new Shown.Depending(), clock.instant().plus(ENDLESS)));
        }
        return loader.owners(set, owners, grant).thenCompose(names -> several(argument, owners.max(), names, grant));
    }

    /** Owners whose fields cannot be read are left out; of none, there is nothing to show. */
    private CompletableFuture<Known> several(
            DynamicArgument argument, int max, Kept<List<OwnerName>> names, Grant grant) {
        List<OwnerName> first = names.value().stream().limit(max).toList();
        List<CompletableFuture<Optional<Kept<AccountFields>>>> fields = first.stream()
                .map(name -> loader.fields(argument.set(), argument.ownerNamed(name.key()), grant)
                        .thenApply(Optional::of)
                        .exceptionally(failure -> Optional.empty()))
                .toList();
        return CompletableFuture.allOf(fields.toArray(CompletableFuture[]::new)).thenApply(done -> {
            List<OwnerFields> owners = new ArrayList<>();
            for (int i = 0; i < first.size(); i++) {
                String title = first.get(i).title();
                fields.get(i).join().ifPresent(kept -> owners.add(new OwnerFields(title, kept.value())));
            }
            Instant until = Stream.concat(
                            Stream.of(names.expiresAt()),
                            fields.stream()
                                    .map(field -> field.join()
                                            .map(Kept::expiresAt)
                                            .orElseGet(() -> clock.instant().plus(UNREAD_TTL))))
                    .min(Instant::compareTo)
                    .orElseThrow();
            return owners.isEmpty() && !first.isEmpty()
                    ? unread()
                    : new Known(new Shown.Several(owners, names.value().size() - owners.size()), until);
        });
    }

    private Known unread() {
        return new Known(new Shown.Unread(), clock.instant().plus(UNREAD_TTL));
    }

    /**
     * What there is to show.
     *
     * @param until when to ask again
     */
    private record Known(Shown shown, Instant until) {}
}
