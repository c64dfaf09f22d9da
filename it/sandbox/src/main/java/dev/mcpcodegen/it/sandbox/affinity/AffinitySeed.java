package dev.mcpcodegen.it.sandbox.affinity;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The records of a small venture firm at one fixed moment: who and what there is. Always the same. */
final class AffinitySeed {

    /** Acme Corp, which documentation and demos ask about; one of its people has the same number. */
    static final long ACME = 98_765;

    /** The moment at which the seed is the present. */
    static final Instant MOMENT = Instant.parse("2026-11-20T17:00:00Z");

    // id | name | domain | whether it belongs to the vendor's global data set
    private static final String ORGANIZATIONS = """
            98765 | Acme Corp            | acme.com               | false
            60101 | Lumen Robotics       | lumenrobotics.example  | false
            60102 | Harbor Analytics     | harboranalytics.example| false
            60103 | Pinecrest Health     | pinecrest.example      | false
            60104 | Orchid Semiconductor | orchidsemi.example     | true
            60105 | Tidewater Foods      | tidewater.example      | false
            60106 | Kestrel Mobility     | kestrel.example        | false
            """;

    // id | type (1 internal) | first name | last name | e-mail | organization, 0 for none
    private static final String PERSONS = """
            123   | 1 | Ava     | Lindqvist  | ava@northbeam.example            | 0
            124   | 1 | Marcus  | Oyelaran   | marcus@northbeam.example         | 0
            125   | 1 | Priya   | Raman      | priya@northbeam.example          | 0
            126   | 1 | Tom     | Becker     | tom@northbeam.example            | 0
            98765 | 0 | Dana    | Whitfield  | dana.whitfield@acme.com          | 98765
            40102 | 0 | Luis    | Ferreira   | luis.ferreira@acme.com           | 98765
            40103 | 0 | Grace   | Okafor     | grace.okafor@acme.com            | 98765
            40104 | 0 | Henrik  | Dahl       | henrik.dahl@acme.com             | 98765
            40105 | 0 | Yuki    | Tanaka     | yuki@lumenrobotics.example       | 60101
            40106 | 0 | Samuel  | Osei       | samuel@lumenrobotics.example     | 60101
            40107 | 0 | Elena   | Petrova    | elena@lumenrobotics.example      | 60101
            40108 | 0 | Noah    | Sandoval   | noah@harboranalytics.example     | 60102
            40109 | 0 | Mei     | Chen       | mei@harboranalytics.example      | 60102
            40110 | 0 | Oliver  | Grant      | oliver@harboranalytics.example   | 60102
            40111 | 0 | Fatima  | Haddad     | fatima@pinecrest.example         | 60103
            40112 | 0 | Jonas   | Weber      | jonas@pinecrest.example          | 60103
            40113 | 0 | Ruth    | Abara      | ruth@pinecrest.example           | 60103
            40114 | 0 | Wei     | Zhang      | wei@orchidsemi.example           | 60104
            40115 | 0 | Ingrid  | Solberg    | ingrid@orchidsemi.example        | 60104
            40116 | 0 | Carlos  | Mendoza    | carlos@tidewater.example         | 60105
            40117 | 0 | Hannah  | Brooks     | hannah@tidewater.example         | 60105
            40118 | 0 | Arjun   | Mehta      | arjun@kestrel.example            | 60106
            40119 | 0 | Sofia   | Rossi      | sofia@kestrel.example            | 60106
            40120 | 0 | Peter   | Novak      | peter@kestrel.example            | 60106
            40121 | 0 | Chloe   | Martin     | chloe.martin@advisors.example    | 0
            """;

    private final AffinityRecords records = new AffinityRecords(Clock.fixed(MOMENT, ZoneOffset.UTC));

    private AffinitySeed() {}

    /** Returns a fresh copy of the seed. */
    static AffinityRecords records() {
        AffinitySeed seed = new AffinitySeed();
        seed.addOrganizations();
        seed.addPersons();
        seed.addGlobalFields();
        seed.addLists();
        AffinitySeedActivity.addTo(seed.records);
        return seed.records;
    }

    /** Returns the cells of a table whose columns are divided by bars. */
    static List<List<String>> rows(String table) {
        return table.lines()
                .map(line -> List.of(line.trim().split("\\s*\\|\\s*")))
                .toList();
    }

    private void addOrganizations() {
        for (List<String> row : rows(ORGANIZATIONS)) {
            ObjectNode values = JsonNodeFactory.instance.objectNode().put("name", row.get(1));
            Organizations.setDomain(values, JsonNodeFactory.instance.stringNode(row.get(2)));
            values.put("global", Boolean.parseBoolean(row.get(3)));
            records.organizations().put(id(row.get(0)), values);
        }
    }

    private void addPersons() {
        for (List<String> row : rows(PERSONS)) {
            ObjectNode values = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", Integer.parseInt(row.get(1)))
                    .put("first_name", row.get(2))
                    .put("last_name", row.get(3));
            values.putArray("emails").add(row.get(4));
            long organization = Long.parseLong(row.get(5));
            values.set("organization_ids", Ids.node(organization == 0 ? List.of() : List.of(organization)));
            records.persons().put(id(row.get(0)), Persons.withPrimaryEmail(values));
        }
    }

