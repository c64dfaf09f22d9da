package dev.mcpcodegen.it.sandbox.octapipe;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The records of a small trading company at one fixed moment. Always the same, uuids included. */
final class OctapipeSeed {

    /** The moment at which the seed is the present. */
    static final Instant MOMENT = Instant.parse("2026-11-20T17:00:00Z");

    /** How many records the large database has. */
    static final int ORDERS = 10_000;

    // key | name | type | r: must have a value, m: a list of values | options
    private static final String CUSTOMER_FIELDS = """
            cf_risk_level | Risk Level     | select |   | Low,Medium,High
            cf_segment    | Segment        | select | r | Retail,Wholesale,Public
            cf_revenue    | Annual Revenue | number |   |
            cf_renewal    | Renewal Date   | date   |   |
            cf_channels   | Channels       | select | m | Web,Store,Phone
            cf_contact    | Contact        | text   |   |
            """;
    private static final String ORDER_FIELDS = """
            cf_total | Total | number  | |
            cf_paid  | Paid  | boolean | |
            """;
    private static final String SALES_FIELDS = """
            cf_value  | Deal Value | number | |
            cf_source | Source     | select | | Referral,Fair,Website
            """;
    private static final List<String> COMPANIES = List.of(
            "Acme Corp",
            "Lumen Robotics",
            "Harbor Analytics",
            "Pinecrest Health",
            "Orchid Semiconductor",
            "Tidewater Foods",
            "Kestrel Mobility",
            "Vertex Analytics");
    private static final List<String> DEALS =
            List.of("pilot", "renewal", "expansion", "migration", "support", "training", "audit", "rollout");
    private static final List<String> PEOPLE = List.of(
            "Ana Prado",
            "Bruno Tavares",
            "Carla Nunes",
            "Diego Rocha",
            "Elisa Campos",
            "Fabio Lima",
            "Gisele Moura",
            "Heitor Pires",
            "Iara Dias",
            "Joana Reis",
            "Kaique Melo",
            "Livia Costa",
            "Mateus Braga",
            "Nina Farias",
            "Otavio Luz",
            "Paula Serra",
            "Rafael Pinto");

    private final OctapipeRecords records = new OctapipeRecords(Clock.fixed(MOMENT, ZoneOffset.UTC));

    private OctapipeSeed() {}

    /** Returns a fresh copy of the seed that goes on by another clock. */
    static OctapipeRecords records(Clock clock) {
        OctapipeSeed seed = new OctapipeSeed();
        seed.addPipelines();
        seed.addUsers();
        seed.addCards();
        seed.addDatabases();
        seed.addActivity();
        seed.records.runOn(clock);
        return seed.records;
    }

    private void addPipelines() {
        addPipeline("Sales", SALES_FIELDS, "Lead", "Qualified", "Proposal", "Negotiation", "Won", "Lost");
        addPipeline("Hiring", "", "Applied", "Interview", "Offer");
        addPipeline("Support", "", "New", "Waiting", "Solved");
    }

    private void addPipeline(String name, String fields, String... stages) {
        ObjectNode pipeline = node().put("name", name);
        var positions = pipeline.putArray("stages");
        for (String stage : stages) {
            positions.add(records.stages().create(node().put("name", stage).put("position", positions.size())));
        }
        records.pipelines().create(withFields(pipeline, fields));
    }

    private void addUsers() {
        for (String person : PEOPLE) {
            int space = person.indexOf(' ');
            String firstName = person.substring(0, space);
            boolean isFirst = person.equals(PEOPLE.get(0));
            String address = firstName.toLowerCase(Locale.ROOT) + "@meridian.example";
            ObjectNode user = node().put("first_name", firstName)
                    .put("last_name", person.substring(space + 1))
                    .put("email", isFirst ? Sessions.EMAIL : address)
                    .put("role", isFirst ? "admin" : "user");
            user.putArray("enabled_pipelines").add(records.pipelines().uuid(1));
            Users.add(records, user);
        }
    }

    private void addCards() {
        ObjectNode sales = pipeline(1);
        for (String deal : DEALS) {
            for (String company : COMPANIES) {
                ObjectNode input = node().put("name", company + " " + deal).put("sla", 24 + deal.length());
                input.putObject("custom_fields_values")
                        .put("cf_value", 1000 * deal.length() + company.length())
                        .put("cf_source", deal.equals("pilot") ? "Fair" : "Referral");
                PipelineCards.add(records, sales, stage(sales, DEALS.indexOf(deal) % 4), input);
            }
        }
        for (String person : PEOPLE.subList(1, 9)) {
            ObjectNode input = node().put("name", person).put("sla", 72);
            input.putObject("custom_fields_values");
            PipelineCards.add(records, pipeline(2), stage(pipeline(2), 0), input);
        }
    }

