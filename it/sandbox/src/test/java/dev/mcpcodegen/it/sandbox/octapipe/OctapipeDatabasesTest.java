package dev.mcpcodegen.it.sandbox.octapipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.TestClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OctapipeDatabasesTest {

    private final Sandbox sandbox = Sandbox.start(0);
    private final TestClient octapipe = TestClient.octapipe(sandbox);
    private final String customers = database("Customers");
    private final String records = "/databases/" + customers + "/records";

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String database(String name) {
        return octapipe.get("/databases")
                .json()
                .valueStream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("uuid")
                .asString();
    }

    @Test
    void tellsTheFieldsOfADatabase() {
        JsonNode risk = octapipe.get("/databases/" + customers).json().at("/custom_fields/0");
        assertThat(risk.path("key").asString()).isEqualTo("cf_risk_level");
        assertThat(risk.path("name").asString()).isEqualTo("Risk Level");
        assertThat(risk.path("options")).hasSize(3);
        assertThat(octapipe.get("/databases/" + customers.replace("1", "9")).status())
                .isEqualTo(404);
    }

    @Test
    void createsChangesAndDeletesARecord() {
        JsonNode created = octapipe.post(
                        records, "{'name': 'New Co', 'custom_fields_values': {'cf_segment': 'Retail'}}")
                .json();
        String path = records + "/" + created.path("uuid").asString();
        assertThat(created.path("database_name").asString()).isEqualTo("Customers");
        assertThat(created.at("/creator_user/email").asString()).isEqualTo("agent@meridian.example");
        assertThat(octapipe.get(path).json()).isEqualTo(created);

        JsonNode changed = octapipe.put(
                        path, "{'name': 'Newer Co', 'custom_fields_values': {'cf_segment': 'Public', 'cf_revenue': 5}}")
                .json();
        assertThat(changed.path("name").asString()).isEqualTo("Newer Co");
        assertThat(changed.path("custom_fields_values")).hasSize(2);

        assertThat(octapipe.delete(path).status()).isEqualTo(204);
        assertThat(octapipe.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'cf_segment': 'Retail', 'cf_unknown': 1}            | custom_fields_values.cf_unknown
            {'cf_segment': 'Secret'}                             | custom_fields_values.cf_segment
            {'cf_segment': 'Retail', 'cf_revenue': '5'}          | custom_fields_values.cf_revenue
            {'cf_segment': 'Retail', 'cf_renewal': 'soon'}       | custom_fields_values.cf_renewal
            {'cf_segment': 'Retail', 'cf_channels': ['Pigeon']}  | custom_fields_values.cf_channels
            {'cf_risk_level': 'High'}                            | custom_fields_values.cf_segment
            """, quoteCharacter = '"')
    void refusesValuesThatDoNotFitTheFields(String values, String field) {
        TestClient.Answer refused = octapipe.post(records, "{'name': 'x', 'custom_fields_values': " + values + "}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").propertyNames()).containsExactly(field);
    }

    @Test
    void knowsARecordInItsOwnDatabaseOnly() {
        String uuid = octapipe.get(records).json().at("/0/uuid").asString();
        assertThat(octapipe.get(records + "/" + uuid).status()).isEqualTo(200);
        assertThat(octapipe.get("/databases/" + database("Suppliers") + "/records/" + uuid)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void changesAllRecordsThatMatch() {
        JsonNode answer = octapipe.put(
                        records + "/bulk",
                        "{'filters': [{'field': 'updated_at', 'operator': 'lt', 'value': '2026-05-24'}], 'values': {'cf_risk_level': 'High'}}")
                .json();
        assertThat(answer.path("updated").asInt()).isEqualTo(19);
        List<JsonNode> all = all(records);
        assertThat(all).hasSize(40);
        assertThat(all)
                .filteredOn(each -> each.at("/custom_fields_values/cf_risk_level")
                        .asString("")
                        .equals("High"))
                .hasSize(19)
                .allMatch(each -> each.path("custom_fields_values").has("cf_segment"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'field': 'name', 'operator': 'eq', 'value': 'Acme Corp'}                          | 1
            {'field': 'name', 'operator': 'contains', 'value': 'acme'}                         | 5
            {'field': 'cf_revenue', 'operator': 'gte', 'value': 10000}                         | 4
            {'field': 'cf_revenue', 'operator': 'lte', 'value': 1000}                          | 1
            {'field': 'cf_revenue', 'operator': 'gt', 'value': 10000}                          | 3
            {'field': 'cf_risk_level', 'operator': 'is_null'}                                  | 10
            {'field': 'cf_risk_level', 'operator': 'in', 'value': ['Low', 'Medium']}           | 30
            {'field': 'cf_segment', 'operator': 'neq', 'value': 'Retail'}                      | 20
            """, quoteCharacter = '"')
    void deletesAllRecordsThatMatch(String condition, int matches) {
        TestClient.Answer answer = octapipe.send(
                "DELETE",
                records + "/bulk",
                "application/json",
                ("{'filters': [" + condition + "]}").replace('\'', '"'));
        assertThat(answer.json().path("deleted").asInt()).isEqualTo(matches);
        assertThat(all(records)).hasSize(40 - matches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                                             | filters
            [{'field': 'cf_nothing', 'operator': 'eq', 'value': 1}]                        | filters.0.field
            [{'field': 'name', 'operator': 'like', 'value': 'x'}]                          | filters.0.operator
            [{'field': 'name', 'operator': 'in', 'value': 'x'}]                            | filters.0.value
            [{'field': 'name', 'operator': 'eq', 'value': 'x', 'case': true}]              | filters.0.case
            """, quoteCharacter = '"')
    void refusesConditionsThatItDoesNotUnderstand(String filters, String field) {
        TestClient.Answer refused =
                octapipe.put(records + "/bulk", "{'values': {'cf_contact': 'x'}, 'filters': " + filters + "}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").propertyNames()).containsExactly(field);
    }

    @Test
    void importsRows() {
        JsonNode answer = octapipe.multipart(records + "/import", """
                        --b
                        Content-Disposition: form-data; name="mapping"

                        {"Segment": "cf_segment"}
                        --b
                        Content-Disposition: form-data; name="file"; filename="new.csv"
                        Content-Type: text/csv

                        name,Segment
                        One,Retail
                        ,Retail
                        Two,Secret
                        --b--
                        """).json();
        assertThat(answer.path("imported").asInt()).isEqualTo(1);
        assertThat(answer.path("failed").asInt()).isEqualTo(2);
        assertThat(answer.path("errors")).hasSize(2);
        assertThat(all(records)).hasSize(41);
    }

    @Test
    void exportsAFileOrAnAddress() {
        TestClient.Answer csv = octapipe.get(records + "/export");
        assertThat(csv.header("content-type")).startsWith("text/csv");
        assertThat(csv.response().body().lines())
                .hasSize(41)
                .first()
                .isEqualTo("uuid,name,cf_risk_level,cf_segment,cf_revenue,cf_renewal,cf_channels,cf_contact");
        assertThat(octapipe.get(records + "/export?format=xlsx")
                        .json()
                        .path("url")
                        .asString())
                .endsWith(".xlsx");
        assertThat(octapipe.get(records + "/export?format=pdf").status()).isEqualTo(422);
    }

    @Test
    void hasALargeDatabase() {
        String orders = "/databases/" + database("Orders") + "/records";
        assertThat(octapipe.get(orders + "?page=666").json()).hasSize(15);
        assertThat(octapipe.get(orders + "?page=667").json()).hasSize(10);
        assertThat(octapipe.get(orders + "?page=668").json()).isEmpty();
    }

    private List<JsonNode> all(String path) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page;
        int number = 1;
        do {
            page = octapipe.get(path + "?page=" + number++).json();
            page.forEach(all::add);
        } while (!page.isEmpty());
        return all;
    }
}
