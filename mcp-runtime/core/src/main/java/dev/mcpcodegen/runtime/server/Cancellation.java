package dev.mcpcodegen.runtime.server;

import java.util.ArrayList;
import java.util.List;

/** Lets whoever started a call give it up. Thread-safe; what is registered runs at most once. */
public final class Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /** Gives up: runs everything that was registered, now and later. */
    public void cancel() {
        List<Runnable> due;
        synchronized (actions) {
            cancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        synchronized (actions) {
            return cancelled;
        }
    }

    /** Registers what gives a part of the call up; runs it at once when that has already happened. */
    void onCancel(Runnable action) {
        synchronized (actions) {
            if (!cancelled) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }
}
