package dev.mcpcodegen.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.Secret;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialWriterTest {

    private static final Secret SECRET = new Secret("canary-0123456789");

    @ParameterizedTest
    @MethodSource("everyKind")
    void T_E08_noKindOfCredentialIsSeenInWhatAVendorSays(Credential credential) {
        assertThat(CredentialWriter.redact("refused: canary-0123456789", credential))
                .isEqualTo("refused: ***");
    }

    @Test
    void everyKindIsTried() {
        assertThat(everyKind())
                .extracting(Object::getClass)
                .hasSize(Credential.class.getPermittedSubclasses().length - 1);
    }

    /** All but the one that holds nothing. */
    private static Stream<Credential> everyKind() {
        return Stream.of(
                new Credential.Basic("user", SECRET),
                new Credential.Bearer(SECRET),
                new Credential.Header("X-Key", SECRET),
                new Credential.Query("key", SECRET),
                new Credential.Cookie("session", SECRET),
                new Credential.Login(null, Map.of("password", SECRET), null),
                new Credential.ClientCredentials(null, "client", SECRET, false, null, null),
                new Credential.All(List.of(new Credential.Bearer(SECRET))));
    }
}
