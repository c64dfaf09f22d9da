package dev.mcpcodegen.runtime.access;

import java.util.List;

/** How an account proves itself to its vendor. */
public sealed interface Credential {

    /** The vendor asks for nothing. */
    record None() implements Credential {}

    /** HTTP Basic (RFC 7617). */
    record Basic(String username, Secret password) implements Credential {}

    /** HTTP Bearer (RFC 6750). */
    record Bearer(Secret token) implements Credential {}

    /** An API key in a header. */
    record Header(String name, Secret value) implements Credential {}

    /** An API key in the query. */
    record Query(String name, Secret value) implements Credential {}

    /** Several at once. */
    record All(List<Credential> credentials) implements Credential {}
}
