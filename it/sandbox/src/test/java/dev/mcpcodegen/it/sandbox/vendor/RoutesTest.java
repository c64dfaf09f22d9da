package dev.mcpcodegen.it.sandbox.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private final Routes routes = new Routes()
            .get("/things/{id}", call -> VendorResponse.text(200, "thing " + call.variable("id")))
            .get("/things/fields", call -> VendorResponse.text(200, "fields"))
            .put("/things/{id}", call -> VendorResponse.empty(204));

    @Test
    void prefersALiteralToAVariable() {
        assertThat(body("/things/fields")).isEqualTo("fields");
    }

    @Test
    void decodesASegmentAfterSplitting() {
        assertThat(body("/things/a%2Fb+c%20d")).isEqualTo("thing a/b+c d");
    }

    @Test
    void tellsAnUnknownPathFromAnUnknownMethod() {
        assertThatThrownBy(() -> body("/other")).hasMessageStartingWith("404");
        assertThatThrownBy(() -> body("/things/1/")).hasMessageStartingWith("404");
        assertThatThrownBy(() -> routes.answer(request("DELETE", "/things/1"))).hasMessageStartingWith("405");
        assertThatThrownBy(() -> body("/things/%zz")).hasMessageStartingWith("400");
    }

    private String body(String path) {
        return new String(routes.answer(request("GET", path)).body(), StandardCharsets.UTF_8);
    }

    private static VendorRequest request(String method, String path) {
        return new VendorRequest(method, path, null, 0, Map.of(), new ReceivedBody.None(), "");
    }
}
