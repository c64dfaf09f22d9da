package com.example.crm;

import com.example.mcp.affinity.GetPerson;
import com.example.mcp.affinity.ListNotes;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mcpcodegen.runtime.tool.CallContext;
import dev.mcpcodegen.runtime.tool.LocalTool;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.node.ObjectNode;

/** Calls two generated tools at once and makes one answer of theirs. */
public final class BriefOnPerson implements LocalTool<BriefOnPerson.Arguments, ObjectNode> {

    private static final ToolDescriptor DESCRIPTOR = ToolDescriptor.builder("brief_on_affinity_person")
            .resource("persons")
            .method("get")
            .tags("crm", "contacts")
            .readOnly()
            .describedBy("""
                    {
                      "title": "Brief on a person",
                      "description": "Read a person together with the latest notes on them.",
                      "inputSchema": {
                        "type": "object",
                        "properties": {
                          "person_id": {"type": "integer", "description": "an id from list_all_affinity_persons"}
                        },
                        "required": ["person_id"],
                        "additionalProperties": false
                      }
                    }
                    """)
            .build();

    @Override
    public ToolDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public CompletionStage<ToolResult> call(Arguments arguments, CallContext context) {
        Long id = arguments.personId();
        CompletionStage<ToolResult> person = context.call(
                        new GetPerson(), new GetPerson.Arguments(id, true, null, null, null))
                .whenComplete((result, failure) -> context.progress(1, 2.0, "Read the person"));
        // By name, because a limit is none of the record's components.
        CompletionStage<ToolResult> notes = context.call(
                ListNotes.NAME,
                ToolJson.MAPPER.createObjectNode().put("person_id", id).put("limit", 5));
        return person.thenCombine(notes, BriefOnPerson::together);
    }

    /** What a vendor refuses is a result like any other; it says what was wrong, so it is passed on. */
    private static ToolResult together(ToolResult person, ToolResult notes) {
        if (person.isError()) {
            return person;
        }
        ObjectNode briefing = ToolJson.MAPPER.createObjectNode();
        briefing.set("person", person.structured());
        if (notes.structured() != null) {
            briefing.set("notes", notes.structured().path("result"));
        }
        return ToolResult.json(briefing);
    }

    /** What a caller passes. */
    public record Arguments(@JsonProperty("person_id") Long personId) {}
}
