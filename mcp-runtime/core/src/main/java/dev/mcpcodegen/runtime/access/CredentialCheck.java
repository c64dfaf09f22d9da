package dev.mcpcodegen.runtime.access;

import dev.mcpcodegen.runtime.access.StaticGrants.AccountEntry;
import dev.mcpcodegen.runtime.access.StaticGrants.GrantEntry;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.LoginRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds the credential with which a grant's calls go out against what its integration asks for. Pure. */
final class CredentialCheck {

    private CredentialCheck() {}

    /** Returns every problem with its place and its cure. */
    static List<String> ofGrant(GrantEntry entry, AccountEntry account, Integration integration) {
        List<String> problems = new ArrayList<>();
        Credential own = entry.credential();
        boolean isPerson = entry.grant().subject() instanceof Subject.Person;
        if (integration.personOnly() && isPerson && own == null && !(account.credential() instanceof Credential.None)) {
            return List.of(entry.place() + ".credential: is missing. In " + integration.displayName()
                    + " everybody acts as themselves: write the person's own login or session here.");
        }
        Credential credential = own != null ? own : account.credential();
        String place = (own != null ? entry.place() : account.place()) + ".credential";
        check(place, credential, integration, problems);
        return problems;
    }

    private static void check(String place, Credential credential, Integration integration, List<String> problems) {
        if (credential instanceof Credential.All all) {
            all.credentials().forEach(one -> check(place, one, integration, problems));
        } else if (credential instanceof Credential.Login login) {
            check(place, login, integration, problems);
        } else if (credential instanceof Credential.ClientCredentials client
                && client.tokenUrl() == null
                && TokenUrls.of(integration).isEmpty()) {
            problems.add(place + ".tokenUrl: is missing, and the document of " + integration.displayName()
                    + " does not name exactly one. Write where its tokens are issued.");
        }
    }

    private static void check(String place, Credential.Login login, Integration integration, List<String> problems) {
        LoginRecipe recipe =
                login.recipe() != null ? login.recipe() : integration.login().orElse(null);
        if (recipe == null) {
            problems.add(place + ".recipe: is missing, and " + integration.displayName()
                    + " has none of its own. Write how an account logs in, or use another type.");
            return;
        }
        String circle = RecipeCircles.find(recipe);
        if (circle != null) {
            problems.add(
                    place + ": the login needs \"" + circle + "\" to work out \"" + circle + "\". Correct its recipe.");
        }
        Set<String> given = login.values().keySet();
        boolean isOver = given.containsAll(recipe.answer().keySet());
        Set<String> missing = new TreeSet<>(isOver ? recipe.presentedInputs() : recipe.inputs());
        missing.removeAll(given);
        if (!missing.isEmpty()) {
            problems.add(place + ".values: " + String.join(", ", missing) + (missing.size() == 1 ? " is" : " are")
                    + " missing. The login of " + integration.displayName() + " asks for "
                    + String.join(", ", recipe.inputs()) + ".");
        }
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(recipe.inputs());
        unknown.removeAll(recipe.answer().keySet());
        if (!unknown.isEmpty()) {
            problems.add(place + ".values: the login of " + integration.displayName() + " asks for no "
                    + String.join(", ", unknown) + ". It asks for " + String.join(", ", recipe.inputs()) + ".");
        }
    }
}
