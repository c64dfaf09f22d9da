package dev.mcpcodegen.runtime.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

    private static HttpServletRequest request(String host, String remote, Map<String, String> headers) {
        Map<String, Object> told = Map.of(
                "getScheme",
                "http",
                "getServerName",
                host,
                "getServerPort",
                8080,
                "getContextPath",
                "/app",
                "getRemoteAddr",
                remote);
        return (HttpServletRequest) Proxy.newProxyInstance(
                LocalAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getHeader")
                        ? headers.get(String.valueOf(arguments[0]))
                        : told.get(method.getName()));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,127.0.0.1,http://127.0.0.1:8080/app",
        "localhost,0:0:0:0:0:0:0:1,http://localhost:8080/app",
        "[::1],::1,http://[::1]:8080/app",
        "::1,::1,http://[::1]:8080/app",
    })
    void knowsWhereAClientOnThisMachineReachesTheServer(String host, String remote, String address) {
        assertThat(LocalAddress.of(request(host, remote, Map.of()))).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({"evil.test,127.0.0.1", "localhost,10.0.0.7", "localhost.evil.test,127.0.0.1", "mcp.example.com,10.0.0.7"
    })
    void believesNobodyWhoIsOrSaysToBeElsewhere(String host, String remote) {
        assertThat(LocalAddress.of(request(host, remote, Map.of()))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"})
    void believesNobodyBehindAProxyOnThisMachine(String header) {
        assertThat(LocalAddress.of(request("localhost", "127.0.0.1", Map.of(header, "10.0.0.7"))))
                .isNull();
    }

    @Test
    void aProxyIsKnownByItsHeadersOnly() {
        assertThat(LocalAddress.of(request("localhost", "127.0.0.1", Map.of("User-Agent", "x"))))
                .isNotNull();
    }
}
