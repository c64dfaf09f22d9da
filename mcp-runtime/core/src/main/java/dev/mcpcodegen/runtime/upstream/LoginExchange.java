package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.LoginRecipe;
import dev.mcpcodegen.runtime.tool.LoginRecipe.Part;
import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamRequestBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A login by a recipe. Pure, but for what a recipe derives from the moment or from chance. */
final class LoginExchange implements TokenExchange {

    // A token and what comes with it.
    private static final int MAX_ANSWER_BYTES = 256 * 1024;

    private final Integration integration;
    private final Account account;
    private final Credential.Login login;
    private final LoginRecipe recipe;

    private LoginExchange(Integration integration, Account account, Credential.Login login, LoginRecipe recipe) {
        this.integration = integration;
        this.account = account;
        this.login = login;
        this.recipe = recipe;
    }

    /**
     * Returns the exchange for an account's login.
     *
     * @throws UpstreamFailure if it has no recipe, or does not give all that the recipe asks for
     */
    static LoginExchange of(Integration integration, Account account, Credential.Login login) {
        LoginRecipe recipe =
                login.recipe() != null ? login.recipe() : integration.login().orElse(null);
        if (recipe == null) {
            throw LoginFailures.misconfigured(integration, "nothing says how an account logs in");
        }
        LoginExchange exchange = new LoginExchange(integration, account, login, recipe);
        if (!login.values().keySet().containsAll(exchange.isOver() ? recipe.presentedInputs() : recipe.inputs())) {
            throw LoginFailures.misconfigured(integration, "the account does not say all that its login asks for");
        }
        return exchange;
    }

    /** Whether somebody has logged in already, so that the account holds what the vendor answered. */
    boolean isOver() {
        return login.values().keySet().containsAll(recipe.answer().keySet());
    }

    /** Returns what calls carry where somebody has logged in already. */
    Credential presented() {
        return presented(Map.of(), Instant.now());
    }

    @Override
    public WireRequest request(Instant now) {
        LoginValues values = new LoginValues(recipe, login.values(), now);
        try {
            UpstreamRequest request = request(values);
            List<NameValue> headers = new ArrayList<>(request.headers());
            headers.add(new NameValue("Accept", "application/json"));
            return new WireRequest(
                    request.method(),
                    TargetUrl.of(integration, account, recipe.server(), request.target()),
                    List.copyOf(headers),
                    BodyWriter.write(values.body()),
                    account.allowPrivateAddress(),
                    MAX_ANSWER_BYTES);
        } catch (InvalidArgumentException e) {
            // Its message names a part of the recipe, which is no business of a caller's.
            throw LoginFailures.misconfigured(
                    integration, "a value of the account's login cannot stand where the recipe has it");
        }
    }

    private UpstreamRequest request(LoginValues values) {
        UpstreamRequestBuilder request = UpstreamRequest.method(recipe.method(), recipe.path());
        LoginRecipe.names(recipe.path()).forEach(name -> request.path(name, values.fill("{" + name + "}")));
        for (Part part : recipe.request()) {
            String value = values.fill(part.template());
            switch (part.in()) {
                case QUERY -> request.query(part.name(), value);
                case HEADER -> request.header(part.name(), value);
                case COOKIE -> request.cookie(part.name(), value);
                case FORM -> {
                    // Part of the body.
                }
            }
        }
        return RequestWriter.withCookieHeader(request.build());
    }

    @Override
    public Session read(VendorAnswer answer) {
        if (!answer.isSuccess()) {
            throw LoginFailures.refused(integration, answer, this::redact);
        }
        LoginAnswer read = new LoginAnswer(answer);
        Map<String, Secret> found = new HashMap<>();
        recipe.answer().forEach((name, where) -> found.put(name, found(read, answer, name, where)));
        return Session.of(
                presented(found, answer.receivedAt()),
                answer.receivedAt(),
                recipe.lifetime() == null ? null : read.seconds(recipe.lifetime()),
                ThreadLocalRandom.current().nextDouble(0.9, 1.1));
    }

    private Secret found(LoginAnswer read, VendorAnswer answer, String name, LoginRecipe.Found where) {
        String value = read.text(where);
        if (value == null || value.isBlank()) {
            throw LoginFailures.withoutToken(integration, answer.status(), "a \"" + name + "\" where one is expected");
        }
        return new Secret(value);
    }

    private Credential presented(Map<String, Secret> found, Instant now) {
        Map<String, Secret> all = new HashMap<>(login.values());
        all.putAll(found);
        LoginValues values = new LoginValues(recipe, all, now);
        List<Credential> credentials = new ArrayList<>();
        for (Part part : recipe.presented()) {
            Secret value = new Secret(values.fill(part.template()));
            credentials.add(
                    switch (part.in()) {
                        case HEADER -> new Credential.Header(part.name(), value);
                        case COOKIE -> new Credential.Cookie(part.name(), value);
                        case QUERY, FORM -> new Credential.Query(part.name(), value);
                    });
        }
        return new Credential.All(List.copyOf(credentials));
    }

    @Override
    public boolean isRepeatable() {
        return login.person() == null;
    }

    @Override
    public UpstreamFailure explain(Throwable failure) {
        return LoginFailures.explain(integration, failure);
    }

    @Override
    public UpstreamFailure ended() {
        return LoginFailures.ended(integration);
    }

    private String redact(String text) {
        return CredentialWriter.redact(
                text, login.values().values().stream().map(Secret::reveal).toList());
    }
}
