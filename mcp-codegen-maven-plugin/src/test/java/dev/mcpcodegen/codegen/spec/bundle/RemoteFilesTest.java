package dev.mcpcodegen.codegen.spec.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteFilesTest {

    private static final Path ROOT = Path.of("/specs");
    private static final Path ENTRY = ROOT.resolve("openapi.yaml");

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void T_A06_nothingIsAllowedByDefault() {
        assertThat(new RemoteFiles(Set.of()).path(ROOT, ENTRY, "https://example.com/a.yaml"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/a.yaml",
                "https://other.com/a.yaml",
                "https://example.com.evil.test/a.yaml",
                "https://example.com:8443/a.yaml",
                "https://user@example.com/a.yaml",
                "https:///a.yaml",
                "//example.com/a.yaml",
                "file:///etc/passwd",
                "jar:https://example.com/a.jar!/a.yaml",
                "ftp://example.com/a.yaml",
                "a.yaml",
                "https://example.com/%%%"
            })
    void T_A06_onlyHttpsFromTheHostsThatAreNamed(String reference) {
        assertThat(new RemoteFiles(Set.of("example.com")).path(ROOT, ENTRY, reference))
                .isEmpty();
    }

    @Test
    void aDocumentThatIsFetchedFindsItsNeighboursAndNothingElse() {
        RemoteFiles files = new RemoteFiles(Set.of("example.com"));
        Path first = files.path(ROOT, ENTRY, "https://example.com/v1/a.yaml").orElseThrow();
        Path second = files.path(ROOT, first, "../v2/b.yaml").orElseThrow();
        assertThat(files.uri(second)).isEqualTo(URI.create("https://example.com/v2/b.yaml"));
        assertThat(files.path(ROOT, second, "https://example.com/v1/a.yaml")).contains(first);
        assertThat(files.path(ROOT, first, "https://other.com/c.yaml")).isEmpty();
    }

    @Test
    void T_A06_anAllowedHostWithAPrivateAddressIsNotConnectedTo() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String host = "localhost:" + listener.getLocalPort();
            RemoteFiles files = new RemoteFiles(Set.of(host));
            Path path = files.path(ROOT, ENTRY, "https://" + host + "/a.yaml").orElseThrow();
            URI uri = URI.create("https://" + host + "/a.yaml");
            assertThat(files.uri(path)).isEqualTo(uri);
            assertThat(files.fetch(uri, diagnostics.at(SourceLocation.of("x")))).isEmpty();
            assertThat(diagnostics.all())
                    .extracting(Diagnostic::message)
                    .containsExactly("\"localhost\" is a private address; nothing is fetched from it.");
            listener.setSoTimeout(100);
            boolean connected = true;
            try {
                listener.accept().close();
            } catch (SocketTimeoutException e) {
                connected = false;
            }
            assertThat(connected).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false",
        "10.1.2.3, false",
        "172.16.0.1, false",
        "192.168.1.1, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "0.0.0.0, false",
        "192.0.0.8, false",
        "198.18.0.1, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "::, false",
        "fe80::1, false",
        "fd00::1, false",
        "::ffff:127.0.0.1, false",
        "64:ff9b::7f00:1, false",
        "2002:7f00:1::, false",
        "8.8.8.8, true",
        "100.128.0.1, true",
        "2606:4700::1111, true"
    })
    void T_A06_knowsPrivateAddresses(String address, boolean isPublic) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isEqualTo(isPublic);
    }
}
