package com.example.crm;

import dev.mcpcodegen.runtime.McpCustomizer;
import dev.mcpcodegen.runtime.McpRuntime;
import java.util.List;

/** Puts everything that is written by hand beside the generated tools of Affinity. */
public final class CrmTools implements McpCustomizer {

    @Override
    public void customize(McpRuntime.Builder builder) {
        builder.tools("affinity", List.of(new CountWorkingDays(), new BriefOnPerson()))
                .interceptors(List.of(new ReasonForDeletes(), new HiddenAddresses()));
    }
}
