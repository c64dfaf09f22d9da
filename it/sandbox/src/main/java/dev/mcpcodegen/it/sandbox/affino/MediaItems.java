package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Records about pictures and documents, and the files in them. */
final class MediaItems extends Family {

    static final String CODE = "MediaFileItemCode";

    private static final String LIST = "/media-items";
    private static final String FILE_CODE = "FileCode";
    private static final String FILES = LIST + "/{" + CODE + "}/files";
    private static final Shape CREATION = values(Answers.shape().required("Title", ValueType.TEXT));
    private static final Shape CHANGE = values(Answers.shape().optional("Title", ValueType.TEXT));
    private static final Shape UPLOAD =
            Answers.shape().optional("FileName", ValueType.TEXT).optional("MimeType", ValueType.TEXT);

    MediaItems(AffinoRecords records) {
        super(records, LIST, CODE);
    }

    private static Shape values(Shape shape) {
        return shape.optional("Description", ValueType.TEXT).optional("CategoryCode", ValueType.TEXT);
    }

    @Override
    void addTo(Routes routes) {
        super.addTo(routes);
        routes.get(FILES, call -> Answers.whole(files(item(call))))
                .post(FILES, this::upload)
                .delete(FILES + "/{id}", this::deleteFile);
    }

    @Override
    Shape filters() {
        return Answers.shape().optional("Keyword", ValueType.TEXT).optional("CategoryCode", ValueType.TEXT);
    }

    @Override
    Shape creation() {
        return CREATION;
    }

    @Override
    Shape change() {
        return CHANGE;
    }

    @Override
    void decorate(ObjectNode view, ObjectNode stored) {
        ArrayNode files = view.putArray("Files");
        files(stored).forEach(files::add);
    }

    @Override
    void deleted(ObjectNode stored) {
        String item = AffinoRecords.code(stored);
        records().named(FILE_CODE).removeIf(file -> file.path(CODE).asString("").equals(item));
        records().named(ArticleSteps.CODE).all().forEach(step -> ArticleSteps.remove(step, item));
    }

    private ObjectNode item(RouteCall call) {
        return records().find(CODE, call.variable(CODE));
    }

    private VendorResponse upload(RouteCall call) {
        ObjectNode item = item(call);
        ObjectNode input = call.body(UPLOAD);
        List<Part> parts = call.request().files();
        if (parts.size() != 1 || !parts.get(0).name().equals("File")) {
            throw new RefusedException(400, "One file is required, as the part File.");
        }
        Part part = parts.get(0);
        String sentType = Objects.requireNonNullElse(part.mediaType(), "application/octet-stream");
        addFile(
                records(),
                AffinoRecords.code(item),
                input.path("FileName").asString(Objects.requireNonNullElse(part.fileName(), "file")),
                input.path("MimeType").asString(sentType),
                part.size());
        return answer(item);
    }

    static void addFile(AffinoRecords records, String item, String fileName, String mediaType, int size) {
        records.named(FILE_CODE)
                .create(JsonNodeFactory.instance
                        .objectNode()
                        .put(CODE, item)
                        .put("FileName", fileName)
                        .put("MimeType", mediaType)
                        .put("Size", size));
    }

    private VendorResponse deleteFile(RouteCall call) {
        ObjectNode item = item(call);
        ObjectNode file = records().find(FILE_CODE, call.variable("id"));
        if (!file.path(CODE).asString("").equals(AffinoRecords.code(item))) {
            throw new RefusedException(404, "The media item has no " + FILE_CODE + " " + call.variable("id") + ".");
        }
        records().named(FILE_CODE).remove(file);
        return Answers.success();
    }

    private List<ObjectNode> files(ObjectNode item) {
        String code = AffinoRecords.code(item);
        return records()
                .named(FILE_CODE)
                .where(file -> file.path(CODE).asString("").equals(code))
                .map(file -> {
                    ObjectNode view = JsonNodeFactory.instance.objectNode().put(FILE_CODE, AffinoRecords.code(file));
                    view.setAll(file.deepCopy());
                    view.remove(List.of("id", CODE));
                    return view.put("Url", "https://fieldpress.example/media/" + AffinoRecords.code(file));
                })
                .toList();
    }
}
