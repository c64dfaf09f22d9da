package dev.mcpcodegen.it.sandbox.attio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A small venture firm's workspace at one fixed moment. Always the same, with the same ids. */
final class AttioSeed {

    /** The moment at which the seed is the present. */
    static final Instant MOMENT = Instant.parse("2026-11-20T17:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    // slug | one | several
    private static final String OBJECTS = """
            companies  | Company   | Companies
            people     | Person    | People
            deals      | Deal      | Deals
            users      | User      | Users
            workspaces | Workspace | Workspaces
            """;
    // last digits of the id | first name | last name | access
    private static final String MEMBERS = """
            e1 | Ava    | Lindqvist | admin
            e2 | Marcus | Oyelaran  | member
            e3 | Priya  | Raman     | suspended
            """;

    private final Workspace workspace = new Workspace(Clock.fixed(MOMENT, ZoneOffset.UTC));
    private final ValueWriter writer = new ValueWriter(workspace);

    private AttioSeed() {}

    /** Returns a fresh copy of the seed. */
    static Workspace workspace() {
        AttioSeed seed = new AttioSeed();
        seed.addMembers();
        seed.addObjects();
        seed.addRecords();
        seed.addLists();
        seed.addActivity();
        return seed.workspace;
    }

    private void addMembers() {
        for (List<String> row : SystemAttributes.rows(MEMBERS)) {
            ObjectNode member = JsonNodeFactory.instance
                    .objectNode()
                    .put("first_name", row.get(1))
                    .put("last_name", row.get(2))
                    .putNull("avatar_url")
                    .put("email_address", row.get(1).toLowerCase(Locale.ROOT) + "@northbeam.example")
                    .put("created_at", workspace.now())
                    .put("access_level", row.get(3));
            workspace.members().put("00000000-0000-4000-8000-0000000000" + row.get(0), member);
        }
    }

    private void addObjects() {
        int last = 0xb1;
        for (List<String> row : SystemAttributes.rows(OBJECTS)) {
            addObject("00000000-0000-4000-8000-0000000000" + Integer.toHexString(last++), row);
        }
        SystemAttributes.addAll(workspace);
        Owner companies = workspace.requireObject("companies");
        choices(companies.requireAttribute("categories"), "SaaS", "Robotics", "Health", "Food");
        choices(workspace.requireObject("deals").requireAttribute("stage"), "Lead", "In Progress", "Won", "Lost");
        choices(attribute(companies, "tier", "Tier", "select", "-"), "A", "B", "C");
        attribute(companies, "employees", "Employees", "number", "-");

        Owner invoices = addObject("00000000-0000-4000-8000-0000000000b6", List.of("invoices", "Invoice", "Invoices"));
        SystemAttributes.addCommon(workspace, invoices);
        attribute(invoices, "number", "Invoice number", "text", "ur");
        attribute(invoices, "due_on", "Due on", "date", "-");
    }

    private Owner addObject(String id, List<String> row) {
        ObjectNode names = JsonNodeFactory.instance
                .objectNode()
                .put("api_slug", row.get(0))
                .put("singular_noun", row.get(1))
                .put("plural_noun", row.get(2));
        return Objects.add(workspace, id, names);
    }

    private Attribute attribute(Owner owner, String slug, String title, String type, String flags) {
        return Attributes.add(workspace, owner, SystemAttributes.definition(slug, title, type, flags), false);
    }

    private void choices(Attribute attribute, String... titles) {
        for (String title : titles) {
            Choices.add(
                    workspace, attribute, JsonNodeFactory.instance.objectNode().put("title", title));
        }
    }

    private void addRecords() {
        add("companies", 0xc1, """
                {"name": "Acme Corp", "domains": ["acme.com"], "categories": ["SaaS"], "tier": "A", "employees": 420}""");
        add("companies", 0xc2, """
                {"name": "Lumen Robotics", "domains": ["lumenrobotics.example"], "categories": ["Robotics"], "tier": "B"}""");
        add("companies", 0xc3, """
                {"name": "Harbor Analytics", "domains": ["harboranalytics.example", "harbor.example"], "categories": ["SaaS"]}""");
        add("companies", 0xc4, """
                {"name": "Pinecrest Health", "domains": ["pinecrest.example"], "categories": ["Health"], "employees": 80}""");
        add("people", 0xd1, """
                {"name": "Whitfield, Dana", "email_addresses": ["dana.whitfield@acme.com"], "company": "acme.com",
                 "job_title": "CFO", "phone_numbers": ["+14155550101"]}""");
        add("people", 0xd2, """
                {"name": "Tanaka, Yuki", "email_addresses": ["yuki@lumenrobotics.example"],
                 "company": "lumenrobotics.example", "job_title": "CEO"}""");
        add("people", 0xd3, """
                {"name": "Grant, Oliver", "email_addresses": ["oliver@harbor.example"], "company": "harbor.example"}""");
        add("deals", 0x51, """
                {"name": "Acme renewal", "stage": "In Progress", "owner": "ava@northbeam.example", "value": 48000,
                 "associated_company": "acme.com", "associated_people": ["dana.whitfield@acme.com"]}""");
        add("deals", 0x52, """
                {"name": "Lumen pilot", "stage": "Lead", "owner": "marcus@northbeam.example", "value": 12500.5,
                 "associated_company": "lumenrobotics.example"}""");
        add("users", 0x61, """
                {"user_id": "u-17", "primary_email_address": "dana.whitfield@acme.com", "person": "dana.whitfield@acme.com"}""");
        add("workspaces", 0x71, """
                {"workspace_id": "ws-9", "name": "Acme production", "users": ["u-17"], "company": "acme.com"}""");
        add("invoices", 0x81, """
                {"name": "Acme Q4", "number": "2026-0042", "due_on": "2026-12-15"}""");
    }

    private Holder add(String object, int last, String values) {
        Owner owner = workspace.requireObject(object);
        String id = "00000000-0000-4000-8000-0000000000" + Integer.toHexString(last);
        Holder record = new Holder(owner, id, workspace.now(), null);
        writer.create(record, JSON.readTree(values));
        owner.holders().add(record);
        return record;
    }

    private void addLists() {
        Owner pipeline = list(0xa1, "sales_pipeline", "Sales pipeline", "companies");
        choices(attribute(pipeline, "status", "Status", "status", "-"), "New Lead", "Contacted", "Qualified", "Won");
        choices(attribute(pipeline, "channels", "Channels", "select", "m"), "Inbound", "Event", "Partner");
        attribute(pipeline, "priority", "Priority", "rating", "-");
        entry(
                pipeline,
                0x91,
                "companies",
                "c1",
                "{\"status\": \"Qualified\", \"channels\": [\"Event\", \"Partner\"], \"priority\": 4}");
        entry(pipeline, 0x92, "companies", "c2", "{\"status\": \"New Lead\"}");

        Owner reviews = list(0xa2, "deal_reviews", "Deal reviews", "deals");
        choices(attribute(reviews, "stage", "Stage", "status", "-"), "To review", "Approved", "Rejected");
        attribute(reviews, "risk", "Risk", "text", "-");
        entry(reviews, 0x93, "deals", "51", "{\"stage\": \"To review\", \"risk\": \"Renewal depends on the new CFO\"}");
    }

    private Owner list(int last, String slug, String name, String object) {
        ObjectNode input = JsonNodeFactory.instance
                .objectNode()
                .put("api_slug", slug)
                .put("name", name)
                .put("parent_object", object)
                .put("workspace_access", "full-access");
        input.putArray("workspace_member_access");
        return Lists.add(workspace, "00000000-0000-4000-8000-0000000000" + Integer.toHexString(last), input);
    }

    private void entry(Owner list, int last, String object, String record, String values) {
        Holder parent = workspace.requireRecord(object, "00000000-0000-4000-8000-0000000000" + record);
        String id = "00000000-0000-4000-8000-0000000000" + Integer.toHexString(last);
        Holder entry = new Holder(list, id, workspace.now(), parent);
        writer.create(entry, JSON.readTree(values));
        list.holders().add(entry);
    }

    private void addActivity() {
        Holder deal = workspace.requireRecord("deals", "00000000-0000-4000-8000-000000000051");
        IntStream.rangeClosed(1, 12).forEach(day -> {
            ObjectNode note = JsonNodeFactory.instance
                    .objectNode()
                    .put("title", "Call " + day)
                    .put("content", "Talked about **renewal**, day " + day + ".");
            Notes.add(workspace, deal, note, Workspace.text(MOMENT.minus(Duration.ofDays(30L - day))));
        });
        ObjectNode task = (ObjectNode) JSON.readTree("""
                {"content_plaintext": "Send the renewal draft", "deadline_at": "2026-11-27T09:00:00.000000000Z",
                 "is_completed": false, "completed_at": null, "linked_records": [], "assignees": [
                   {"referenced_actor_type": "workspace-member", "referenced_actor_id": "%s"}]}""".formatted(Workspace.TOKEN_OWNER));
        task.withArray("linked_records")
                .addObject()
                .put("target_object_id", deal.owner().id())
                .put("target_record_id", deal.id());
        task.set("created_by_actor", Workspace.token());
        workspace.tasks().create(task.put("created_at", workspace.now()));
        addThread(deal);
        JsonNode webhook = JSON.readTree("""
                {"target_url": "https://hooks.northbeam.example/attio",
                 "subscriptions": [{"event_type": "record.created", "filter": null}], "status": "active"}""");
        workspace.webhooks().create(((ObjectNode) webhook).put("created_at", workspace.now()));
    }

    private void addThread(Holder deal) {
        ObjectNode thread =
                workspace.threads().create(JsonNodeFactory.instance.objectNode().put("created_at", workspace.now()));
        for (String text : List.of("Who talks to the new CFO?", "I do, on Monday.")) {
            ObjectNode comment = JsonNodeFactory.instance
                    .objectNode()
                    .put("thread_id", workspace.threads().idOf(thread))
                    .put("content_plaintext", text)
                    .putNull("entry");
            comment.putObject("record")
                    .put("record_id", deal.id())
                    .put("object_id", deal.owner().id());
            comment.putNull("resolved_at");
            comment.putObject("resolved_by").putNull("id").putNull("type");
            comment.put("created_at", workspace.now());
            comment.putObject("author").put("id", Workspace.TOKEN_OWNER).put("type", "workspace-member");
            workspace.comments().create(comment);
        }
    }
}
