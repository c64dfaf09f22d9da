/**
 * Numbers about what is served, in the form that Prometheus reads.
 *
 * <p>Knows nothing of who calls: no label holds a token, an account or an argument, and every label has a bounded set of values.
 */
@NullMarked
package dev.mcpcodegen.runtime.metrics;

import org.jspecify.annotations.NullMarked;
