package dev.mcpcodegen.it.sandbox.http;

import java.util.ArrayList;
import java.util.List;

/** Everything received, in the order of arrival. Thread-safe. */
final class RequestLog {

    /** The place of one request in the log, until it has been answered. */
    final class Entry {

        private RecordedRequest request;

        private Entry(RecordedRequest request) {
            this.request = request;
        }

        void answered(int status) {
            synchronized (entries) {
                request = request.answered(status);
            }
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** Records a request before it is answered, so that one that never is shows too. */
    Entry received(RecordedRequest request) {
        Entry entry = new Entry(request);
        synchronized (entries) {
            entries.add(entry);
        }
        return entry;
    }

    List<RecordedRequest> all() {
        synchronized (entries) {
            return entries.stream().map(entry -> entry.request).toList();
        }
    }

    void clear() {
        synchronized (entries) {
            entries.clear();
        }
    }
}