    private ObjectNode pipeline(int number) {
        return records.pipelines().find(records.pipelines().uuid(number)).orElseThrow();
    }

    private static ObjectNode stage(ObjectNode pipeline, int position) {
        return (ObjectNode) pipeline.path("stages").path(position);
    }

    private void addDatabases() {
        ObjectNode customers = withFields(node().put("name", "Customers"), CUSTOMER_FIELDS);
        ObjectNode stored = records.addDatabase(customers, table -> {});
        for (int i = 0; i < 40; i++) {
            addCustomer(stored, i);
        }
        records.addDatabase(withFields(node().put("name", "Suppliers"), ""), table -> {});
        records.addDatabase(withFields(node().put("name", "Orders"), ORDER_FIELDS), this::addOrders);
    }

    /** Every customer was changed nine days before the one before. */
    private void addCustomer(ObjectNode database, int number) {
        ObjectNode values = node().put("cf_segment", number % 2 == 0 ? "Retail" : "Wholesale");
        if (number % 4 != 0) {
            values.put("cf_risk_level", number % 4 == 3 ? "Medium" : "Low");
        }
        values.put("cf_revenue", 1000 + 250 * number).put("cf_renewal", "2027-0" + (1 + number % 9) + "-01");
        String name = COMPANIES.get(number % COMPANIES.size()) + (number < COMPANIES.size() ? "" : " " + number);
        ObjectNode customer = Databases.add(records, database, name, values);
        String changed = MOMENT.minus(9L * number, ChronoUnit.DAYS).toString();
        customer.put("created_at", "2025-01-15T09:00:00Z").put("updated_at", changed);
    }

    private void addOrders(Table table) {
        ObjectNode orders =
                records.databases().find(records.databases().uuid(3)).orElseThrow();
        for (int i = 1; i <= ORDERS; i++) {
            ObjectNode order = node().put("name", "Order " + i);
            order.putObject("custom_fields_values")
                    .put("cf_total", 10 + i % 500)
                    .put("cf_paid", i % 3 != 0);
            order.set("database_uuid", orders.path("uuid"));
            order.set("database_name", orders.path("name"));
            order.put("created_at", "2026-03-01T08:00:00Z")
                    .put("updated_at", "2026-03-01T08:00:00Z")
                    .putNull("deleted_at");
            table.create(order);
        }
    }

    private void addActivity() {
        ObjectNode card = records.cards().find(records.cards().uuid(1)).orElseThrow();
        for (int i = 1; i <= 17; i++) {
            ObjectNode task = node().put("title", "Call " + COMPANIES.get(i % COMPANIES.size()))
                    .put("start_date", "2026-11-" + (10 + i))
                    .put("end_date", "2026-11-" + (10 + i))
                    .put("start_time", "09:00")
                    .put("end_time", "09:30")
                    .put("status", i < 8 ? "completed" : "pending")
                    .put("priority", i % 3 == 0 ? "high" : "medium");
            Tasks.add(records, task);
            Notifications.add(
                    records,
                    on(card).put("owner_user_uuid", records.users().uuid(1)).put("message", "Task " + i + " is due."));
        }
        for (String text : List.of("Met at the fair.", "Wants a **pilot** in spring.", "Budget confirmed.")) {
            Notes.add(records, card, on(card).put("note", text));
        }
        ObjectNode file = on(card).put("name", "offer.pdf")
                .put("url", "https://files.octapipe.example/offer.pdf")
                .put("mime", "application/pdf")
                .put("size", 48_213);
        file.set("user", records.self());
        records.files().create(records.stamped(file));
    }

    private static ObjectNode on(ObjectNode card) {
        return node().put("entity", "pipeline_card").put("record_uuid", OctapipeRecords.uuid(card));
    }

    private static ObjectNode withFields(ObjectNode owner, String table) {
        var fields = owner.putArray("custom_fields");
        for (String line : table.lines().toList()) {
            String[] cells = line.strip().split("\\s*\\|\\s*", -1);
            ObjectNode field = fields.addObject()
                    .put("key", cells[0])
                    .put("name", cells[1])
                    .put("type", cells[2])
                    .put("required", cells[3].contains("r"))
                    .put("multiple", cells[3].contains("m"));
            if (!cells[4].isEmpty()) {
                var options = field.putArray("options");
                List.of(cells[4].split(",")).forEach(options::add);
            }
        }
        return owner;
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
