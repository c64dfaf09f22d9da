package dev.mcpcodegen.it.corpus.raw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One operation of a description. */
public final class RawOperation {

    private static final int LEAST_DESCRIPTION = 10;

    private final RawApi api;
    private final String method;
    private final String path;
    private final RawPlace item;
    private final RawPlace place;

    RawOperation(RawApi api, String method, String path, RawPlace item, RawPlace place) {
        this.api = api;
        this.method = method;
        this.path = path;
        this.item = item;
        this.place = place;
    }

    public RawApi api() {
        return api;
    }

    /** In upper case. */
    public String method() {
        return method;
    }

    /** The path template. */
    public String path() {
        return path;
    }

    public RawPlace item() {
        return item;
    }

    public RawPlace place() {
        return place;
    }

    /** Its parameters and those of its path item that it does not override; without those that make up the body. */
    public List<RawParameter> parameters() {
        return declared().stream()
                .filter(parameter ->
                        !parameter.in().equals("body") && !parameter.in().equals("formData"))
                .toList();
    }

    /** The parameter of a place and a name; the names of headers have no case. */
    public Optional<RawParameter> parameter(String in, String name) {
        return parameters().stream()
                .filter(parameter -> parameter.in().equals(in)
                        && (in.equals("header")
                                ? parameter.name().equalsIgnoreCase(name)
                                : parameter.name().equals(name)))
                .findFirst();
    }

    public Optional<RawBody> body() {
        if (api.isSwagger()) {
            RawPlace own = place.get("consumes");
            RawPlace consumes = own.isPresent() ? own : api.root().get("consumes");
            List<String> types = new ArrayList<>();
            consumes.node().forEach(type -> types.add(type.asString("")));
            return RawBody.of(declared(), types);
        }
        RawPlace body = api.files().follow(place.get("requestBody"));
        return body.isPresent() && !body.get("content").node().isEmpty()
                ? Optional.of(RawBody.of(body))
                : Optional.empty();
    }

    private List<RawParameter> declared() {
        Map<String, RawParameter> parameters = new LinkedHashMap<>();
        for (RawPlace list : List.of(item.get("parameters"), place.get("parameters"))) {
            for (int i = 0; i < list.node().size(); i++) {
                RawPlace parameter = api.files().follow(list.get(i));
                if (parameter.node().isObject()) {
                    RawParameter read = RawParameter.of(parameter, api.isSwagger());
                    parameters.put(read.toString(), read);
                }
            }
        }
        return List.copyOf(parameters.values());
    }

    /** Whether it has a description that says more than a name could. */
    public boolean isDocumented() {
        return place.text("description").strip().length() >= LEAST_DESCRIPTION;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
