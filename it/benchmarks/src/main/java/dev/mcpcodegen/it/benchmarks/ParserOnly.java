package dev.mcpcodegen.it.benchmarks;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;

/** Swagger Parser reads a document as people have it read, and nothing else happens. Argument: the document. */
public final class ParserOnly {

    private ParserOnly() {}

    public static void main(String[] arguments) {
        OpenAPI parsed = new OpenAPIV3Parser().read(arguments[0]);
        System.out.println(parsed.getPaths().size() + " paths");
    }
}
