package dev.mcpcodegen.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class AccountSlotsTest {

    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void T_F07_takesSoManyLetsSoManyWaitAndRefusesTheRest() {
        AccountSlots slots = new AccountSlots(2, 1, executor);

        List<Optional<CompletableFuture<Void>>> turns = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            turns.add(slots.enter("a"));
        }

        assertThat(turns.get(0).orElseThrow()).isDone();
        assertThat(turns.get(1).orElseThrow()).isDone();
        assertThat(turns.get(2).orElseThrow()).isNotDone();
        assertThat(turns.get(3)).isEmpty();
        assertThat(slots.enter("b").orElseThrow()).isDone();
    }

    @Test
    void whoLeavesMakesRoomForTheFirstInLine() throws Exception {
        AccountSlots slots = new AccountSlots(1, 2, executor);
        slots.enter("a");
        CompletableFuture<Void> first = slots.enter("a").orElseThrow();
        CompletableFuture<Void> second = slots.enter("a").orElseThrow();

        slots.leave("a");
        first.get(5, TimeUnit.SECONDS);
        assertThat(second).isNotDone();
        slots.leave("a");

        second.get(5, TimeUnit.SECONDS);
    }

    @Test
    void whoGaveUpIsPassedOver() throws Exception {
        AccountSlots slots = new AccountSlots(1, 1, executor);
        slots.enter("a");
        slots.enter("a").orElseThrow().cancel(false);

        CompletableFuture<Void> patient = slots.enter("a").orElseThrow();
        slots.leave("a");

        patient.get(5, TimeUnit.SECONDS);
    }

    @Test
    void forgetsAccountsWithoutCalls() {
        AccountSlots slots = new AccountSlots(1, 1, executor);
        for (int i = 0; i < 1000; i++) {
            slots.enter("account " + i);
            slots.leave("account " + i);
        }

        assertThat(slots.accounts()).isZero();
    }

    @RepeatedTest(20)
    void neverMoreThanAllowedAndNobodyIsForgotten() throws Exception {
        AccountSlots slots = new AccountSlots(3, 1000, executor);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<CompletableFuture<Void>> ends = new ArrayList<>();

        for (int i = 0; i < 500; i++) {
            boolean givesUp = i % 7 == 0;
            ends.add(CompletableFuture.runAsync(
                    () -> {
                        CompletableFuture<Void> turn = slots.enter("a").orElseThrow();
                        if (givesUp && turn.cancel(false)) {
                            return;
                        }
                        turn.join();
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        Thread.onSpinWait();
                        running.decrementAndGet();
                        slots.leave("a");
                    },
                    callers));
        }

        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        callers.shutdownNow();
        assertThat(most.get()).isBetween(1, 3);
        assertThat(slots.accounts()).isZero();
    }
}
