/**
 * HTTP in front of the stand-ins: reads requests, records them, fails them on demand, serves the control surface.
 *
 * <p>It must not know any one vendor.
 */
@NullMarked
package dev.mcpcodegen.it.sandbox.http;

import org.jspecify.annotations.NullMarked;
