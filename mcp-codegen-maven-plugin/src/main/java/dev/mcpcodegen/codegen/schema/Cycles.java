package dev.mcpcodegen.codegen.schema;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds what refers to itself, at once or by way of others: the strongly connected components of Tarjan (1972). */
final class Cycles {

    private final Map<String, ? extends Collection<String>> references;
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> onStack = new HashSet<>();
    private final Set<String> cyclic = new HashSet<>();
    private int visited;

    private Cycles(Map<String, ? extends Collection<String>> references) {
        this.references = references;
    }

    /** Returns the names that lie on a circle. */
    static Set<String> of(Map<String, ? extends Collection<String>> references) {
        Cycles cycles = new Cycles(references);
        references.keySet().stream()
                .filter(name -> !cycles.lowest.containsKey(name))
                .forEach(cycles::visit);
        return cycles.cyclic;
    }

    private int visit(String name) {
        int number = visited++;
        int low = number;
        lowest.put(name, number);
        open.push(name);
        onStack.add(name);
        for (String next : Objects.requireNonNull(references.get(name), name)) {
            Integer seen = lowest.get(next);
            if (seen == null) {
                low = Math.min(low, visit(next));
            } else if (onStack.contains(next)) {
                low = Math.min(low, seen);
            }
            if (next.equals(name)) {
                cyclic.add(name);
            }
        }
        lowest.put(name, low);
        if (low == number) {
            close(name);
        }
        return low;
    }

    private void close(String root) {
        boolean alone = root.equals(open.peek());
        String name;
        do {
            name = open.pop();
            onStack.remove(name);
            if (!alone) {
                cyclic.add(name);
            }
        } while (!name.equals(root));
    }
}
