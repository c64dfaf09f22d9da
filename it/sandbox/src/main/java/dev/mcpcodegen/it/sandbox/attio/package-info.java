/**
 * Attio's API, version 2, as far as agents use it: objects and lists with their attributes, records and entries with their values, queries,
 * notes, tasks, comments, members and webhooks.
 *
 * <p>It must not know a server or another vendor.
 */
@NullMarked
package dev.mcpcodegen.it.sandbox.attio;

import org.jspecify.annotations.NullMarked;
