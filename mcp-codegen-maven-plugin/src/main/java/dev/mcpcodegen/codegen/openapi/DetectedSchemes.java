package dev.mcpcodegen.codegen.openapi;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.SecurityModel;
import dev.mcpcodegen.codegen.model.SecurityModel.Kind;
import dev.mcpcodegen.codegen.model.SecurityModel.Requirement;
import dev.mcpcodegen.codegen.model.SecurityModel.Scheme;
import dev.mcpcodegen.codegen.model.SecurityModel.Use;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Security schemes of a document that declares none: some describe the API key as a parameter of every operation. As a scheme an account
 * is asked for it once, and no model ever sees it.
 */
final class DetectedSchemes {

    private final DocumentTree tree;
    private final Map<String, Scheme> schemes = new LinkedHashMap<>();

    private DetectedSchemes(DocumentTree tree) {
        this.tree = tree;
    }

    /** Nothing is detected where schemes are declared. */
    static DetectedSchemes none(DocumentTree tree) {
        return new DetectedSchemes(tree);
    }

    static DetectedSchemes of(DocumentTree tree, List<OperationPlace> operations, DocumentScope problems) {
        DetectedSchemes detected = new DetectedSchemes(tree);
        for (OperationPlace operation : operations) {
            for (Place parameter : detected.credentials(operation)) {
                detected.add(parameter, problems);
            }
        }
        return detected;
    }

    List<Scheme> schemes() {
        return List.copyOf(schemes.values());
    }

    /** What an operation wants: all that it requires together, else any of what it takes, or nothing. Null where it takes none. */
    @Nullable
    SecurityModel ofOperation(OperationPlace operation) {
        List<Use> required = new ArrayList<>();
        List<Requirement> optional = new ArrayList<>();
        for (Place parameter : credentials(operation)) {
            Scheme scheme = schemes.get(key(parameter));
            if (scheme != null) {
                Use use = new Use(scheme.name(), List.of());
                if (parameter.node().path("required").asBoolean(false)) {
                    required.add(use);
                } else {
                    optional.add(new Requirement(List.of(use)));
                }
            }
        }
        if (!required.isEmpty()) {
            return new SecurityModel(List.of(new Requirement(List.copyOf(required))));
        } else if (optional.isEmpty()) {
            return null;
        }
        optional.add(new Requirement(List.of()));
        return new SecurityModel(List.copyOf(optional));
    }

    private List<Place> credentials(OperationPlace operation) {
        Map<String, Place> credentials = new LinkedHashMap<>();
        for (Place list : List.of(
                operation.pathItem().child("parameters"), operation.operation().child("parameters"))) {
            for (int i = 0; i < list.node().size(); i++) {
                Place parameter = tree.follow(list.child(i));
                if (Credentials.looksLikeOne(parameter.node(), operation.path())) {
                    credentials.put(key(parameter), parameter);
                }
            }
        }
        return List.copyOf(credentials.values());
    }

    private void add(Place parameter, DocumentScope problems) {
        String key = key(parameter);
        if (schemes.containsKey(key)) {
            return;
        }
        String in = parameter.node().path("in").asText();
        String name = parameter.node().path("name").asText();
        boolean taken =
                schemes.values().stream().anyMatch(scheme -> scheme.name().equals(name));
        schemes.put(key, new Scheme(taken ? name + "_" + in : name, Kind.API_KEY, in, name, null, null, List.of()));
        problems.at(parameter.pointer())
                .info(
                        "\"" + name + "\" (" + in
                                + ") is taken for the API's credential: the document declares no security"
                                + " scheme. It becomes one, and is no argument.",
                        "Declare a security scheme in an overlay; or say `x-mcp: {auth: []}` at its root, and it is an argument.");
    }

    private static String key(Place parameter) {
        return Credentials.key(
                parameter.node().path("in").asText(),
                parameter.node().path("name").asText());
    }
}
