/**
 * What a vendor's stand-in is made of: the contract, requests, answers, routes, input checks and stored records.
 *
 * <p>It must not know a server or any one vendor.
 */
@NullMarked
package dev.mcpcodegen.it.sandbox.vendor;

import org.jspecify.annotations.NullMarked;
