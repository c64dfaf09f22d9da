package dev.mcpcodegen.it.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What came of one document. Written after every step, so that a process that dies leaves what it knew. */
@SuppressWarnings("NullAway.Init") // Jackson fills the fields
final class DocumentResult {

    /** Known at once, so that nothing is lost by a crash. */
    public String step = "start";

    public String status = "failed";
    public String version = "";
    public int operations;
    public int tools;
    public int undocumented;
    public int notTools;
    public int javaFiles;
    public long generateMs;
    public long compileMs;
    public long listBytes;
    public long heapMb;
    public String message = "";
    public int calls;
    public Map<String, Integer> notToolReasons = new LinkedHashMap<>();
    public List<Problem> problems = new ArrayList<>();

    /** One finding about one tool, or about the document where the tool is empty. */
    record Problem(String tool, String problem) {}

    private static final JsonMapper JSON = new JsonMapper();

    /** Writes all at once, so that nobody reads half of it. */
    void save(Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.writeString(partial, JSON.writeValueAsString(this));
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }

    static DocumentResult load(Path file) throws IOException {
        return Files.exists(file) ? JSON.readValue(Files.readString(file), DocumentResult.class) : new DocumentResult();
    }
}
