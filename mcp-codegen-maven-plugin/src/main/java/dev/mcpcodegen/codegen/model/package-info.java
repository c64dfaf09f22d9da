/**
 * The compiler's own words for an API and for the tools made of it: plain records that everything between parser and printer speaks.
 *
 * <p>{@link dev.mcpcodegen.codegen.model.ApiDescription} is what a vendor's document says; {@link
 * dev.mcpcodegen.codegen.model.ToolCatalog} is what becomes of it. Knows no library.
 */
@NullMarked
package dev.mcpcodegen.codegen.model;

import org.jspecify.annotations.NullMarked;
