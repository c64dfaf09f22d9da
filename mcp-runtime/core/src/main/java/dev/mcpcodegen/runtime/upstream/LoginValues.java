package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.tool.LoginRecipe;
import dev.mcpcodegen.runtime.tool.LoginRecipe.In;
import dev.mcpcodegen.runtime.tool.LoginRecipe.Part;
import dev.mcpcodegen.runtime.tool.QueryParameter;
import dev.mcpcodegen.runtime.tool.RequestBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What the templates of one login stand for. A derived value is worked out once. Holds secrets, so it is never printed. */
final class LoginValues {

    private final LoginRecipe recipe;
    private final Map<String, Secret> given;
    private final Instant now;
    private final Map<String, String> derived = new HashMap<>();
    private @Nullable RequestBody body;

    LoginValues(LoginRecipe recipe, Map<String, Secret> given, Instant now) {
        this.recipe = recipe;
        this.given = given;
        this.now = now;
    }

    /** Returns a template with everything in its place. Recipes whose values rest on themselves are refused at the start. */
    String fill(String template) {
        return LoginRecipe.fill(template, this::value);
    }

    /** Returns the body of the login. */
    RequestBody body() {
        if (body == null) {
            body = write();
        }
        return body;
    }

    private String value(String name) {
        Secret value = given.get(name);
        if (value != null) {
            return value.reveal();
        }
        if (name.equals(LoginRecipe.BODY)) {
            BodyContent content = BodyWriter.write(body());
            return content == null ? "" : new String(content.bytes(), StandardCharsets.UTF_8);
        }
        String known = derived.get(name);
        if (known == null) {
            known = Derivation.of(recipe.derived().get(name), this::fill, now);
            derived.put(name, known);
        }
        return known;
    }

    private RequestBody write() {
        if (recipe.json() != null) {
            return new RequestBody.Json(filled(recipe.json()));
        }
        List<QueryParameter> fields = recipe.request().stream()
                .filter(part -> part.in() == In.FORM)
                .map(this::field)
                .toList();
        return fields.isEmpty() ? new RequestBody.None() : new RequestBody.Form(fields);
    }

    private QueryParameter field(Part part) {
        return new QueryParameter(part.name(), URLEncoder.encode(fill(part.template()), StandardCharsets.UTF_8));
    }

    private JsonNode filled(JsonNode template) {
        if (template.isString()) {
            return StringNode.valueOf(fill(template.stringValue()));
        }
        if (template instanceof ArrayNode array) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> filled.add(filled(element)));
            return filled;
        }
        if (template instanceof ObjectNode object) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            object.forEachEntry((name, value) -> filled.set(name, filled(value)));
            return filled;
        }
        return template;
    }
}
