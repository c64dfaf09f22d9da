package dev.mcpcodegen.it.corpus.raw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The body that an operation takes.
 *
 * @param schemas the schema of each media type, in the document's order
 * @param fields the fields of a form of 2.0, which stand in for a schema
 * @param encodings what 3.x says on how properties are written
 */
public record RawBody(
        boolean required, Map<String, RawPlace> schemas, List<RawParameter> fields, List<RawPlace> encodings) {

    /** The body of 3.x. */
    static RawBody of(RawPlace declared) {
        Map<String, RawPlace> schemas = new LinkedHashMap<>();
        List<RawPlace> encodings = new ArrayList<>();
        RawPlace content = declared.get("content");
        for (String type : content.node().propertyNames()) {
            schemas.put(type, content.get(type).get("schema"));
            encodings.add(content.get(type).get("encoding"));
        }
        return new RawBody(declared.node().path("required").asBoolean(false), schemas, List.of(), encodings);
    }

    /** The body of 2.0, which is one parameter, or several that are fields. */
    static Optional<RawBody> of(List<RawParameter> parameters, List<String> consumes) {
        List<RawParameter> fields = new ArrayList<>();
        for (RawParameter parameter : parameters) {
            if (parameter.in().equals("body")) {
                Map<String, RawPlace> schemas = new LinkedHashMap<>();
                List<String> types = consumes.isEmpty() ? List.of("application/json") : consumes;
                types.forEach(type -> schemas.put(type, parameter.place().get("schema")));
                return Optional.of(new RawBody(parameter.required(), schemas, List.of(), List.of()));
            }
            if (parameter.in().equals("formData")) {
                fields.add(parameter);
            }
        }
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Map<String, RawPlace> schemas = new LinkedHashMap<>();
        boolean file =
                fields.stream().anyMatch(field -> field.place().text("type").equals("file"));
        RawPlace place = fields.get(0).place();
        consumes.stream()
                .filter(type -> isForm(type) && !(file && type.startsWith("application/")))
                .forEach(type -> schemas.put(type, place));
        if (schemas.isEmpty()) {
            schemas.put(file ? "multipart/form-data" : "application/x-www-form-urlencoded", place);
        }
        boolean required = fields.stream().anyMatch(RawParameter::required);
        return Optional.of(new RawBody(required, schemas, List.copyOf(fields), List.of()));
    }

    /** The schema of the declared media type that a sent one is an instance of. */
    public Optional<RawPlace> schemaOf(String mediaType) {
        String sent = essence(mediaType);
        Optional<RawPlace> same = schemas.entrySet().stream()
                .filter(declared -> essence(declared.getKey()).equals(sent))
                .map(Map.Entry::getValue)
                .findFirst();
        return same.or(() -> schemas.entrySet().stream()
                .filter(declared -> matches(essence(declared.getKey()), sent))
                .map(Map.Entry::getValue)
                .findFirst());
    }

    private static boolean matches(String declared, String sent) {
        return declared.equals("*/*")
                || declared.equals("*")
                || (declared.endsWith("/*") && sent.startsWith(declared.substring(0, declared.length() - 1)));
    }

    private static boolean isForm(String type) {
        return type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded");
    }

    private static String essence(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
