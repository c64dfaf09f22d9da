package dev.mcpcodegen.it.sandbox.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AffinityEntitiesTest {

    private final Sandbox sandbox = Sandbox.start(0);
    private final TestClient affinity = TestClient.affinity(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void createsReadsChangesAndDeletesAPerson() {
        JsonNode created = affinity.post(
                        "/persons",
                        "{'first_name':'Ada','last_name':'Berg','emails':['ada@berg.example'],'organization_ids':[98765]}")
                .json();
        String path = "/persons/" + created.path("id").asLong();
        assertThat(created.path("type").asInt()).isZero();
        assertThat(created.path("primary_email").asString()).isEqualTo("ada@berg.example");
        assertThat(affinity.get("/organizations/98765")
                        .json()
                        .path("person_ids")
                        .toString())
                .contains(created.path("id").asString());

        JsonNode changed = affinity.put(path, "{'emails':['a@berg.example','b@berg.example']}")
                .json();
        assertThat(changed.path("emails").size()).isEqualTo(2);
        assertThat(changed.path("first_name").asString()).isEqualTo("Ada");
        assertThat(affinity.put(path, "{'emails':['b@berg.example']}")
                        .json()
                        .path("emails")
                        .size())
                .isEqualTo(1);

        assertThat(affinity.delete(path).json().toString()).isEqualTo("{\"success\":true}");
        assertThat(affinity.get(path).status()).isEqualTo(404);
    }

    @Test
    void refusesAnAddressOfSomebodyElse() {
        TestClient.Answer answer =
                affinity.post("/persons", "{'first_name':'D','last_name':'W','emails':['DANA.Whitfield@acme.com']}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path(0).asString()).contains("already belongs to another person");
    }

    @Test
    void namesEveryMissingField() {
        TestClient.Answer answer = affinity.post("/persons", "{'emails':'no list'}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().toString())
                .contains("first_name is required.", "last_name is required.", "emails must be an array of strings.");
    }

    @Test
    void findsPersonsAndAddsDatesOnDemand() {
        JsonNode plain = affinity.get("/persons?term=whitfield").json().path("persons");
        assertThat(plain.size()).isEqualTo(1);
        assertThat(plain.path(0).has("organization_ids")).isFalse();
        JsonNode dated = affinity.get("/persons/98765?with_interaction_dates=true&with_interaction_persons=true"
                        + "&with_opportunities=true&with_current_organizations=true")
                .json();
        assertThat(dated.path("interaction_dates").has("last_email_date")).isTrue();
        assertThat(dated.at("/interactions/last_email/person_ids/0").asLong()).isEqualTo(123);
        assertThat(dated.path("opportunity_ids").size()).isEqualTo(1);
        assertThat(dated.path("current_organization_ids").path(0).asLong()).isEqualTo(98765);
        int all = affinity.get("/persons").json().path("persons").size();
        int inTouch = affinity.get("/persons?with_interaction_dates=true")
                .json()
                .path("persons")
                .size();
        assertThat(all).isEqualTo(25);
        assertThat(inTouch).isBetween(1, 24);
        assertThat(affinity.get("/persons?min_last_email_date=2026-11-19T00:00:00Z")
                        .json()
                        .path("persons")
                        .size())
                .isBetween(1, inTouch - 1);
    }

    @Test
    void createsReadsChangesAndDeletesAnOrganization() {
        JsonNode created = affinity.post(
                        "/organizations", "{'name':'Nova','domain':'nova.example','person_ids':[40121]}")
                .json();
        String path = "/organizations/" + created.path("id").asLong();
        assertThat(created.path("domains").path(0).asString()).isEqualTo("nova.example");
        assertThat(created.path("person_ids").path(0).asLong()).isEqualTo(40121);
        assertThat(affinity.put(path, "{'name':'Nova AI','person_ids':[]}")
                        .json()
                        .path("person_ids")
                        .size())
                .isZero();
        assertThat(affinity.get("/organizations?term=nova")
                        .json()
                        .path("organizations")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("Nova AI");
        assertThat(affinity.delete(path).status()).isEqualTo(200);
        assertThat(affinity.delete(path).status()).isEqualTo(404);
    }

    @Test
    void protectsGlobalOrganizations() {
        assertThat(affinity.put("/organizations/60104", "{'name':'Mine'}").status())
                .isEqualTo(422);
        assertThat(affinity.delete("/organizations/60104").status()).isEqualTo(422);
        assertThat(affinity.put("/organizations/60104", "{'person_ids':[40114]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsAnOpportunityAndItsRowTogether() {
        long list = list("Deal Pipeline");
        JsonNode created = affinity.post(
                        "/opportunities", "{'name':'Pinecrest','list_id':" + list + ",'organization_ids':[60103]}")
                .json();
        String path = "/opportunities/" + created.path("id").asLong();
        JsonNode row = created.path("list_entries").path(0);
        assertThat(row.path("list_id").asLong()).isEqualTo(list);
        assertThat(affinity.put(path, "{'name':'Pinecrest A'}")
                        .json()
                        .path("organization_ids")
                        .size())
                .isEqualTo(1);
        assertThat(affinity.get("/opportunities?term=pinecrest")
                        .json()
                        .path("opportunities")
                        .size())
                .isEqualTo(1);
        assertThat(affinity.delete("/lists/" + list + "/list-entries/"
                                + row.path("id").asLong())
                        .status())
                .isEqualTo(200);
        assertThat(affinity.get(path).status()).isEqualTo(404);
        assertThat(affinity.post("/opportunities", "{'name':'x','list_id':501}").status())
                .isEqualTo(422);
    }

    @Test
    void deletesAnOpportunityWithItsRow() {
        long list = list("Deal Pipeline");
        int before = affinity.get("/lists/" + list).json().path("list_size").asInt();
        long deal = affinity.get("/opportunities")
                .json()
                .path("opportunities")
                .path(0)
                .path("id")
                .asLong();
        assertThat(affinity.delete("/opportunities/" + deal).status()).isEqualTo(200);
        assertThat(affinity.get("/lists/" + list).json().path("list_size").asInt())
                .isEqualTo(before - 1);
    }

    @Test
    void createsAListAndFillsIt() {
        JsonNode created = affinity.post(
                        "/lists",
                        "{'name':'Mine','type':1,'is_public':true,"
                                + "'additional_permissions':[{'internal_person_id':124,'role_id':1}]}")
                .json();
        String path = "/lists/" + created.path("id").asLong();
        assertThat(created.path("public").asBoolean()).isTrue();
        assertThat(created.path("owner_id").asLong()).isEqualTo(123);
        JsonNode row =
                affinity.post(path + "/list-entries", "{'entity_id':98765}").json();
        assertThat(row.path("entity").path("name").asString()).isEqualTo("Acme Corp");
        // Duplicates are allowed.
        assertThat(affinity.post(path + "/list-entries", "{'entity_id':98765}").status())
                .isEqualTo(200);
        assertThat(affinity.get(path).json().path("list_size").asInt()).isEqualTo(2);
        String rowPath = path + "/list-entries/" + row.path("id").asLong();
        assertThat(affinity.get(rowPath).json()).isEqualTo(row);
        assertThat(affinity.delete(rowPath).status()).isEqualTo(200);
        assertThat(affinity.get(rowPath).status()).isEqualTo(404);
        assertThat(affinity.get("/lists").json().isArray()).isTrue();
    }

    @Test
    void refusesAnUnknownListTypeAndAnOpportunityAsRow() {
        assertThat(affinity.post("/lists", "{'name':'x','type':2,'is_public':true}")
                        .json()
                        .toString())
                .contains("type must be one of 0, 1, 8.");
        long deals = list("Deal Pipeline");
        assertThat(affinity.post("/lists/" + deals + "/list-entries", "{'entity_id':80001}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void answersRowsBareWithoutPageSize() {
        long list = list("Target Companies");
        assertThat(affinity.get("/lists/" + list + "/list-entries").json().isArray())
                .isTrue();
        JsonNode page =
                affinity.get("/lists/" + list + "/list-entries?page_size=3").json();
        assertThat(page.path("list_entries").size()).isEqualTo(3);
        assertThat(page.path("next_page_token").isString()).isTrue();
    }

    @Test
    void knowsWhoKnowsWhom() {
        JsonNode strengths =
                affinity.get("/relationships-strengths?external_id=98765").json();
        assertThat(strengths.size()).isEqualTo(3);
        JsonNode one = affinity.get("/relationships-strengths?external_id=98765&internal_id=123")
                .json();
        assertThat(one.toString()).isEqualTo("[{\"internal_id\":123,\"external_id\":98765,\"strength\":0.82}]");
        assertThat(affinity.get("/relationships-strengths").status()).isEqualTo(422);
    }

    private long list(String name) {
        return affinity.get("/lists")
                .json()
                .valueStream()
                .filter(list -> list.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }
}
