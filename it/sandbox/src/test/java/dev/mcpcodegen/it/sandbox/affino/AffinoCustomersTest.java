package dev.mcpcodegen.it.sandbox.affino;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.TestClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AffinoCustomersTest {

    private final Sandbox sandbox = Sandbox.start(0);
    private final TestClient affino = TestClient.affino(sandbox, AffinoPerson.EDITOR);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void searchesByTextAndByField() {
        assertThat(codes("/accounts?Keyword=moorland", "AccountCode")).containsExactly("2102");
        assertThat(codes("/contacts?AccountCode=2101", "UserCode")).containsExactly("3101", "3102");
        assertThat(codes("/opportunities?Stage=Lead", "OpportunityCode")).containsExactly("4102");
        assertThat(codes("/tasks?OpportunityCode=4101&Status=pending", "AppUserTaskCode"))
                .containsExactly("4501");
        assertThat(codes("/notes?AccountCode=2102", "NoteCode")).isEmpty();
    }

    @Test
    void walksAllPages() {
        List<String> codes = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            codes.addAll(codes("/contacts?PageSize=3&PageNumber=" + page, "UserCode"));
        }
        assertThat(codes).hasSize(8).doesNotHaveDuplicates();
        assertThat(affino.get("/contacts?PageSize=3").json().path("TotalCount").asInt())
                .isEqualTo(8);
    }

    @Test
    void linksAContactToAnAccountAndUnlinksIt() {
        JsonNode linked =
                affino.post("/contacts/3103/account", "{'AccountCode': '2103'}").json();
        assertThat(linked.at("/Account/Name").asString()).isEqualTo("Alpine Association");
        assertThat(affino.delete("/contacts/3103/account/2102").status()).isEqualTo(404);
        assertThat(affino.delete("/contacts/3103/account/2103").status()).isEqualTo(200);
        assertThat(affino.get("/contacts/3103").json().has("Account")).isFalse();
    }

    @Test
    void keepsConsentsApartFromTheContact() {
        assertThat(affino.get("/contacts/3101").json().toString()).doesNotContain("MARKETING");
        JsonNode changed = affino.put(
                        "/contacts/3101/permissions",
                        "{'Permissions': [{'PermissionCode': 'MARKETING', 'Granted': false}]}")
                .json();
        assertThat(changed.at("/Data/0/Granted").asBoolean(true)).isFalse();
        assertThat(affino.get("/contacts/3101/permissions").json()).isEqualTo(changed);
        assertThat(affino.put(
                                "/contacts/3101/permissions",
                                "{'Permissions': [{'PermissionCode': 'NONE', 'Granted': true}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void countsWhoIsOnAList() {
        JsonNode added = affino.post("/contact-lists/2501/members", "{'UserCode': '3104'}")
                .json();
        assertThat(added.at("/Success").asBoolean()).isTrue();
        assertThat(added.at("/Member/LastName").asString()).isEqualTo("Caduff");
        assertThat(affino.get("/contact-lists/2501").json().path("MemberCount").asInt())
                .isEqualTo(3);
        assertThat(affino.delete("/contact-lists/2501/members/3104")
                        .json()
                        .at("/Member/UserCode")
                        .asString())
                .isEqualTo("3104");
        assertThat(codes("/account-lists/2601/members", "AccountCode")).containsExactly("2101");
    }

    @Test
    void attachesPeopleAndTopicsToADeal() {
        JsonNode contact = affino.post("/opportunities/4102/contacts", "{'UserCode': '3103', 'Role': 'Buyer'}")
                .json();
        assertThat(contact.path("Role").asString()).isEqualTo("Buyer");
        assertThat(codes("/opportunities/4102/team-members", "UserCode")).isEmpty();
        assertThat(affino.post("/opportunities/4102/topics", "{'TopicCode': '7102'}")
                        .json()
                        .path("Title")
                        .asString())
                .isEqualTo("Mountains");
        assertThat(affino.post("/opportunities/4102/team-members", "{'UserCode': '1'}")
                        .status())
                .isEqualTo(400);
        assertThat(affino.delete("/opportunities/4102/contacts/3103").status()).isEqualTo(200);
    }

    @Test
    void wantsToKnowWhatATaskIsAbout() {
        assertThat(affino.post("/tasks", "{'Title': 'Call'}").status()).isEqualTo(400);
        JsonNode task = affino.post("/tasks", "{'Title': 'Call', 'AccountCode': '2101'}")
                .json();
        assertThat(task.path("Status").asString()).isEqualTo("pending");
        assertThat(task.at("/Scope/Title").asString()).isEqualTo("Harbour Print");
        String path = "/tasks/" + task.path("AppUserTaskCode").asString();
        assertThat(affino.put(path, "{'Status': 'completed'}").status()).isEqualTo(200);
        assertThat(affino.put(path, "{'Status': 'done'}").status()).isEqualTo(400);
    }

    @Test
    void namesPeopleAndDealsOfAnAccount() {
        JsonNode account = affino.get("/accounts/2101").json();
        assertThat(account.path("Contacts")).hasSize(2);
        assertThat(account.at("/Opportunities/0/Title").asString()).isEqualTo("Spring catalogue");
    }

    @Test
    void answersNothingUnderAWrongCode() {
        assertThat(affino.get("/accounts/3101").status()).isEqualTo(404);
        assertThat(affino.get("/contact-lists/1/members").status()).isEqualTo(404);
        assertThat(affino.get("/sections").status()).isEqualTo(404);
        TestClient.Answer refused = affino.post("/opportunities", "{'AccountCode': '3101'}");
        assertThat(refused.json().path("Message").asString()).isEqualTo("AccountCode 3101 does not exist.");
    }

    private List<String> codes(String path, String codeName) {
        return affino.get(path)
                .json()
                .path("Data")
                .valueStream()
                .map(item -> item.path(codeName).asString())
                .toList();
    }
}
