package dev.mcpcodegen.runtime.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.tool.ToolJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolMembersTest {

    private static final String TOOL = """
            {"name":"a","title":"A","description":"Does a.","inputSchema":{"type":"object"},\
            "outputSchema":{"type":"object"},"annotations":{"readOnlyHint":true},"icons":[],"_meta":{}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R2024_11_05 | name description inputSchema",
                "R2025_03_26 | name description inputSchema annotations",
                "R2025_06_18 | name title description inputSchema outputSchema annotations _meta",
                "R2025_11_25 | name title description inputSchema outputSchema annotations icons _meta",
                "R2026_07_28 | name title description inputSchema outputSchema annotations icons _meta"
            })
    void eachRevisionSeesTheMembersThatItKnows(Revision revision, String members) {
        byte[] written = ToolMembers.write(TOOL.getBytes(UTF_8), revision);

        assertThat(ToolJson.MAPPER.readTree(written).propertyNames()).containsExactly(members.split(" "));
    }

    @Test
    void onlyTheModernEraTakesASchemaOfAnythingButAnObject() {
        byte[] tool = TOOL.replace("\"outputSchema\":{\"type\":\"object\"}", "\"outputSchema\":{\"type\":\"array\"}")
                .getBytes(UTF_8);

        assertThat(new String(ToolMembers.write(tool, Revision.R2025_11_25), UTF_8))
                .doesNotContain("outputSchema");
        assertThat(ToolMembers.write(tool, Revision.R2026_07_28)).isSameAs(tool);
    }

    @Test
    void whatIsKnownAsAWholeIsNotWrittenAnew() {
        byte[] tool = TOOL.getBytes(UTF_8);

        assertThat(ToolMembers.write(tool, Revision.R2025_11_25)).isSameAs(tool);
    }
}
