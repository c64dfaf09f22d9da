package dev.mcpcodegen.runtime.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A dated version of MCP that this server speaks. */
public enum Revision {
    R2024_11_05("2024-11-05", Era.LEGACY),
    R2025_03_26("2025-03-26", Era.LEGACY),
    R2025_06_18("2025-06-18", Era.LEGACY),
    R2025_11_25("2025-11-25", Era.LEGACY),
    R2026_07_28("2026-07-28", Era.MODERN);

    /** What a handshake settles on when the client asks for something unknown. */
    public static final Revision LATEST_LEGACY = R2025_11_25;

    /** What a request without a version speaks (MCP 2025-06-18, Transports, "Protocol Version Header"). */
    public static final Revision ASSUMED = R2025_03_26;

    private static final Map<String, Revision> BY_DATE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Revision::date, revision -> revision));

    private final String date;
    private final Era era;

    Revision(String date, Era era) {
        this.date = date;
        this.era = era;
    }

    /** How the revision is named on the wire. */
    public String date() {
        return date;
    }

    public Era era() {
        return era;
    }

    /** Finds the revision that is named {@code date} on the wire. */
    public static Optional<Revision> of(String date) {
        return Optional.ofNullable(BY_DATE.get(date));
    }

    /** The dates of an era, oldest first. */
    public static List<String> dates(Era era) {
        return Arrays.stream(values())
                .filter(revision -> revision.era == era)
                .map(Revision::date)
                .toList();
    }
}
