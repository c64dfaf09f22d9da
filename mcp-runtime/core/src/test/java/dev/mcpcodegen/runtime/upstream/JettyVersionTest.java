package dev.mcpcodegen.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JettyVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"12.1.8", "12.1.14-SNAPSHOT", "12.2.0", "13.0.0", "UNKNOWN", ""})
    void takesTheOneItWasMadeForAndNewer(String version) {
        assertThatCode(() -> JettyVersion.require(version)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnOlderOneAndSaysWhatToDo() {
        assertThatThrownBy(() -> JettyVersion.require("12.0.36"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "mcp-runtime needs Jetty 12.1 or newer to call vendors, but this build brings Jetty 12.0.36. A Spring"
                                + " Boot build sets it by the property jetty.version, for example 12.1.8.");
    }
}
