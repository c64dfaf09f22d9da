package dev.mcpcodegen.runtime.servlet;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mcpcodegen.runtime.tool.FileContent;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.ResponseRules;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.util.List;

/** A vendor's tools for files. */
final class FileTools {

    private static final String FILE = """
            {"type": "object", "properties": {"filename": {"type": "string"}, "media_type": {"type": "string"},
             "content_base64": {"type": "string"}, "resource_uri": {"type": "string"}}}""";

    private FileTools() {}

    static Integration integration() {
        return Integration.builder("drive")
                .displayName("Drive")
                .tools(List.of(new Upload(), new UploadRaw(), new Download()))
                .build();
    }

    /** Sends a file with a field on either side of it. */
    static final class Upload implements UpstreamTool<Upload.Arguments, Object> {

        private static final ToolDescriptor DESCRIPTOR = ToolDescriptor.builder("upload")
                .resource("files")
                .method("upload")
                .describedBy("""
                        {"description": "Uploads.", "inputSchema": {"type": "object", "additionalProperties": false,
                         "properties": {"folder": {"type": "string"}, "file": %s, "other": %s, "note": {"type": "string"}}}}""".formatted(FILE, FILE))
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(Upload.Arguments arguments) {
            return UpstreamRequest.post("/files")
                    .multipartBody(body -> body.field("folder", arguments.folder())
                            .file("file", arguments.file())
                            .file("other", arguments.other())
                            .field("note", arguments.note()))
                    .build();
        }

        record Arguments(
                @JsonProperty("folder") String folder,
                @JsonProperty("file") FileContent file,
                @JsonProperty("other") FileContent other,
                @JsonProperty("note") String note) {}
    }

    /** Sends a file as the whole body. */
    static final class UploadRaw implements UpstreamTool<UploadRaw.Arguments, Object> {

        private static final ToolDescriptor DESCRIPTOR = ToolDescriptor.builder("upload_raw")
                .resource("files")
                .method("upload")
                .describedBy("""
                        {"description": "Uploads.", "inputSchema": {"type": "object", "additionalProperties": false,
                         "properties": {"body": %s}, "required": ["body"]}}""".formatted(FILE))
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(UploadRaw.Arguments arguments) {
            return UpstreamRequest.put("/files/raw").fileBody(arguments.body()).build();
        }

        record Arguments(@JsonProperty("body") FileContent body) {}
    }

    /** Fetches a file of a size. */
    static final class Download implements UpstreamTool<Download.Arguments, Object> {

        private static final ToolDescriptor DESCRIPTOR = ToolDescriptor.builder("download")
                .resource("files")
                .method("download")
                .readOnly()
                .response(ResponseRules.FILE.followingRedirect())
                .describedBy("""
                        {"description": "Downloads.", "inputSchema": {"type": "object", "additionalProperties": false,
                         "properties": {"from": {"type": "string"}, "size": {"type": "integer"}, "how": {"type": "string"}}}}""")
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public UpstreamRequest toRequest(Download.Arguments arguments) {
            return UpstreamRequest.get("/{from}/{size}/{how}")
                    .path("from", arguments.from())
                    .path("size", arguments.size())
                    .path("how", arguments.how())
                    .build();
        }

        record Arguments(
                @JsonProperty("from") String from,
                @JsonProperty("size") Long size,
                @JsonProperty("how") String how) {}
    }
}
