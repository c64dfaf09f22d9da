package dev.mcpcodegen.codegen.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/plugin.md} says what the plugin really has; {@code -Dgolden.update=true} rewrites it. */
class PluginPageTest {

    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");
    private static final Path PAGE = Path.of("../docs/plugin.md");

    @Test
    void thePageIsThatOfTheDescriptor() throws IOException {
        String page = PluginPage.of(DESCRIPTOR).markdown();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("if the change is meant, run with -Dgolden.update=true and review the diff")
                .content()
                .isEqualTo(page);
    }

    @Test
    void everyGoalAndParameterIsDescribed() throws IOException {
        assertThat(PluginPage.of(DESCRIPTOR).goals())
                .extracting(PluginPage.Goal::name)
                .containsExactlyInAnyOrder("check", "describe", "diff", "generate", "help", "lock");
        assertThat(PluginPage.of(DESCRIPTOR).goals()).allSatisfy(goal -> {
            assertThat(goal.description()).hasSizeGreaterThan(20);
            assertThat(goal.settings().values()).allSatisfy(setting -> {
                assertThat(setting.description()).as(setting.name()).hasSizeGreaterThan(10);
                assertThat(setting.property()).as(setting.name()).isNotEmpty();
            });
        });
    }
}
