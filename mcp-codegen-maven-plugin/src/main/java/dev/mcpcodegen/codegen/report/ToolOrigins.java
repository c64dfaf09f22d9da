package dev.mcpcodegen.codegen.report;

import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiParameter;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.RequestModel.ConstantModel;
import dev.mcpcodegen.codegen.model.ToolDirectives.ArgumentDirectives;
import dev.mcpcodegen.codegen.model.ToolIdentity;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.ToolOrigin;
import dev.mcpcodegen.codegen.model.ToolOrigin.Cause;
import dev.mcpcodegen.codegen.model.ToolOrigin.LeftOut;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds a tool against its operation and finds what of the operation became no argument, and why. */
public final class ToolOrigins {

    private final ApiDescription api;

    private ToolOrigins(ApiDescription api) {
        this.api = api;
    }

    /** The origin of each tool, by its name. */
    public static Map<String, ToolOrigin> of(ApiDescription api, IntegrationModel integration) {
        Map<ToolIdentity, ApiOperation> operations = new HashMap<>();
        api.operations().forEach(operation -> operations.put(operation.identity(), operation));
        ToolOrigins origins = new ToolOrigins(api);
        Map<String, ToolOrigin> byName = new LinkedHashMap<>();
        for (ToolModel tool : integration.tools()) {
            ApiOperation operation = operations.get(tool.operation().identity());
            if (operation != null) {
                byName.put(tool.name(), new ToolOrigin(operation.operationId(), origins.leftOut(operation, tool)));
            }
        }
        return byName;
    }

    private List<LeftOut> leftOut(ApiOperation operation, ToolModel tool) {
        List<LeftOut> leftOut = new ArrayList<>();
        for (ApiParameter parameter : operation.parameters()) {
            cause(parameter.property(), parameter.location(), tool)
                    .map(cause -> isHidden(parameter.property().name(), operation) ? Cause.HIDDEN : cause)
                    .ifPresent(cause ->
                            leftOut.add(new LeftOut(parameter.property().name(), parameter.location(), cause)));
        }
        for (PropertyModel property : bodyProperties(operation)) {
            boolean hidden = isHidden(property.name(), operation);
            cause(property, Location.BODY, tool)
                    // What is no argument of its own may still be part of one.
                    .filter(cause -> cause != Cause.HIDDEN || hidden)
                    .ifPresent(cause -> leftOut.add(new LeftOut(property.name(), Location.BODY, cause)));
        }
        // A body that is a union has no properties of its own, but its alternatives may share a constant.
        tool.request().constants().stream()
                .map(constant -> new LeftOut(
                        constant.place().wireName(), constant.place().location(), Cause.CONSTANT))
                .filter(constant -> !leftOut.contains(constant))
                .forEach(leftOut::add);
        return List.copyOf(leftOut);
    }

    private static boolean isHidden(String name, ApiOperation operation) {
        ArgumentDirectives directives = operation.directives().arguments().get(name);
        return directives != null && directives.hidden() && directives.constJson() == null;
    }

    /** Why something is no argument; empty when it is one. */
    private static Optional<Cause> cause(PropertyModel property, Location location, ToolModel tool) {
        String name = property.name();
        if (isAt(tool.arguments().stream(), name, location)) {
            return Optional.empty();
        }
        if (isAt(tool.request().constants().stream().map(ConstantModel::place), name, location)) {
            return Optional.of(Cause.CONSTANT);
        }
        if (location == Location.BODY && property.readOnly()) {
            return Optional.of(Cause.READ_ONLY);
        }
        if (tool.pages()
                .filter(paging -> paging.supplies(name, location == Location.BODY))
                .isPresent()) {
            return Optional.of(Cause.PAGING);
        }
        return Optional.of(location == Location.HEADER ? Cause.HEADER_OF_HTTP : Cause.HIDDEN);
    }

    private static boolean isAt(Stream<ArgumentModel> arguments, String wireName, Location location) {
        return arguments.anyMatch(argument ->
                argument.location() == location && argument.wireName().equals(wireName));
    }

    private List<PropertyModel> bodyProperties(ApiOperation operation) {
        if (operation.body() == null || !(operation.body().type() instanceof TypeModel.Reference reference)) {
            return List.of();
        }
        TypeDeclaration declaration = api.declarations().get(reference.key());
        return declaration != null && declaration.definition() instanceof ObjectDefinition object
                ? object.properties()
                : List.of();
    }
}
