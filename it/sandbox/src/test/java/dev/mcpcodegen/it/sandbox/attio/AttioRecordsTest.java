package dev.mcpcodegen.it.sandbox.attio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.TestClient;
import dev.mcpcodegen.it.sandbox.TestClient.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AttioRecordsTest {

    private static final String COMPANIES = "/v2/objects/companies/records";
    private static final String PIPELINE = "/v2/lists/sales_pipeline/entries";
    private static final String ACME = "00000000-0000-4000-8000-0000000000c1";
    private static final String HARBOR = "00000000-0000-4000-8000-0000000000c3";
    private static final String ACME_ENTRY = PIPELINE + "/00000000-0000-4000-8000-000000000091";

    private final Sandbox sandbox = Sandbox.start(0);
    private final TestClient attio = TestClient.attio(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void createsARecordOnceByAsserting() {
        String company = "{'data': {'values': {'domains': ['vertexanalytics.io'], 'name': 'Vertex'}}}";
        String first = idOf(attio.put(COMPANIES + "?matching_attribute=domains", company));
        String second =
                idOf(attio.put(COMPANIES + "?matching_attribute=domains", company.replace("Vertex", "Vertex AI")));

        assertThat(second).isEqualTo(first);
        assertThat(texts(record(first), "name", "value")).containsExactly("Vertex AI");
    }

    @Test
    void addsToTheMatchingAttributeAndReplacesOthers() {
        attio.put(
                COMPANIES + "?matching_attribute=domains",
                "{'data': {'values': {'domains': ['harbor.example', 'harbor.io'], 'categories': ['Health']}}}");

        assertThat(texts(record(HARBOR), "domains", "domain"))
                .containsExactly("harbor.example", "harbor.io", "harboranalytics.example");
        assertThat(titles(record(HARBOR), "categories", "option")).containsExactly("Health");
    }

    @Test
    void appendsWithPatchAndOverwritesWithPut() {
        attio.patch(COMPANIES + "/" + ACME, "{'data': {'values': {'categories': ['Food']}}}");
        assertThat(titles(record(ACME), "categories", "option")).containsExactly("Food", "SaaS");

        attio.put(COMPANIES + "/" + ACME, "{'data': {'values': {'categories': ['Health']}}}");
        assertThat(titles(record(ACME), "categories", "option")).containsExactly("Health");
        assertThat(texts(record(ACME), "name", "value")).containsExactly("Acme Corp");
    }

    @Test
    void keepsTheHistoryOfAValue() {
        attio.patch(ACME_ENTRY, "{'data': {'entry_values': {'status': 'Won'}}}");

        String values = ACME_ENTRY + "/attributes/status/values";
        assertThat(attio.get(values).json().path("data")).hasSize(1);
        JsonNode history = attio.get(values + "?show_historic=true").json().path("data");
        assertThat(history.valueStream().map(value -> value.at("/status/title").asString()))
                .containsExactly("Qualified", "Won");
        assertThat(history.at("/0/active_until").isNull()).isFalse();
        assertThat(history.at("/1/active_until").isNull()).isTrue();
    }

    @Test
    void keepsEntriesApartFromRecords() {
        Answer asserted = attio.put(PIPELINE, """
                {'data': {'parent_object': 'companies', 'parent_record_id': '%s', 'entry_values': {'status': 'New Lead'}}}""".formatted(HARBOR));

        assertThat(asserted.json()
                        .at("/data/entry_values/status/0/status/title")
                        .asString())
                .isEqualTo("New Lead");
        assertThat(record(HARBOR).has("status")).isFalse();
        JsonNode references =
                attio.get(COMPANIES + "/" + HARBOR + "/entries").json().path("data");
        assertThat(references).hasSize(1);
        assertThat(references.at("/0/list_api_slug").asString()).isEqualTo("sales_pipeline");
    }

    @Test
    void refusesToAssertWhatIsOnAListTwice() {
        String entry = """
                {'data': {'parent_object': 'companies', 'parent_record_id': '%s', 'entry_values': {}}}""".formatted(ACME);
        assertThat(attio.post(PIPELINE, entry).status()).isEqualTo(200);

        assertError(attio.put(PIPELINE, entry), 400, "multiple_match_results");
    }

    @Test
    void refusesWhatTheWorkspaceDoesNotHave() {
        String one = COMPANIES + "/" + ACME;
        assertError(attio.patch(one, "{'data': {'values': {'colour': 'red'}}}"), 400, "value_not_found");
        assertError(attio.patch(one, "{'data': {'values': {'tier': 'Z'}}}"), 400, "value_not_found");
        assertError(attio.patch(one, "{'data': {'values': {'categories': 'SaaS'}}}"), 400, "validation_type");
        assertError(attio.patch(one, "{'data': {'values': {'employees': 'many'}}}"), 400, "validation_type");
        assertError(attio.patch(one, "{'data': {'values': {'logo_url': 'x'}}}"), 400, "immutable_value");
        assertError(
                attio.post(COMPANIES, "{'data': {'values': {'domains': ['acme.com']}}}"), 409, "uniqueness_conflict");
        assertError(
                attio.post("/v2/objects/deals/records", "{'data': {'values': {'name': 'x'}}}"), 400, "missing_value");
        assertError(
                attio.put(COMPANIES + "?matching_attribute=name", "{'data': {'values': {'name': 'x'}}}"),
                400,
                "validation_type");
        assertThat(texts(record(ACME), "name", "value")).containsExactly("Acme Corp");
    }

    @Test
    void findsByShortAndVerboseFilters() {
        assertThat(names("'name': 'Acme Corp'")).containsExactly("Acme Corp");
        assertThat(names("'domains': {'domain': {'$ends_with': '.example'}}")).hasSize(3);
        assertThat(names("'employees': {'$gte': 80}, 'categories': 'Health'")).containsExactly("Pinecrest Health");
        assertThat(names("'$or': [{'tier': 'A'}, {'tier': 'B'}]")).containsExactly("Acme Corp", "Lumen Robotics");
        assertThat(names("'$not': {'employees': {'$not_empty': true}}"))
                .containsExactly("Lumen Robotics", "Harbor Analytics");
        assertThat(names("'record_id': {'$in': ['" + ACME + "']}")).containsExactly("Acme Corp");
        assertThat(attio.post("/v2/objects/people/records/query", """
                                {'filter': {'path': [['people', 'company'], ['companies', 'name']],
                                 'constraints': {'$contains': 'acme'}}}""").json().path("data"))
                .hasSize(1);
        assertThat(attio.post("/v2/objects/people/records/query", "{'filter': {'name': 'Yuki Tanaka'}}")
                        .json()
                        .path("data"))
                .hasSize(1);
        assertThat(attio.post(
                                "/v2/objects/deals/records/query",
                                "{'filter': {'value': {'currency_value': {'$lt': 20000}}}}")
                        .json()
                        .at("/data/0/values/name/0/value")
                        .asString())
                .isEqualTo("Lumen pilot");
    }

    @Test
    void findsEntriesByTheirListAndByTheirRecord() {
        assertThat(attio.post(PIPELINE + "/query", "{'filter': {'status': 'New Lead'}}")
                        .json()
                        .path("data"))
                .hasSize(1);
        assertThat(attio.post(PIPELINE + "/query", """
                                {'filter': {'path': [['sales_pipeline', 'parent_record'], ['companies', 'name']],
                                 'constraints': {'value': 'Acme Corp'}}}""").json().path("data")).hasSize(1);
    }

    @Test
    void sortsAndPages() {
        String sorted = "{'sorts': [{'attribute': 'name', 'direction': 'desc'}], 'limit': 3, 'offset': %d}";
        JsonNode first =
                attio.post(COMPANIES + "/query", sorted.formatted(0)).json().path("data");
        JsonNode last =
                attio.post(COMPANIES + "/query", sorted.formatted(3)).json().path("data");

        assertThat(first.valueStream().map(AttioRecordsTest::name))
                .containsExactly("Pinecrest Health", "Lumen Robotics", "Harbor Analytics");
        assertThat(last.valueStream().map(AttioRecordsTest::name)).containsExactly("Acme Corp");
    }

    @Test
    void refusesWrongFilters() {
        assertError(attio.post(COMPANIES + "/query", "{'filter': {'colour': 'red'}}"), 400, "filter_error");
        assertError(attio.post(COMPANIES + "/query", "{'filter': {'name': {'$neq': 'x'}}}"), 400, "filter_error");
        assertError(attio.post(COMPANIES + "/query", "{'filter': {'name': ['Acme Corp']}}"), 400, "filter_error");
        assertError(attio.post(COMPANIES + "/query", "{'query': 'acme'}"), 400, "validation_type");
    }

    private List<String> names(String filter) {
        return attio.post(COMPANIES + "/query", "{'filter': {" + filter + "}}")
                .json()
                .path("data")
                .valueStream()
                .map(AttioRecordsTest::name)
                .toList();
    }

    private static String name(JsonNode record) {
        return record.at("/values/name/0/value").asString("");
    }

    private JsonNode record(String id) {
        return attio.get(COMPANIES + "/" + id).json().at("/data/values");
    }

    private static List<String> texts(JsonNode values, String slug, String property) {
        return values.path(slug)
                .valueStream()
                .map(value -> value.path(property).asString(""))
                .toList();
    }

    private static List<String> titles(JsonNode values, String slug, String property) {
        return values.path(slug)
                .valueStream()
                .map(value -> value.path(property).path("title").asString(""))
                .toList();
    }

    private static String idOf(Answer answer) {
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer.json().at("/data/id/record_id").asString("");
    }

    private static void assertError(Answer answer, int status, String code) {
        assertThat(answer.json().path("code").asString(""))
                .as("%s", answer.json())
                .isEqualTo(code);
        assertThat(answer.json().path("status_code").asInt()).isEqualTo(status);
        assertThat(answer.json().path("message").asString("")).isNotBlank();
        assertThat(answer.status()).isEqualTo(status);
    }
}
