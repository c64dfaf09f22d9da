package dev.mcpcodegen.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.runtime.tool.DerivedValue;
import dev.mcpcodegen.runtime.tool.DerivedValue.Encoding;
import dev.mcpcodegen.runtime.tool.DerivedValue.Function;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.LoginRecipe;
import dev.mcpcodegen.runtime.tool.LoginRecipe.Found;
import dev.mcpcodegen.runtime.tool.LoginRecipe.In;
import dev.mcpcodegen.runtime.tool.LoginRecipe.Lifetime;
import dev.mcpcodegen.runtime.tool.LoginRecipe.Part;
import dev.mcpcodegen.runtime.tool.LoginRecipe.Place;
import dev.mcpcodegen.runtime.tool.SecurityScheme;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Logins, clients and persons in the configuration file. */
@NullUnmarked
class LoginConfigurationTest {

    private static final LoginRecipe RECIPE = LoginRecipe.request("POST", "/login")
            .json(body -> body.put("email", "{email}").put("password", "{password}"))
            .answer("token", "/token")
            .present(In.HEADER, "Authorization", "Bearer {token}")
            .present(In.HEADER, "X-API-Key", "{apiKey}")
            .build();

    private static final Integration CRM = integration().login(RECIPE).build();
    private static final Integration PERSONAL =
            integration().login(RECIPE).personOnly().build();

    private static Integration.Builder integration() {
        return Integration.builder("crm")
                .displayName("Crm")
                .baseUrl("https://crm.test")
                .tools(List.of(TestTool.of("list")));
    }

    private static final String LOGIN =
            "{type: login, values: {email: a@b.test, password: \"${PASSWORD}\", apiKey: key-1}}";

    private static StaticGrants read(String credential, String... grants) {
        String yaml = "accounts:\n  x:\n    tenant: acme\n    integration: crm\n    credential: " + credential
                + "\ngrants:\n  - "
                + String.join(
                        "\n  - ",
                        grants.length == 0 ? new String[] {"{id: a, account: x, token: 0123456789abcdef}"} : grants)
                + "\n";
        return new StaticGrantsReader(Map.of("PASSWORD", "canary-password")::get).read(yaml, "mcp.yaml");
    }

    private static Credential credential(StaticGrants grants, int grant) {
        return grants.credential(grants.grants().get(grant))
                .toCompletableFuture()
                .join();
    }

    @Test
    void readsWhatALoginAsksFor() {
        StaticGrants grants = read(LOGIN);
        assertThat(grants.validate(List.of(CRM))).isEmpty();
        Credential.Login login = (Credential.Login) credential(grants, 0);
        assertThat(login.recipe()).isNull();
        assertThat(login.person()).isNull();
        assertThat(login.values()).containsEntry("password", new Secret("canary-password"));
        assertThat(login.toString()).doesNotContain("canary");
    }

    @Test
    void tellsWhatALoginLacksAndWhatItDoesNotAskFor() {
        assertThat(read("{type: login, values: {email: a@b.test, user: ada}}").validate(List.of(CRM)))
                .containsExactly(
                        "mcp.yaml, accounts.x.credential.values: apiKey, password are missing. The login of Crm asks for"
                                + " email, password, apiKey.",
                        "mcp.yaml, accounts.x.credential.values: the login of Crm asks for no user. It asks for email,"
                                + " password, apiKey.");
        assertThat(read(LOGIN).validate(List.of(integration().build())))
                .containsExactly(
                        "mcp.yaml, accounts.x.credential.recipe: is missing, and Crm has none of its own. Write how an account"
                                + " logs in, or use another type.");
    }

    @Test
    void givesEachPersonALoginOfTheirOwnThatTheAccountCompletes() {
        StaticGrants grants = read(
                "{type: login, values: {apiKey: key-1}}",
                "{id: ada, account: x, token: 0123456789abcdea, subject: {type: person, id: ada},"
                        + " credential: {type: login, values: {email: ada@b.test, password: p-1}}}",
                "{id: bob, account: x, token: 0123456789abcdeb, subject: {type: person, id: bob},"
                        + " credential: {type: login, values: {token: t-1}}}");
        assertThat(grants.validate(List.of(PERSONAL))).isEmpty();
        Credential.Login ada = (Credential.Login) credential(grants, 0);
        assertThat(ada.person()).isEqualTo("ada");
        assertThat(ada.values()).containsOnlyKeys("apiKey", "email", "password");
        Credential.Login bob = (Credential.Login) credential(grants, 1);
        assertThat(bob.person()).isEqualTo("bob");
        assertThat(bob.values()).containsOnlyKeys("apiKey", "token");
    }

    @Test
    void refusesASharedCredentialWhereEverybodyActsAsThemselves() {
        StaticGrants grants =
                read(LOGIN, "{id: ada, account: x, token: 0123456789abcdea, subject: {type: person, id: ada}}");
        assertThat(grants.validate(List.of(PERSONAL)))
                .containsExactly(
                        "mcp.yaml, grants[0].credential: is missing. In Crm everybody acts as themselves: write the person's own"
                                + " login or session here.");
        assertThat(grants.validate(List.of(CRM))).isEmpty();
    }

