package dev.mcpcodegen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void whatIsQuickGoesUnmentioned() {
        try (Progress progress = new Progress(heard::add, Duration.ofMinutes(1))) {
            progress.begin("reading");
            progress.step("deriving");
            progress.begin("emitting");
        }

        assertThat(heard).isEmpty();
    }

    @Test
    void whatTakesLongTellsItsStepAndTheNextOnes() throws InterruptedException {
        try (Progress progress = new Progress(heard::add, Duration.ofMillis(1))) {
            progress.begin("reading");
            String first = heard.poll(10, TimeUnit.SECONDS);
            progress.step("deriving");

            assertThat(List.of(first, heard.take())).containsExactly("reading", "deriving");
        }
    }
}
