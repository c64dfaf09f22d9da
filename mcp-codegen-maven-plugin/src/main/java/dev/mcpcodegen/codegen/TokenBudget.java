package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.schema.SchemaOptions;
import dev.mcpcodegen.codegen.schema.ToolDefinitions;

/**
 * What tools may cost a model when they are listed, in tokens of about four bytes.
 *
 * @param integration all tools of an integration together; 0 for any number
 * @param tool each tool; 0 for any number
 */
public record TokenBudget(int integration, int tool) {

    /** No limit. */
    public static final TokenBudget NONE = new TokenBudget(0, 0);

    void check(IntegrationModel model, SchemaOptions schemas, Diagnostics diagnostics) {
        int sum = 0;
        for (ToolModel candidate : model.tools()) {
            int tokens = ToolDefinitions.of(candidate, model, schemas).tokens();
            sum += tokens;
            if (tool > 0 && tokens > tool) {
                diagnostics
                        .at(new SourceLocation(
                                model.specFile(), candidate.operation().pointer(), 0))
                        .error(
                                "The tool \"" + candidate.name() + "\" costs about " + tokens
                                        + " tokens when it is listed; a tool may cost " + tool + ".",
                                "Shorten its descriptions, hide arguments in the overlay, or raise tokenBudget.tool.");
            }
        }
        if (integration > 0 && sum > integration) {
            diagnostics
                    .at(SourceLocation.of(model.specFile()))
                    .error(
                            "The " + model.tools().size() + " tools of " + model.name() + " cost about " + sum
                                    + " tokens when they are listed; they may cost " + integration + ".",
                            "Leave tools out with includes or excludes, shorten descriptions, or raise tokenBudget;"
                                    + " `describe` shows what each tool costs.");
        }
    }
}
