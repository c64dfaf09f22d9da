package dev.mcpcodegen.codegen.openapi;

import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;

/**
 * An operation of the document that can be read.
 *
 * @param path its template
 * @param writtenPath the key under which the vendor has it
 * @param variant what tells it from another operation with the same method and path; empty for most
 * @param fragment the variant, where a {@code #} sets it apart; else empty
 * @param httpMethod in upper case where OpenAPI knows it, else as written
 * @param pathItem where the path's own members stand
 * @param operation where the operation stands; no reference
 */
record OperationPlace(
        String path,
        String writtenPath,
        String variant,
        String fragment,
        String httpMethod,
        Place pathItem,
        Place operation) {

    /** {@code METHOD /path}. */
    String line() {
        return httpMethod + " " + writtenPath;
    }
}
