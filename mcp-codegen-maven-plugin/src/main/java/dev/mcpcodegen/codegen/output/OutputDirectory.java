package dev.mcpcodegen.codegen.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * A folder that holds exactly the files of the latest run, beside files of others, which stay as they are.
 *
 * <p>The manifest lists what a run wrote. It disappears before the first change and comes back after the last one; meanwhile a journal
 * names every file that may be ours, so the run after an interrupted one leaves the same tree as if nothing had happened.
 */
public final class OutputDirectory {

    private final ConfinedRoot root;
    private final PathList manifest;
    private final PathList journal;

    /**
     * @param root what is written lies below it; made when it is missing
     * @param manifest the file that lists what a run wrote; outside of folders that are packaged
     */
    public OutputDirectory(Path root, Path manifest) {
        this.root = new ConfinedRoot(root);
        this.manifest = new PathList(manifest);
        this.journal = new PathList(manifest.resolveSibling(manifest.getFileName() + ".journal"));
    }

    /**
     * Makes the folder hold these files and none of an earlier run.
     *
     * @throws IllegalArgumentException if a path leaves the root or two paths differ in case only; nothing has been touched then
     * @throws IOException if the disk refuses, or a folder on the way is a symbolic link
     */
    public OutputChanges write(Collection<GeneratedFile> files) throws IOException {
        Map<String, GeneratedFile> wanted = byPath(files);
        SortedSet<String> known = new TreeSet<>(manifest.read());
        known.addAll(journal.read());
        for (String path : known) {
            root.resolve(path);
        }

        begin(known, wanted.keySet());
        Set<String> written = writeChanged(wanted.values());
        List<String> unchanged =
                wanted.keySet().stream().filter(path -> !written.contains(path)).toList();
        List<String> deleted = deleteStale(known, wanted);
        manifest.write(wanted.keySet());
        journal.delete();
        return new OutputChanges(List.copyOf(written), unchanged, List.copyOf(deleted));
    }

    private Map<String, GeneratedFile> byPath(Collection<GeneratedFile> files) {
        Map<String, GeneratedFile> wanted = new TreeMap<>();
        SortedSet<String> ignoringCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (GeneratedFile file : files) {
            root.resolve(file.path());
            if (!ignoringCase.add(file.path())) {
                throw new IllegalArgumentException("Two files are called " + file.path() + ", apart from case.");
            }
            wanted.put(file.path(), file);
        }
        return wanted;
    }

    private void begin(SortedSet<String> known, Collection<String> wanted) throws IOException {
        for (String path : journal.read()) {
            root.deleteIfExists(temporary(path));
        }
        SortedSet<String> ours = new TreeSet<>(known);
        ours.addAll(wanted);
        journal.write(ours);
        manifest.delete();
    }

    /**
     * Writes on all cores, because a disk is waited for; returns the paths of what was not there already, in order. A failure is thrown when
     * all have ended: a parallel stream that throws leaves others at work, and they would write into what the next run makes.
     */
    private Set<String> writeChanged(Collection<GeneratedFile> files) throws IOException {
        Queue<IOException> failures = new ConcurrentLinkedQueue<>();
        Set<String> written = files.parallelStream()
                .filter(file -> failures.isEmpty() && writeIfChanged(file, failures))
                .map(GeneratedFile::path)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        IOException first = failures.peek();
        if (first != null) {
            throw first;
        }
        return written;
    }

    private boolean writeIfChanged(GeneratedFile file, Queue<IOException> failures) {
        try {
            Path target = root.checked(file.path());
            byte[] bytes = file.content().getBytes(StandardCharsets.UTF_8);
            if (holds(target, bytes)) {
                return false;
            }
            Files.createDirectories(root.parent(target));
            AtomicFiles.write(target, root.resolve(temporary(file.path())), bytes);
            return true;
        } catch (IOException e) {
            failures.add(e);
            return false;
        }
    }

    private static boolean holds(Path target, byte[] bytes) throws IOException {
        return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                && Files.size(target) == bytes.length
                && Arrays.equals(Files.readAllBytes(target), bytes);
    }

    private List<String> deleteStale(SortedSet<String> known, Map<String, GeneratedFile> wanted) throws IOException {
        List<String> deleted = new ArrayList<>();
        for (String path : known) {
            if (!wanted.containsKey(path) && root.deleteIfExists(path)) {
                deleted.add(path);
                deleteEmptyParents(root.resolve(path));
            }
        }
        return deleted;
    }

    private void deleteEmptyParents(Path file) throws IOException {
        for (Path folder = root.parent(file); !root.is(folder); folder = root.parent(folder)) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    private static String temporary(String path) {
        return path + ".mcp-codegen-tmp";
    }
}
