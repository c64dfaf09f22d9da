package dev.mcpcodegen.codegen.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells whether a run would change nothing, from a state file that the latest complete run left. Size and time of a file are believed when
 * both are the same; else its bytes decide. Anything unreadable in the state means that the run is needed.
 */
public final class UpToDateCheck {

    private static final String FORMAT = "mcp-codegen 2";

    private final Path stateFile;
    private final Path base;

    /**
     * @param stateFile one for each execution
     * @param base what paths in the state are relative to: the project
     */
    public UpToDateCheck(Path stateFile, Path base) {
        this.stateFile = stateFile;
        this.base = base.toAbsolutePath().normalize();
    }

    /** Whether inputs and settings are those of the latest run and all it wrote is still there. */
    public boolean canSkip(UpToDateKey key) throws IOException {
        Optional<State> state = read();
        return state.isPresent()
                && state.get().settings().equals(key.settings())
                && sameInputs(state.get().inputs(), files(key.inputs()))
                && allThere(state.get().outputs());
    }

    /** Before a run changes anything: until {@link #remember}, no run can be skipped. */
    public void forget() throws IOException {
        Files.deleteIfExists(stateFile);
    }

    /**
     * After a run: remembers what it read and wrote.
     *
     * @param outputs every file that must be there for a run to be skipped
     */
    public void remember(UpToDateKey key, Collection<Path> outputs) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(FORMAT);
        lines.add(key.settings());
        SortedMap<String, Path> written = new TreeMap<>();
        outputs.forEach(file -> written.put(relative(file), file));
        lines.addAll(states("in ", files(key.inputs())));
        lines.addAll(states("out ", written));
        AtomicFiles.write(stateFile, String.join("\n", lines) + "\n");
    }

    private static List<String> states(String prefix, SortedMap<String, Path> files) throws IOException {
        try {
            return files.entrySet().parallelStream()
                    .map(file -> prefix + state(file.getKey(), file.getValue()).line())
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static FileState state(String path, Path file) {
        try {
            return FileState.of(path, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean sameInputs(List<FileState> states, SortedMap<String, Path> files) throws IOException {
        if (states.size() != files.size()) {
            return false;
        }
        for (FileState state : states) {
            Path file = files.get(state.path());
            if (file == null || !state.matches(file)) {
                return false;
            }
        }
        return true;
    }

    /** Asks on all cores, because a disk is waited for. */
    private boolean allThere(List<FileState> outputs) throws IOException {
        try {
            return outputs.parallelStream().allMatch(this::isThere);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean isThere(FileState output) {
        try {
            return output.matches(base.resolve(output.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every regular file among these and below them, by its path relative to the project. */
    private SortedMap<String, Path> files(Collection<Path> roots) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (Path root : roots) {
            if (!Files.exists(root)) {
                continue;
            }
            try (Stream<Path> below = Files.walk(root)) {
                below.filter(Files::isRegularFile).forEach(file -> files.put(relative(file), file));
            }
        }
        return files;
    }

    private String relative(Path file) {
        return base.relativize(file.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/')
                .replace('\n', ' ');
    }

    private Optional<State> read() throws IOException {
        if (!Files.isRegularFile(stateFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(stateFile);
        if (lines.size() < 2 || !lines.get(0).equals(FORMAT)) {
            return Optional.empty();
        }
        State state = new State(lines.get(1), new ArrayList<>(), new ArrayList<>());
        for (String line : lines.subList(2, lines.size())) {
            boolean input = line.startsWith("in ");
            Optional<FileState> file = FileState.parse(line.substring(line.indexOf(' ') + 1));
            if (file.isEmpty() || !(input || line.startsWith("out "))) {
                return Optional.empty();
            }
            (input ? state.inputs() : state.outputs()).add(file.get());
        }
        return Optional.of(state);
    }

    private record State(String settings, List<FileState> inputs, List<FileState> outputs) {}
}
