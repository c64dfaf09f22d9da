package dev.mcpcodegen.it.sandbox.vendor;

/**
 * One vendor's API, answered from records in memory.
 *
 * <p>To add a vendor, implement this with a {@link Routes} table, keep the records in {@link RecordStore}s, fill them
 * in {@link #reset()} from constants, and name the new class in {@code Sandbox.start}. The server in front takes care of
 * recording, faults and the control surface. Calls arrive on many threads at once; one lock around {@link #answer} is
 * fast enough for a stand-in.
 */
public interface VendorSandbox {

    /** Returns the first path segment that this vendor is served under, and its name in the request log. */
    String name();

    /** Answers a request whose path is below {@link #name()}. */
    VendorResponse answer(VendorRequest request);

    /** Returns what the vendor's documentation says about an answer with this status: its headers and body. */
    VendorResponse failure(int status);

    /** Puts the seed records back and forgets everything else. */
    void reset();
}
