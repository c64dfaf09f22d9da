package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.SecurityModel;
import dev.mcpcodegen.codegen.model.SecurityModel.Kind;
import dev.mcpcodegen.codegen.model.SecurityModel.Requirement;
import dev.mcpcodegen.codegen.model.SecurityModel.Scheme;
import dev.mcpcodegen.codegen.model.SecurityModel.Use;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads security schemes and what asks for them (OpenAPI 3.1, Security Scheme Object and Security Requirement Object). */
final class SecurityReader {

    private final DocumentTree tree;
    private final DocumentScope problems;
    private final Place corrected;
    private final DetectedSchemes detected;
    private final Map<String, Scheme> schemes = new LinkedHashMap<>();

    /** Reads the schemes of a document, or what {@code x-mcp.auth} has in their place. */
    SecurityReader(DocumentTree tree, List<OperationPlace> operations, DocumentScope problems) {
        this.tree = tree;
        this.problems = problems;
        this.corrected = tree.at("/x-mcp/auth");
        Place declared = tree.at("/components/securitySchemes");
        if (corrected.node().isArray()) {
            for (int i = 0; i < corrected.node().size(); i++) {
                add(correctedName(i), corrected.child(i));
            }
        } else {
            declared.node().fieldNames().forEachRemaining(name -> add(name, tree.follow(declared.child(name))));
        }
        boolean open = declared.node().isEmpty() && !corrected.node().isArray();
        this.detected = open ? DetectedSchemes.of(tree, operations, problems) : DetectedSchemes.none(tree);
        detected.schemes().forEach(scheme -> schemes.put(scheme.name(), scheme));
    }

    /** Whether the document declares none, so that parameters had to tell. */
    boolean isDetected() {
        return !detected.schemes().isEmpty();
    }

    List<Scheme> schemes() {
        return List.copyOf(schemes.values());
    }

    /** Returns what the whole API wants, unless an operation says something else; of corrected schemes any will do. */
    SecurityModel ofDocument() {
        if (corrected.node().isArray()) {
            return new SecurityModel(schemes.keySet().stream()
                    .map(name -> new Requirement(List.of(new Use(name, List.of()))))
                    .toList());
        }
        SecurityModel said = read(tree.at("/security"));
        return said == null ? SecurityModel.NONE : said;
    }

    /** Returns what an operation wants; null when it says nothing of its own. */
    @Nullable
    SecurityModel ofOperation(OperationPlace operation) {
        if (isDetected()) {
            return detected.ofOperation(operation);
        }
        Place said = operation.operation().child("security");
        return corrected.node().isArray() && !said.node().isEmpty() ? null : read(said);
    }

    private @Nullable SecurityModel read(Place requirements) {
        if (!requirements.node().isArray()) {
            return null;
        }
        List<Requirement> alternatives = new ArrayList<>();
        for (JsonNode alternative : requirements.node()) {
            List<Use> uses = new ArrayList<>();
            alternative.properties().forEach(use -> {
                if (schemes.containsKey(use.getKey())) {
                    uses.add(new Use(use.getKey(), texts(use.getValue())));
                } else {
                    problems.at(requirements.pointer())
                            .warning(
                                    "There is no security scheme \"" + use.getKey() + "\".",
                                    "Add it to components/securitySchemes in an overlay.");
                }
            });
            alternatives.add(new Requirement(List.copyOf(uses)));
        }
        return new SecurityModel(List.copyOf(alternatives));
    }

    private static String correctedName(int index) {
        return index == 0 ? "auth" : "auth" + (index + 1);
    }

    private void add(String name, Place place) {
        JsonNode node = place.node();
        String type = node.path("type").asText("");
        switch (type) {
            case "apiKey" ->
                put(
                        name,
                        Kind.API_KEY,
                        node.path("in").asText(""),
                        node.path("name").asText(""),
                        null,
                        null,
                        List.of());
            case "http" ->
                put(
                        name,
                        Kind.HTTP,
                        node.path("scheme").asText("").toLowerCase(Locale.ROOT),
                        "",
                        null,
                        null,
                        List.of());
            case "oauth2" -> oauth(name, node.path("flows"));
            case "openIdConnect" ->
                put(name, Kind.OPEN_ID_CONNECT, "", "", null, text(node, "openIdConnectUrl"), List.of());
            case "mutualTLS" -> put(name, Kind.MUTUAL_TLS, "", "", null, null, List.of());
            default ->
                problems.at(place.pointer())
                        .warning(
                                "The security scheme \"" + name + "\" is of no known type.",
                                "Use apiKey, http, oauth2, openIdConnect or mutualTLS.");
        }
    }

    /** Of several flows the one that a customer consents to first, else the first; the scopes of all. */
    private void oauth(String name, JsonNode flows) {
        JsonNode flow = flows.has("authorizationCode") ? flows.path("authorizationCode") : flows.path("");
        Set<String> scopes = new LinkedHashSet<>();
        for (JsonNode each : flows) {
            flow = flow.isMissingNode() ? each : flow;
            each.path("scopes").fieldNames().forEachRemaining(scopes::add);
        }
        put(name, Kind.OAUTH2, "", "", text(flow, "authorizationUrl"), text(flow, "tokenUrl"), List.copyOf(scopes));
    }

    private void put(
            String name,
            Kind kind,
            String in,
            String parameter,
            @Nullable String authorizationUrl,
            @Nullable String tokenUrl,
            List<String> scopes) {
        schemes.put(name, new Scheme(name, kind, in, parameter, authorizationUrl, tokenUrl, scopes));
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.path(key).isTextual() ? node.path(key).asText() : null;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }
}
