package dev.mcpcodegen.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.tool.ToolError;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "192.88.99.1",
                "198.19.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::7f00:1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::1",
                "2001:0:7f00::1",
                "2001:db8::1",
                "100::1"
            })
    void T_B06_knowsAddressesThatAreNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
                "172.15.0.1", "172.32.0.1", "192.167.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1",
                        "2001:4860::1"
            })
    void T_B06_letsPublicAddressesPass(String address) throws Exception {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:1",
                "https://localhost:1",
                "https://[::1]:1",
                "https://2130706433:1",
                "https://10.0.0.1"
            })
    void T_B06_connectsToNoPrivateAddress(String baseUrl) {
        try (Fixture fixture = new Fixture(baseUrl, new Credential.None()).publicOnly()) {
            assertThat(fixture.call().error()).isEqualTo(ToolError.gateway(ToolError.Kind.FORBIDDEN));
        }
    }

    @Test
    void T_B06_aConnectionOfAPrivateAccountIsOutOfReachForOthers() {
        try (RawVendor vendor = RawVendor.answering(RawVendor.json(200, "{}"));
                HttpTransport transport = new HttpTransport(Fixture.config(Duration.ofSeconds(2)))) {
            CompletableFuture<Object> owner = new CompletableFuture<>();
            assertThat(transport.send(request(vendor, true), owner).join().status())
                    .isEqualTo(200);
            assertThat(transport
                            .send(request(vendor, false), owner)
                            .handle((answer, failure) -> failure)
                            .join())
                    .isInstanceOf(PrivateAddressException.class);
            assertThat(vendor.seen()).hasSize(1);
        }
    }

    private static WireRequest request(RawVendor vendor, boolean allowPrivate) {
        return new WireRequest("GET", URI.create(vendor.url() + "/"), List.of(), null, allowPrivate, 1_000);
    }

    @Test
    void T_B06_checksTheVeryAddressesThatAreConnectedTo() {
        List<String> answers = new ArrayList<>(List.of("1.1.1.1", "127.0.0.1"));
        AddressGuard guard = new AddressGuard((host, port, context, promise) ->
                promise.succeeded(List.of(new InetSocketAddress(answers.remove(0), port))));
        List<Object> outcomes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            guard.resolve("rebinding.example", 443, Map.of(), new Promise<>() {
                @Override
                public void succeeded(List<InetSocketAddress> addresses) {
                    outcomes.add(addresses.get(0).getAddress().getHostAddress());
                }

                @Override
                public void failed(Throwable failure) {
                    outcomes.add(failure.getClass());
                }
            });
        }
        assertThat(outcomes).containsExactly("1.1.1.1", PrivateAddressException.class);
        guard.close();
    }

    @Test
    void T_B06_dropsThePrivateOnesOfSeveralAddresses() {
        AddressGuard guard = new AddressGuard((host, port, context, promise) -> promise.succeeded(
                List.of(new InetSocketAddress("10.0.0.1", port), new InetSocketAddress("1.1.1.1", port))));
        List<InetSocketAddress> kept = new ArrayList<>();
        guard.resolve("mixed.example", 443, Map.of(), Promise.from(kept::addAll, failure -> {}));
        assertThat(kept).containsExactly(new InetSocketAddress("1.1.1.1", 443));
        guard.close();
    }
}
