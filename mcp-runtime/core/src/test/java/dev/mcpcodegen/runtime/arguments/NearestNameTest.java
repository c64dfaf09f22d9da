package dev.mcpcodegen.runtime.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("first_name", "last_name", "organization_ids", "id");

    @ParameterizedTest
    @CsvSource({
        "frist_name, first_name",
        "firstName, first_name",
        "LAST-NAME, last_name",
        "organisation_ids, organization_ids",
        "organization_id, organization_ids",
        "ids, id",
        "colour, ",
        "x, "
    })
    void findsWhatWasMeant(String sent, String meant) {
        if (meant == null) {
            assertThat(NearestName.of(sent, KNOWN)).isEmpty();
        } else {
            assertThat(NearestName.of(sent, KNOWN)).contains(meant);
        }
    }
}
