package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.fields.FieldCache.Kept;
import dev.mcpcodegen.runtime.fields.FieldKey.Part;
import dev.mcpcodegen.runtime.fields.FieldReader.OwnerName;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets the fields of an owner from the cache, or from the vendor. Thread-safe; never blocks. */
final class FieldLoader {

    private static final Logger LOG = LoggerFactory.getLogger(FieldLoader.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long MAX_FIELD_BYTES = 32L << 20;
    private static final long MAX_OWNER_BYTES = 4L << 20;

    private final SourceCalls calls;
    private final Clock clock;
    private final FieldCache<AccountFields> fields;
    private final FieldCache<List<OwnerName>> owners;

    FieldLoader(SourceCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
        // The same fields stay the same object, so that what was made of them stays good.
        this.fields = new FieldCache<>(
                clock, MAX_FIELD_BYTES, AccountFields::weight, (old, now) -> now.sameAs(old) ? old : now);
        this.owners = new FieldCache<>(
                clock, MAX_OWNER_BYTES, names -> 100 + 300L * names.size(), (old, now) -> now.equals(old) ? old : now);
    }

    /** The fields of an owner; with the options of each, which may take a request a field. */
    CompletableFuture<Kept<AccountFields>> withOptions(FieldSet set, Map<String, String> owner, Grant grant) {
        boolean asks = set.options().stream().anyMatch(options -> options.source() != null);
        return asks
                ? fields.get(
                        FieldKey.of(grant, set, owner, Part.FIELDS_WITH_OPTIONS),
                        set.ttl(),
                        () -> fields(set, owner, grant)
                                .thenCompose(plain -> addOptions(plain.value(), set, owner, grant)))
                : fields(set, owner, grant);
    }

    /** The fields of an owner, without options that have to be asked for. */
    CompletableFuture<Kept<AccountFields>> fields(FieldSet set, Map<String, String> owner, Grant grant) {
        return fields.get(
                FieldKey.of(grant, set, owner, Part.FIELDS),
                set.ttl(),
                () -> calls.list(
                                set.source(),
                                set.source().arguments(owner, null, ToolJson.MAPPER.createObjectNode()),
                                grant,
                                deadline())
                        .thenApply(listed ->
                                new AccountFields(new FieldReader(set).fields(listed.items()), listed.isWhole()))
                        .whenComplete((read, failure) -> tell(set, grant, failure)));
    }

    /** Those that have fields. */
    CompletableFuture<Kept<List<OwnerName>>> owners(FieldSet set, FieldSet.Owners rules, Grant grant) {
        return owners.get(
                FieldKey.of(grant, set, Map.of(), Part.OWNERS),
                set.ttl(),
                () -> calls.list(
                                rules.source(),
                                rules.source().arguments(Map.of(), null, ToolJson.MAPPER.createObjectNode()),
                                grant,
                                deadline())
                        .thenApply(listed -> FieldReader.owners(rules, listed.items()))
                        .whenComplete((read, failure) -> tell(set, grant, failure)));
    }

    /**
     * Makes the next one who asks for an owner's fields read them anew.
     *
     * @return false if that was done a moment ago
     */
    boolean expire(FieldSet set, Map<String, String> owner, Grant grant) {
        boolean expired = fields.expire(FieldKey.of(grant, set, owner, Part.FIELDS));
        if (expired) {
            fields.expire(FieldKey.of(grant, set, owner, Part.FIELDS_WITH_OPTIONS));
        }
        return expired;
    }

    /** Makes everything of an account be read anew: something in it has just been changed. */
    void forget(Grant grant) {
        Account account = grant.account();
        Predicate<FieldKey> ofAccount =
                key -> key.tenant().equals(account.tenant()) && key.account().equals(account.id());
        fields.expire(ofAccount);
        owners.expire(ofAccount);
    }

    /** A field whose options cannot be read takes any value: the vendor will say what it thinks of it. */
    private CompletableFuture<AccountFields> addOptions(
            AccountFields plain, FieldSet set, Map<String, String> owner, Grant grant) {
        Instant deadline = deadline();
        List<CompletableFuture<Field>> complete = new ArrayList<>();
        for (Field field : plain.all()) {
            FieldSet.Options options = set.optionsOf(field.type());
            complete.add(
                    options == null || options.source() == null
                            ? CompletableFuture.completedFuture(field)
                            : addOptions(field, options, options.source(), owner, grant, deadline)
                                    .exceptionally(failure -> {
                                        tell(set, grant, failure);
                                        return field;
                                    }));
        }
        return CompletableFuture.allOf(complete.toArray(CompletableFuture[]::new))
                .thenApply(done -> new AccountFields(
                        complete.stream().map(CompletableFuture::join).toList(), plain.isWhole()));
    }

    private CompletableFuture<Field> addOptions(
            Field field,
            FieldSet.Options rules,
            FieldSet.Source source,
            Map<String, String> owner,
            Grant grant,
            Instant deadline) {
        return calls.list(
                        source,
                        source.arguments(owner, field.key(), ToolJson.MAPPER.createObjectNode()),
                        grant,
                        deadline)
                .thenApply(listed -> field.with(FieldReader.choice(rules, listed.items(), listed.isWhole())));
    }

    private Instant deadline() {
        return clock.instant().plus(PATIENCE);
    }

    private static void tell(FieldSet set, Grant grant, Throwable failure) {
        if (failure != null) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            LOG.warn(
                    "The fields {} of account {} could not be read: {}",
                    set.name(),
                    grant.account().id(),
                    cause.getMessage());
        }
    }
}
