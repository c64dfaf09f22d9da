package dev.mcpcodegen.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteBudgetTest {

    @Test
    void T_E03_givesNoMoreThanThereIs() {
        ByteBudget budget = new ByteBudget(100);

        assertThat(budget.reserve(60)).isTrue();
        assertThat(budget.reserve(41)).isFalse();
        assertThat(budget.reserve(40)).isTrue();
        budget.release(60);
        assertThat(budget.reserve(60)).isTrue();
        assertThat(budget.held()).isEqualTo(100);
    }

    @Test
    void T_E01_countsRequestsUpToItsNumber() {
        InFlight requests = new InFlight(1);

        assertThat(requests.enter()).isTrue();
        assertThat(requests.enter()).isFalse();
        requests.leave();
        assertThat(requests.enter()).isTrue();
        assertThat(requests.count()).isEqualTo(1);
    }
}
