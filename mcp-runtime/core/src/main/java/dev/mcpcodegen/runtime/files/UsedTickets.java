package dev.mcpcodegen.runtime.files;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Remembers which tickets were used, so that each is good once. Thread-safe; bounded.
 *
 * <p>A node remembers the tickets that it has seen itself, until they expire. Where several nodes serve the same address, one of them
 * cannot know what another has seen: there, who has a ticket could use it once at each node before it expires, unless the balancer sends
 * the same path to the same node. A node that was restarted has forgotten as well. What is sent twice in this way is in the audit twice.
 */
public final class UsedTickets {

    /** What came of asking to use a ticket. */
    public enum Use {
        FIRST,
        REPEATED,
        /** So many are remembered that none can be added; never taken as a reason to forget one. */
        NO_ROOM
    }

    private final int most;
    private final Clock clock;
    private final Map<String, Instant> used = new HashMap<>();

    /** Makes a memory for at most {@code most} tickets at a time. */
    public UsedTickets(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Marks a ticket as used. */
    public synchronized Use use(FileTicket ticket) {
        if (used.containsKey(ticket.id())) {
            return Use.REPEATED;
        }
        if (used.size() >= most && !forgetExpired()) {
            return Use.NO_ROOM;
        }
        used.put(ticket.id(), ticket.expiresAt());
        return Use.FIRST;
    }

    private boolean forgetExpired() {
        Instant now = clock.instant();
        Iterator<Instant> expiries = used.values().iterator();
        while (expiries.hasNext()) {
            if (!now.isBefore(expiries.next())) {
                expiries.remove();
            }
        }
        return used.size() < most;
    }
}
