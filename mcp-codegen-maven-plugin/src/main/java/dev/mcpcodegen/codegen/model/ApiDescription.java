package dev.mcpcodegen.codegen.model;

import java.util.List;
import java.util.Map;

/**
 * A vendor's document in the compiler's words, before any decision about tools.
 *
 * @param integration the folder's name
 * @param specFile the document, as shown to people
 * @param servers base URLs, variables replaced by their defaults; a path where the host has to be configured
 * @param securitySchemes how callers can prove their right, whatever operations want of it
 * @param security what operations want that say nothing of their own
 * @param declarations every object and enum by key; Java names are suggestions until the tools are known
 * @param notTools operations that the document names but does not describe well enough to be called
 * @param toolRecords documentation records that name a tool instead of an operation, by that name
 */
public record ApiDescription(
        String integration,
        String specFile,
        String title,
        String version,
        List<String> servers,
        List<SecurityModel.Scheme> securitySchemes,
        SecurityModel security,
        List<ApiOperation> operations,
        List<IntegrationModel.NotATool> notTools,
        Map<String, TypeDeclaration> declarations,
        ApiDirectives directives,
        Map<String, ToolDirectives> toolRecords) {

    /** The same API with other operations and other records of tools. */
    public ApiDescription with(List<ApiOperation> newOperations, Map<String, ToolDirectives> newToolRecords) {
        return new ApiDescription(
                integration,
                specFile,
                title,
                version,
                servers,
                securitySchemes,
                security,
                newOperations,
                notTools,
                declarations,
                directives,
                newToolRecords);
    }
}