    private void addGlobalFields() {
        field(EntityKind.PERSON, null, "Job Title", 6);
        field(EntityKind.PERSON, null, "Phone Number", 6);
        field(EntityKind.PERSON, null, "Source of Introduction", 0);
        ObjectNode industry = field(EntityKind.ORGANIZATION, null, "Industry", 2);
        options(industry, "Software", "Hardware", "Health", "Food");
        ObjectNode headcount = field(EntityKind.ORGANIZATION, null, "Number of Employees", 3);
        ObjectNode location = field(EntityKind.ORGANIZATION, null, "Location", 5);
        JsonNodeFactory json = JsonNodeFactory.instance;
        cell(industry, ACME, null, json.stringNode("Software"));
        cell(headcount, ACME, null, json.numberNode(420));
        cell(
                location,
                ACME,
                null,
                json.objectNode()
                        .put("street_address", "1 Market Street")
                        .put("city", "San Francisco")
                        .put("state", "California")
                        .put("country", "United States"));
    }

    private void addLists() {
        ObjectNode founders = Lists.create(records, 0, "Founders to Watch", true, 124);
        for (long person : List.of(ACME, 40_105L, 40_108L, 40_111L, 40_118L)) {
            ListEntries.create(records, founders, EntityKind.PERSON, person, 124, records.now());
        }
        ObjectNode prospects = Lists.create(records, 1, "Target Companies", true, AffinityRecords.KEY_OWNER);
        for (ObjectNode organization : records.organizations().all()) {
            ListEntries.create(
                    records,
                    prospects,
                    EntityKind.ORGANIZATION,
                    Ids.of(organization),
                    AffinityRecords.KEY_OWNER,
                    records.now());
        }
        ObjectNode priority = field(EntityKind.ORGANIZATION, prospects, "Priority", 7);
        options(priority, "High", "Medium", "Low");
        addDeals(Lists.create(records, 8, "Deal Pipeline", false, AffinityRecords.KEY_OWNER));
    }

    private void addDeals(ObjectNode pipeline) {
        ObjectNode status = field(EntityKind.OPPORTUNITY, pipeline, "Status", 7);
        options(status, "New", "In Diligence", "Term Sheet", "Closed Won", "Passed");
        ObjectNode amount = field(EntityKind.OPPORTUNITY, pipeline, "Amount", 3);
        ObjectNode closing = field(EntityKind.OPPORTUNITY, pipeline, "Expected Close", 4);
        deal(pipeline, "Acme Corp Series B", List.of(ACME, 40_102L), ACME, List.of(status, amount, closing), 2);
        deal(pipeline, "Lumen Robotics Seed", List.of(40_105L), 60_101, List.of(status, amount, closing), 1);
        deal(pipeline, "Harbor Analytics Series A", List.of(40_108L, 40_109L), 60_102, List.of(status, amount), 0);
        deal(pipeline, "Kestrel Mobility Bridge", List.of(40_118L), 60_106, List.of(status), 4);
    }

    private void deal(
            ObjectNode pipeline,
            String name,
            List<Long> persons,
            long organization,
            List<ObjectNode> columns,
            int stage) {
        ObjectNode deal = Opportunities.create(records, pipeline, name, persons, List.of(organization));
        long row = records.listEntries()
                .where(entry -> entry.path("list_id").asLong(0) == Ids.of(pipeline)
                        && entry.path("entity_id").asLong(0) == Ids.of(deal))
                .mapToLong(Ids::of)
                .findFirst()
                .orElseThrow();
        JsonNodeFactory json = JsonNodeFactory.instance;
        List<JsonNode> values = new ArrayList<>();
        values.add(columns.get(0).path("dropdown_options").path(stage).path("id"));
        values.add(json.numberNode(2_500_000 + 750_000 * stage));
        values.add(json.stringNode("2027-0" + (stage + 1) + "-15"));
        for (int i = 0; i < columns.size(); i++) {
            cell(columns.get(i), Ids.of(deal), row, values.get(i));
        }
    }

    private ObjectNode field(EntityKind kind, @Nullable ObjectNode list, String name, int valueType) {
        ObjectNode values = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("entity_type", kind.code())
                .put("list_id", list == null ? null : Ids.of(list))
                .put("value_type", valueType)
                .put("allows_multiple", false)
                .put("track_changes", true)
                .putNull("enrichment_source");
        values.putArray("dropdown_options");
        return records.fields().create(values);
    }

    private static void options(ObjectNode field, String... texts) {
        ArrayNode options = field.withArray("dropdown_options");
        for (int rank = 0; rank < texts.length; rank++) {
            options.addObject()
                    .put("id", Ids.of(field) * 100 + rank)
                    .put("text", texts[rank])
                    .put("rank", rank)
                    .put("color", rank % 5);
        }
    }

    private void cell(ObjectNode field, long entity, @Nullable Long row, JsonNode value) {
        ObjectNode input = JsonNodeFactory.instance.objectNode().put("entity_id", entity);
        if (row != null) {
            input.put("list_entry_id", row);
        }
        input.set("value", value);
        new FieldValues(records).create(field, input);
    }

    private static JsonNode id(String text) {
        return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
    }
}
