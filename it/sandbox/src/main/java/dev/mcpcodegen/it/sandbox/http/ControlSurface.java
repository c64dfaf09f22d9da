package dev.mcpcodegen.it.sandbox.http;

import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorRequest;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import dev.mcpcodegen.it.sandbox.vendor.VendorSandbox;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What tests ask of the sandbox itself, over HTTP: see what arrived, start over, let requests fail. */
final class ControlSurface {

    /** The first path segment of the control surface. */
    static final String NAME = "_sandbox";

    private final Map<String, VendorSandbox> vendors;
    private final RequestLog log;
    private final Faults faults;
    private final Routes routes = new Routes()
            .get("/requests", call -> requests())
            .delete("/requests", call -> forgetRequests())
            .post("/reset", call -> reset())
            .post("/faults", this::addFault);

    ControlSurface(Map<String, VendorSandbox> vendors, RequestLog log, Faults faults) {
        this.vendors = vendors;
        this.log = log;
        this.faults = faults;
    }

    VendorResponse answer(VendorRequest request) {
        try {
            return routes.answer(request);
        } catch (RefusedException e) {
            return VendorResponse.text(e.status(), String.join("\n", e.messages()));
        }
    }

    private VendorResponse requests() {
        ArrayNode requests = JsonNodeFactory.instance.arrayNode();
        log.all().forEach(request -> requests.add(request.toJson()));
        return VendorResponse.json(200, requests);
    }

    private VendorResponse forgetRequests() {
        log.clear();
        return VendorResponse.empty(204);
    }

    private VendorResponse reset() {
        faults.clear();
        vendors.values().forEach(VendorSandbox::reset);
        return VendorResponse.empty(204);
    }

    private VendorResponse addFault(RouteCall call) {
        if (!(call.request().body() instanceof ReceivedBody.Json body)) {
            throw new RefusedException(400, "A fault is a JSON object, sent as application/json.");
        }
        JsonNode json = body.value();
        Fault fault = Fault.fromJson(json);
        if (!vendors.containsKey(fault.vendor())) {
            throw new RefusedException(400, "\"vendor\" must be one of " + vendors.keySet() + ".");
        }
        if (fault.status() == null && fault.delay().isZero()) {
            throw new RefusedException(400, "A fault needs a \"status\" or \"delayMillis\".");
        }
        faults.add(fault, json.path("times").asInt(1));
        return VendorResponse.empty(204);
    }
}
