package com.example.crm;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mcpcodegen.runtime.tool.CallContext;
import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.LocalTool;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers without a vendor. */
public final class CountWorkingDays implements LocalTool<CountWorkingDays.Arguments, String> {

    private static final ToolDescriptor DESCRIPTOR = ToolDescriptor.builder("count_working_days")
            .resource("calendar")
            .method("get")
            .tags("crm")
            .readOnly()
            .describedBy("""
                    {
                      "title": "Count working days",
                      "description": "Count the days from Monday to Friday between two dates, both included.",
                      "inputSchema": {
                        "type": "object",
                        "properties": {
                          "from": {"type": "string", "format": "date", "description": "the first day"},
                          "to": {"type": "string", "format": "date", "description": "the last day, at most ten years later"}
                        },
                        "required": ["from", "to"],
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
        LocalDate end = arguments.to().plusDays(1);
        if (arguments.from().isAfter(arguments.to())
                || end.isAfter(arguments.from().plusYears(10))) {
            throw new InvalidArgumentException("to", "\"to\" must be a day from \"from\" to ten years later.");
        }
        long days = arguments
                .from()
                .datesUntil(end)
                .filter(CountWorkingDays::isWorkingDay)
                .count();
        return CompletableFuture.completedFuture(ToolResult.text(days + " working days"));
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** What a caller passes; valid by the schema above when it gets here. */
    public record Arguments(
            @JsonProperty("from") LocalDate from,
            @JsonProperty("to") LocalDate to) {}
}
