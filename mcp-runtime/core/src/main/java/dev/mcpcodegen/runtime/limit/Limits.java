package dev.mcpcodegen.runtime.limit;

/**
 * How much a node takes on at once.
 *
 * @param requests under way, of all callers together
 * @param callsPerAccount under way at the vendor
 * @param waitingPerAccount calls that wait for one of those to end
 * @param bufferedBytes of requests and answers that are held in memory, all together
 */
public record Limits(int requests, int callsPerAccount, int waitingPerAccount, long bufferedBytes) {}
