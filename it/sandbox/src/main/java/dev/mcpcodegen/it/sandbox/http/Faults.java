package dev.mcpcodegen.it.sandbox.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that are still to happen, each a number of times, first come first served. Thread-safe. */
final class Faults {

    private static final class Pending {

        private final Fault fault;
        private int remaining;

        private Pending(Fault fault, int times) {
            this.fault = fault;
            this.remaining = times;
        }
    }

    private final List<Pending> pending = new ArrayList<>();

    synchronized void add(Fault fault, int times) {
        pending.add(new Pending(fault, times));
    }

    synchronized void clear() {
        pending.clear();
    }

    /** Uses up one fault that fits the request; null when it shall succeed. */
    synchronized @Nullable Fault take(String vendor, String rawPath) {
        for (Iterator<Pending> faults = pending.iterator(); faults.hasNext(); ) {
            Pending next = faults.next();
            if (next.fault.matches(vendor, rawPath)) {
                next.remaining--;
                if (next.remaining <= 0) {
                    faults.remove();
                }
                return next.fault;
            }
        }
        return null;
    }
}
