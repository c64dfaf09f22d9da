package dev.mcpcodegen.it.sandbox.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AffinityFieldsTest {

    private final Sandbox sandbox = Sandbox.start(0);
    private final TestClient affinity = TestClient.affinity(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void createsListsAndDeletesAField() {
        JsonNode created = affinity.post("/fields", "{'name':'Tier','entity_type':0,'value_type':6}")
                .json();
        assertThat(created.path("list_id").isNull()).isTrue();
        assertThat(affinity.get("/persons/fields").json().toString()).contains("\"Tier\"");
        assertThat(affinity.get("/organizations/fields").json().toString()).doesNotContain("\"Tier\"");
        assertThat(affinity.delete("/fields/" + created.path("id").asLong()).status())
                .isEqualTo(200);
        assertThat(affinity.get("/persons/fields").json().toString()).doesNotContain("\"Tier\"");
    }

    @Test
    void filtersAndDecoratesFields() {
        long list = field("Status").path("list_id").asLong();
        JsonNode fields = affinity.get("/fields?list_id=" + list
                        + "&value_type=7&with_modified_names=true&exclude_dropdown_options=true")
                .json();
        assertThat(fields.size()).isEqualTo(1);
        assertThat(fields.path(0).path("name").asString()).isEqualTo("[Deal Pipeline] Status");
        assertThat(fields.path(0).has("dropdown_options")).isFalse();
        assertThat(affinity.get("/lists/" + list).json().path("fields").size()).isEqualTo(3);
    }

    @Test
    void refusesFieldsOfNoList() {
        assertThat(affinity.post("/fields", "{'name':'x','entity_type':0,'value_type':6,'is_list_specific':true}")
                        .status())
                .isEqualTo(422);
        assertThat(affinity.post("/fields", "{'name':'x','entity_type':0,'value_type':6,'list_id':503}")
                        .status())
                .isEqualTo(422);
        assertThat(affinity.post("/fields", "{'name':'x','entity_type':0,'value_type':8}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void writesAnOptionByIdAndReadsItWhole() {
        JsonNode status = field("Status");
        JsonNode deal = affinity.get("/opportunities?term=acme")
                .json()
                .path("opportunities")
                .path(0);
        JsonNode value = affinity.get(
                        "/field-values?opportunity_id=" + deal.path("id").asLong())
                .json()
                .valueStream()
                .filter(cell -> cell.path("field_id").equals(status.path("id")))
                .findFirst()
                .orElseThrow();
        assertThat(value.path("value").path("text").asString()).isEqualTo("Term Sheet");
        String path = "/field-values/" + value.path("id").asLong();
        long won = status.path("dropdown_options").path(3).path("id").asLong();
        assertThat(affinity.put(path, "{'value':" + won + "}")
                        .json()
                        .at("/value/text")
                        .asString())
                .isEqualTo("Closed Won");
        assertThat(affinity.put(path, "{'value':'Closed Won'}").status()).isEqualTo(422);
        assertThat(affinity.put(path, "{}").status()).isEqualTo(422);
        JsonNode changes = affinity.get("/field-value-changes?field_id="
                        + status.path("id").asLong() + "&action_type=2&opportunity_id="
                        + deal.path("id").asLong())
                .json();
        assertThat(changes.size()).isEqualTo(1);
        assertThat(changes.at("/0/changer/id").asLong()).isEqualTo(123);
        assertThat(affinity.delete(path).status()).isEqualTo(200);
        assertThat(affinity.delete(path).status()).isEqualTo(404);
    }

    @Test
    void wantsExactlyOneIdForFieldValues() {
        assertThat(affinity.get("/field-values").status()).isEqualTo(422);
        assertThat(affinity.get("/field-values?person_id=123&organization_id=98765")
                        .status())
                .isEqualTo(422);
        assertThat(affinity.get("/field-values?organization_id=98765").json().size())
                .isEqualTo(3);
        assertThat(affinity.get("/field-value-changes").status()).isEqualTo(422);
    }

    @Test
    void checksAValueByItsField() {
        String prefix =
                "{'entity_id':40102,'field_id':" + field("Job Title").path("id").asLong() + ",'value':";
        assertThat(affinity.post("/field-values", prefix + "7}").status()).isEqualTo(422);
        assertThat(affinity.post("/field-values", prefix + "'CTO'}").status()).isEqualTo(200);
        assertThat(affinity.post("/field-values", prefix + "'CEO'}").json().toString())
                .contains("holds one value");
        assertThat(affinity.post("/field-values", "{'entity_id':40102,'field_id':1,'value':'x'}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void keepsOnlyTheDayOfADate() {
        JsonNode deal = affinity.get("/opportunities?term=kestrel")
                .json()
                .path("opportunities")
                .path(0);
        JsonNode value = affinity.post(
                        "/field-values",
                        "{'entity_id':" + deal.path("id").asLong() + ",'list_entry_id':"
                                + deal.at("/list_entries/0/id").asLong() + ",'field_id':"
                                + field("Expected Close").path("id").asLong() + ",'value':'2027-07-04T15:30:00Z'}")
                .json();
        assertThat(value.path("value").asString()).isEqualTo("2027-07-04T00:00:00.000-07:00");
        assertThat(affinity.get("/field-values?list_entry_id="
                                + deal.at("/list_entries/0/id").asLong())
                        .json()
                        .size())
                .isEqualTo(2);
    }

    private JsonNode field(String name) {
        return affinity.get("/fields")
                .json()
                .valueStream()
                .filter(field -> field.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