    @Test
    void refusesACredentialOfItsOwnForWhatIsNoPerson() {
        assertThatThrownBy(() -> read(
                        LOGIN, "{id: a, account: x, token: 0123456789abcdef, credential: {type: bearer, token: abc}}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("grants[0].credential: only a person has one of its own.");
    }

    @Test
    void readsAnAccountsOwnRecipe() {
        StaticGrants grants = read("""

                      type: login
                      values: {user: ada, secret: s-1}
                      recipe:
                        request: POST /session/{user}
                        query: {v: "1"}
                        headers: {Signature: "{signature}"}
                        form: {user: "{user}"}
                        derived:
                          moment: {now: epochMillis}
                          once: {nonce: true}
                          pair: {text: "{user}:{secret}", as: base64}
                          signature: {hmacSha256: "{moment}{once}{body}", key: "{secret}", as: base64Url}
                        answer: {token: {header: X-Token}, sid: {cookie: SID}, id: /user/id}
                        expires: {after: P15D}
                        present:
                          headers: {Authorization: "Token {token}"}
                          cookies: {SID: "{sid}"}
                          query: {u: "{id}"}
                """);
        assertThat(grants.validate(List.of(CRM))).isEmpty();
        LoginRecipe recipe = ((Credential.Login) credential(grants, 0)).recipe();
        assertThat(recipe.method() + " " + recipe.path()).isEqualTo("POST /session/{user}");
        assertThat(recipe.request())
                .containsExactly(
                        new Part(In.QUERY, "v", "1"),
                        new Part(In.HEADER, "Signature", "{signature}"),
                        new Part(In.FORM, "user", "{user}"));
        assertThat(recipe.derived())
                .containsEntry("moment", DerivedValue.now("epochMillis"))
                .containsEntry("once", DerivedValue.nonce())
                .containsEntry("pair", DerivedValue.of(Function.TEXT, "{user}:{secret}", Encoding.BASE64))
                .containsEntry(
                        "signature",
                        DerivedValue.mac(
                                Function.HMAC_SHA256, "{moment}{once}{body}", "{secret}", Encoding.BASE64_URL));
        assertThat(recipe.answer())
                .containsEntry("token", new Found(Place.HEADER, "X-Token"))
                .containsEntry("sid", new Found(Place.COOKIE, "SID"))
                .containsEntry("id", new Found(Place.BODY, "/user/id"));
        assertThat(recipe.lifetime()).isEqualTo(new Lifetime.Fixed(Duration.ofDays(15)));
        assertThat(recipe.inputs()).containsExactlyInAnyOrder("user", "secret");
    }

    @Test
    void tellsEverythingThatIsWrongWithARecipe() {
        assertThatThrownBy(() -> read("""

                              type: login
                              recipe:
                                request: FETCH login
                        """))
                .hasMessageContaining("recipe.request: must be a method and a path, such as POST /login.");
        assertThatThrownBy(() -> read("""

                              type: login
                              recipe:
                                request: POST /login
                                headers: {"bad name": x}
                                form: {a: b}
                                json: {a: b}
                                derived:
                                  body: {md5: x}
                                  when: {now: "QQQQQQQQ"}
                                  odd: {md4: x}
                                  mac: {hmacSha1: x, key: y, as: octal}
                                answer: {token: access_token}
                                expires: {after: soon}
                                present: {body: x}
                        """))
                .hasMessageContaining("headers.bad name: is no name of an HTTP header or cookie.")
                .hasMessageContaining("recipe: a request has one body: write json or form.")
                .hasMessageContaining("derived.body: a name must consist of letters, digits and underscores")
                .hasMessageContaining("derived.when.now: must be a pattern such as")
                .hasMessageContaining("derived.odd: must have one of now, nonce, hmacMd5")
                .hasMessageContaining("derived.mac.as: must be hex, upperHex, base64 or base64Url")
                .hasMessageContaining("answer.token: must be a JSON Pointer such as /access_token.")
                .hasMessageContaining("expires.after: must be a duration such as PT12H or P15D.")
                .hasMessageContaining("present: unknown key \"body\".");
    }

    @Test
    void refusesASignatureThatSignsItself() {
        StaticGrants grants = read("""

                      type: login
                      recipe:
                        request: POST /login
                        json: {signature: "{signature}"}
                        derived: {signature: {md5: "{body}"}}
                        answer: {token: /token}
                        present: {headers: {X-Token: "{token}"}}
                """);
        assertThat(grants.validate(List.of(CRM)))
                .containsExactly(
                        "mcp.yaml, accounts.x.credential: the login needs \"signature\" to work out \"signature\". Correct its"
                                + " recipe.");
    }

    @Test
    void readsAnOAuthClientAndFindsItsTokenUrlInTheDocument() {
        String client = "{type: clientCredentials, clientId: id-1, clientSecret: s-1, scope: read, sendAs: post}";
        StaticGrants grants = read(client);
        assertThat(credential(grants, 0))
                .isEqualTo(new Credential.ClientCredentials(null, "id-1", new Secret("s-1"), true, "read", null));
        assertThat(grants.validate(List.of(CRM)))
                .containsExactly(
                        "mcp.yaml, accounts.x.credential.tokenUrl: is missing, and the document of Crm does not name"
                                + " exactly one. Write where its tokens are issued.");
        assertThat(grants.validate(List.of(integration()
                        .securityScheme(SecurityScheme.oauth2("o", null, "https://crm.test/token"))
                        .build())))
                .isEmpty();
        assertThatThrownBy(
                        () -> read(
                                "{type: clientCredentials, clientId: id-1, clientSecret: s-1, tokenUrl: \"http://x.test/t\", sendAs: jwt}"))
                .hasMessageContaining("sendAs: must be basic or post.")
                .hasMessageContaining("tokenUrl: http would send the secret unencrypted. Use https.");
    }

    @Test
    void readsACookie() {
        assertThat(credential(read("{type: cookie, name: SID, value: s-1}"), 0))
                .isEqualTo(new Credential.Cookie("SID", new Secret("s-1")));
        assertThatThrownBy(() -> read("{type: cookie, name: \"a b\", value: \"s;1\"}"))
                .hasMessageContaining("credential.name: is no name of a cookie.")
                .hasMessageContaining("credential.value: has characters that no cookie can carry");
    }
}
