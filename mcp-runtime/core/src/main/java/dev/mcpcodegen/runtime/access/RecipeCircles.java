package dev.mcpcodegen.runtime.access;

import dev.mcpcodegen.runtime.tool.DerivedValue;
import dev.mcpcodegen.runtime.tool.LoginRecipe;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds values of a login that rest on themselves, as a signature of a body does that holds the signature. Pure. */
final class RecipeCircles {

    private final LoginRecipe recipe;

    private RecipeCircles(LoginRecipe recipe) {
        this.recipe = recipe;
    }

    /** Returns the name of such a value; null when there is none. */
    static @Nullable String find(LoginRecipe recipe) {
        RecipeCircles circles = new RecipeCircles(recipe);
        for (String name : recipe.derived().keySet()) {
            if (circles.reaches(name, name, new HashSet<>())) {
                return name;
            }
        }
        return null;
    }

    private boolean reaches(String from, String target, Set<String> seen) {
        for (String next : needs(from)) {
            if (next.equals(target) || (seen.add(next) && reaches(next, target, seen))) {
                return true;
            }
        }
        return false;
    }

    private Set<String> needs(String name) {
        if (name.equals(LoginRecipe.BODY)) {
            return recipe.bodyNames();
        }
        DerivedValue value = recipe.derived().get(name);
        if (value == null) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>(LoginRecipe.names(value.of()));
        if (value.key() != null) {
            names.addAll(LoginRecipe.names(value.key()));
        }
        return names;
    }
}
