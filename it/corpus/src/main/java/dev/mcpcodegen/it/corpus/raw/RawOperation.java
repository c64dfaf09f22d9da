package dev.mcpcodegen.it.corpus.raw;

/** One operation of a description. */
public final class RawOperation {

    private static final int LEAST_DESCRIPTION = 10;

    private final RawApi api;
    private final String method;
    private final String path;
    private final RawPlace item;
    private final RawPlace place;

    RawOperation(RawApi api, String method, String path, RawPlace item, RawPlace place) {
        this.api = api;
        this.method = method;
        this.path = path;
        this.item = item;
        this.place = place;
    }

    public RawApi api() {
        return api;
    }

    /** In upper case. */
    public String method() {
        return method;
    }

    /** The path template. */
    public String path() {
        return path;
    }

    public RawPlace item() {
        return item;
    }

    public RawPlace place() {
        return place;
    }

    /** Whether it has a description that says more than a name could. */
    public boolean isDocumented() {
        return place.text("description").strip().length() >= LEAST_DESCRIPTION;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
