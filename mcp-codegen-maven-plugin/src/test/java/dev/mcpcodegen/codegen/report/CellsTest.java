package dev.mcpcodegen.codegen.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void keepsTheNamesOfASentenceInCode() {
        assertThat(Cells.prose("`page_number` numbers pages, 1 | 2_3"))
                .isEqualTo("`page_number` numbers pages, 1 \\| 2\\_3");
        assertThat(Cells.prose("a ` b_c")).isEqualTo("a \\` b\\_c");
    }
}
