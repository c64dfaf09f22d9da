package dev.mcpcodegen.codegen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A provider file of {@link java.util.ServiceLoader} that several executions of one project share. Each replaces its own lines, which it
 * remembers, and keeps those of others.
 */
public final class ServiceFile {

    /** Where provider files are, below the root of resources. */
    static final String FOLDER = "META-INF/services/";

    private final Path file;
    private final PathList own;

    /**
     * @param resourcesRoot the root of resources; the file is {@code META-INF/services/<service>} below it
     * @param service the binary name of the service
     * @param memory where this execution remembers its lines
     */
    public ServiceFile(Path resourcesRoot, String service, Path memory) {
        this.file = new ConfinedRoot(resourcesRoot).resolve(FOLDER + service);
        this.own = new PathList(memory);
    }

    /** Where the file is, if any provider is left. */
    public Path path() {
        return file;
    }

    /** Whether these are the providers of this execution, and the file names them all. */
    public boolean holds(Collection<String> providers) throws IOException {
        return Set.copyOf(own.read()).equals(Set.copyOf(providers))
                && new PathList(file).read().containsAll(providers);
    }

    /**
     * Makes these the providers of this execution.
     *
     * @return whether the file changed
     */
    public boolean write(Collection<String> providers) throws IOException {
        SortedSet<String> previous = new TreeSet<>(own.read());
        SortedSet<String> either = new TreeSet<>(previous);
        either.addAll(providers);
        // Remembered before the change, so that an interrupted run leaves no line without an owner.
        own.write(either);
        boolean changed = replace(previous, providers);
        own.write(providers);
        return changed;
    }

    private boolean replace(Collection<String> previous, Collection<String> providers) throws IOException {
        List<String> before = new PathList(file).read();
        SortedSet<String> after = new TreeSet<>(before);
        after.removeAll(previous);
        after.addAll(providers);
        if (after.isEmpty()) {
            return Files.deleteIfExists(file);
        }
        if (before.equals(List.copyOf(after))) {
            return false;
        }
        new PathList(file).write(after);
        return true;
    }
}
