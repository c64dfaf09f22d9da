package dev.mcpcodegen.runtime.access;

import java.util.HashMap;
import java.util.Map;

/** Completes what a person logs in with by what the account says for all. Pure. */
final class PersonalLogin {

    private PersonalLogin() {}

    /** Returns the person's credential; one that is no login stays as it is. */
    static Credential of(Credential own, Credential shared, String person) {
        if (own instanceof Credential.All all) {
            return new Credential.All(all.credentials().stream()
                    .map(one -> of(one, shared, person))
                    .toList());
        }
        if (!(own instanceof Credential.Login login)) {
            return own;
        }
        Map<String, Secret> values = new HashMap<>();
        if (shared instanceof Credential.Login account) {
            values.putAll(account.values());
        }
        values.putAll(login.values());
        boolean isSharedWay = login.recipe() == null && shared instanceof Credential.Login;
        return new Credential.Login(
                isSharedWay ? ((Credential.Login) shared).recipe() : login.recipe(), Map.copyOf(values), person);
    }
}
