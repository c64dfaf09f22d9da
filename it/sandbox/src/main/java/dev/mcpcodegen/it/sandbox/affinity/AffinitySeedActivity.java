package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.Part;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What happened between the people of the seed: interactions, notes, reminders, files, strengths. Always the same. */
final class AffinitySeedActivity {

    // type | hours before the seed's moment, negative for ahead | internal person | external person | subject | content
    private static final String INTERACTIONS = """
            0 | -310 | 123 | 98765 | Series B partner meeting  | Agenda: terms, board seat, timeline.
            0 |   70 | 123 | 98765 | Series B diligence review | Went through the cohort data; retention holds at 118 percent.
            0 |  720 | 124 | 40102 | Product deep dive         | Luis showed the new planner. Strong roadmap.
            0 | 2100 | 123 | 98765 | First meeting             | Dana founded Acme after ten years in logistics.
            1 |   26 | 123 | 40103 | Reference call            | Grace confirmed the pipeline numbers.
            1 |  400 | 125 | 40104 | Security questions        | Henrik answers for compliance; the audit ends in January.
            2 |    5 | 123 | 98765 | -                         | Sending the signed NDA now.
            2 |    6 | 124 | 40102 | -                         | Can we move the review to Thursday?
            3 |   20 | 123 | 98765 | Re: data room             | The data room is open, let me know what is missing.
            3 |   98 | 123 | 40102 | Revenue model             | Attached is the model with the new pricing.
            3 |  500 | 125 | 40103 | Introduction              | Glad to be connected.
            3 |  900 | 123 | 98765 | Term sheet questions      | Two questions on the option pool.
            0 |  150 | 124 | 40105 | Lab visit                 | Saw the arm pick 900 parts an hour.
            1 |  300 | 124 | 40106 | Supply chain              | Samuel expects sensors in March.
            3 |  333 | 125 | 40108 | Follow-up                 | Noah sends the benchmark next week.
            0 |  640 | 126 | 40111 | Clinic pilot              | Three clinics signed for the pilot.
            2 |   48 | 126 | 40118 | -                         | Battery swap works in the cold.
            3 | 1200 | 124 | 40116 | Tidewater update          | Quarterly numbers attached.
            """;

    // internal person | external person | strength between 0 and 1
    private static final String STRENGTHS = """
            123 | 98765 | 0.82
            124 | 98765 | 0.41
            125 | 98765 | 0.13
            123 | 40102 | 0.55
            124 | 40102 | 0.63
            123 | 40103 | 0.37
            125 | 40104 | 0.22
            124 | 40105 | 0.71
            124 | 40106 | 0.34
            125 | 40108 | 0.48
            126 | 40111 | 0.52
            126 | 40118 | 0.29
            """;

    private final AffinityRecords records;

    private AffinitySeedActivity(AffinityRecords records) {
        this.records = records;
    }

    static void addTo(AffinityRecords records) {
        AffinitySeedActivity seed = new AffinitySeedActivity(records);
        seed.addInteractions();
        seed.addStrengths();
        seed.addNotes();
        seed.addReminders();
        seed.addFiles();
    }

    private void addInteractions() {
        for (List<String> row : AffinitySeed.rows(INTERACTIONS)) {
            int type = Integer.parseInt(row.get(0));
            String date = before(Integer.parseInt(row.get(1)));
            List<Long> persons = List.of(Long.parseLong(row.get(2)), Long.parseLong(row.get(3)));
            ObjectNode values = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", type)
                    .put("date", date)
                    .put("manual_creator_id", type == 3 ? null : persons.get(0))
                    .put("updated_at", date);
            values.set("person_ids", Ids.node(persons));
            switch (type) {
                case 2 -> values.put("direction", 0);
                case 3 -> addEmail(values, row.get(4), persons);
                default ->
                    values.put("title", row.get(4)).put("start_time", date).putNull("end_time");
            }
            Notes.createFor(records, records.interactions(type).create(values), row.get(5));
        }
    }

    private void addEmail(ObjectNode email, String subject, List<Long> persons) {
        email.put("subject", subject).put("direction", 1);
        email.set("from", summary(persons.get(1)));
        email.putArray("to").add(summary(persons.get(0)));
        email.putArray("cc");
    }

    private ObjectNode summary(long person) {
        return new EntityViews(records)
                .summary(EntityKind.PERSON, records.persons().find(person).orElseThrow());
    }

    private void addStrengths() {
        for (List<String> row : AffinitySeed.rows(STRENGTHS)) {
            records.strengths()
                    .create(JsonNodeFactory.instance
                            .objectNode()
                            .put("internal_id", Long.parseLong(row.get(0)))
                            .put("external_id", Long.parseLong(row.get(1)))
                            .put("strength", Double.parseDouble(row.get(2))));
        }
    }

    private void addNotes() {
        note(123, "Dana wants to close before the end of January.", List.of(AffinitySeed.ACME), AffinitySeed.ACME, 72);
        note(123, "Competing term sheet expected from a growth fund.", List.of(), AffinitySeed.ACME, 200);
        note(124, "Prefers product conversations over decks.", List.of(40_102L), AffinitySeed.ACME, 700);
        note(124, "Second customer went live.", List.of(40_105L), 60_101, 140);
        note(126, "Pilot needs a data protection agreement.", List.of(40_111L), 60_103, 630);
    }

    private void note(long creator, String content, List<Long> persons, long organization, int hoursBefore) {
        ObjectNode values = Notes.blank(creator, content, 0, before(hoursBefore));
        values.set("person_ids", Ids.node(persons));
        values.set("associated_person_ids", Ids.node(persons));
        values.set("organization_ids", Ids.node(List.of(organization)));
        records.notes().create(values);
    }

    private void addReminders() {
        reminder(0, "Send Acme the revised term sheet", -90).put("organization_id", AffinitySeed.ACME);
        reminder(0, "Ask Luis for the churn data", 40).put("person_id", 40_102);
        reminder(0, "Thank Grace for the reference", 10)
                .put("person_id", 40_103)
                .put("completed_at", before(2))
                .put("completer_id", AffinityRecords.KEY_OWNER);
        reminder(1, "Stay in touch with Lumen Robotics", -500)
                .put("organization_id", 60_101)
                .put("reset_type", 0)
                .put("reminder_days", 30);
    }

    private ObjectNode reminder(int type, String content, int hoursBefore) {
        return records.reminders()
                .create(JsonNodeFactory.instance
                        .objectNode()
                        .put("type", type)
                        .put("content", content)
                        .put("due_date", before(hoursBefore))
                        .put("owner_id", AffinityRecords.KEY_OWNER)
                        .put("creator_id", AffinityRecords.KEY_OWNER)
                        .put("created_at", before(800)));
    }

    private void addFiles() {
        file("acme-series-b.csv", "text/csv", "quarter,revenue\n2026Q3,4100000\n2026Q4,4900000\n");
        file("acme-nda.txt", "text/plain", "Mutual non-disclosure agreement, signed 2026-11-20.\n");
    }

    private void file(String name, String mediaType, String content) {
        Part part = new Part("file", name, mediaType, content.getBytes(StandardCharsets.UTF_8));
        Files.create(records, EntityKind.ORGANIZATION, AffinitySeed.ACME, part, before(60));
    }

    private static String before(int hours) {
        return Moments.text(AffinitySeed.MOMENT.minus(Duration.ofHours(hours)));
    }
}
