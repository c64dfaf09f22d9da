package dev.mcpcodegen.it.sandbox.affino;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The records of a small publisher of field guides. Always the same. */
final class AffinoSeed {

    // code | values by the names of the first row; an empty cell is no value
    private static final String ACCOUNTS = """
            AccountCode | Name               | IndustryCode | Website                    | City    | CountryCode
            2101        | Harbour Print      | PRINT        | https://harbour.example    | Bristol | GB
            2102        | Moorland Outdoor   | RETAIL       | https://moorland.example   | Leeds   | GB
            2103        | Alpine Association | CLUBS        | https://alpine.example     | Chur    | CH
            """;
    private static final String PERSONS = """
            UserCode | FirstName | LastName | Email                     | JobTitle       | AccountCode
            3001     | Nora      | Adeyemi  | nora@fieldpress.example   | Editor         |
            3002     | Tom       | Brandt   | tom@fieldpress.example    | Community lead |
            3003     | Ida       | Reyes    | ida@fieldpress.example    | Administrator  |
            3004     | Sam       | Osei     | sam@fieldpress.example    | Intern         |
            3101     | Lena      | Fischer  | lena@harbour.example      | Head of sales  | 2101
            3102     | Omar      | Haddad   | omar@harbour.example      | Printer        | 2101
            3103     | June      | Park     | june@moorland.example     | Buyer          | 2102
            3104     | Reto      | Caduff   | reto@alpine.example       | Chair          | 2103
            """;
    private static final String OPPORTUNITIES = """
            OpportunityCode | AccountCode | Title              | Stage    | CloseDate  | OwnerUserCode | PrimaryContactUserCode
            4101            | 2101        | Spring catalogue   | Proposal | 2027-02-01 | 3001          | 3101
            4102            | 2102        | Window displays    | Lead     | 2027-03-15 | 3001          | 3103
            4103            | 2103        | Members' handbook  | Won      | 2026-12-01 | 3003          | 3104
            """;
    private static final String TASKS = """
            AppUserTaskCode | Title              | DueDate              | Status  | OwnerUserCode | OpportunityCode
            4501            | Send paper samples | 2026-12-02T09:00:00Z | pending | 3001          | 4101
            """;
    private static final String NOTES = """
            NoteCode | Subject    | Body                            | AccountCode | AuthorUserCode | CreatedDate
            4601     | First call | They print on recycled paper.   | 2101        | 3001           | 2026-11-03T10:00:00Z
            """;
    private static final String ARTICLES = """
            StandardItemCode | Title                | Teaser               | Body               | standardSectionCode | Live
            5101             | How to read a map    | Contours explained   | Maps have lines.   | 7001                | true
            5102             | Packing for the hut  | What to carry        | Travel light.      | 7001                | false
            """;
    private static final String STEPS = """
            StandardStepByStepCode | StandardItemCode | Title           | Body               | SortOrder
            5201                   | 5101             | Find north      | Turn the map.      | 1
            5202                   | 5101             | Count contours  | Each is ten metres.| 2
            """;
    private static final String COMMENTS = """
            CommentCode | StandardItemCode | Body          | AuthorUserCode
            5401        | 5101             | Very helpful. | 3002
            """;
    private static final String MEDIA_ITEMS = """
            MediaFileItemCode | Title           | Description       | CategoryCode
            6101              | Compass rose    | A drawing in ink  | 7202
            6102              | Ridge at dawn   | Seen from the hut | 7202
            """;
    private static final String FORUMS = """
            ForumItemCode | Title        | Description
            8101          | Map and hill | Finding the way
            8102          | Gear         | What to carry
            """;
    private static final String THREADS = """
            ForumThreadCode | ForumItemCode | Title             | AuthorUserCode | CreatedDate
            8201            | 8101          | Old survey maps   | 3002           | 2026-11-01T08:00:00Z
            8202            | 8102          | Which stove?      | 3001           | 2026-11-02T08:00:00Z
            """;
    private static final String POSTS = """
            ForumPostCode | ForumThreadCode | Body                  | AuthorUserCode | CreatedDate
            8301          | 8201            | Where can I buy them? | 3002           | 2026-11-01T08:00:00Z
            8302          | 8201            | In the map room.      | 3001           | 2026-11-01T09:00:00Z
            8303          | 8202            | Gas or spirit?        | 3001           | 2026-11-02T08:00:00Z
            """;

    private final AffinoRecords records;

    private AffinoSeed(AffinoRecords records) {
        this.records = records;
    }

    /** Returns a fresh copy of the seed, with the time of new records from a clock. */
    static AffinoRecords records(Clock clock) {
        AffinoSeed seed = new AffinoSeed(new AffinoRecords(clock));
        seed.addCustomers();
        seed.addContent();
        seed.addForums();
        return seed.records;
    }

    private void addCustomers() {
        add(ACCOUNTS, 2_900);
        add(PERSONS, 3_900)
                .forEach(person -> person.putObject(Contacts.CONSENTS)
                        .put("MARKETING", true)
                        .put("THIRD-PARTY", false));
        add(OPPORTUNITIES, 4_400).forEach(deal -> deal.put("Value", 12_500).put("CurrencyCode", "GBP"));
        add(TASKS, 4_590);
        add(NOTES, 4_690);
        add("TopicCode | Title\n7101 | Paper\n7102 | Mountains", 7_190);
        add("ContactListCode | Title | Description\n2501 | Newsletter | Monthly", 2_590);
        add("AccountListCode | Title | Description\n2601 | Printers | Who prints for us", 2_690);
        link("/contact-lists/{ContactListCode}/members", "ContactListCode", "2501", "UserCode", "3101");
        link("/contact-lists/{ContactListCode}/members", "ContactListCode", "2501", "UserCode", "3103");
        link("/account-lists/{AccountListCode}/members", "AccountListCode", "2601", "AccountCode", "2101");
        link("/opportunities/{OpportunityCode}/contacts", "OpportunityCode", "4101", "UserCode", "3102");
        link("/opportunities/{OpportunityCode}/team-members", "OpportunityCode", "4101", "UserCode", "3002");
        link("/opportunities/{OpportunityCode}/topics", "OpportunityCode", "4101", "TopicCode", "7101");
    }

    private void addContent() {
        add("standardSectionCode | Title\n7001 | Guides\n7002 | News", 7_090);
        add("CategoryCode | Title\n7201 | Navigation\n7202 | Pictures", 7_290);
        add(ARTICLES, 5_190)
                .forEach(article ->
                        article.put("Live", article.path("Live").asString("").equals("true")));
        add(STEPS, 5_290).forEach(step -> {
            step.put("SortOrder", Integer.parseInt(step.path("SortOrder").asString("0")));
            step.putArray(ArticleSteps.MEDIA);
        });
        add(COMMENTS, 5_490);
        add(MEDIA_ITEMS, 6_190);
        records.add("FileCode", 6_201);
        MediaItems.addFile(records, "6101", "rose.png", "image/png", 20_480);
        records.named(ArticleSteps.CODE)
                .all()
                .get(0)
                .withArray(ArticleSteps.MEDIA)
                .add("6101");
        link("/articles/{StandardItemCode}/categories", "StandardItemCode", "5101", "CategoryCode", "7201");
    }

    private void addForums() {
        add(FORUMS, 8_190);
        add(THREADS, 8_290).forEach(AffinoSeed::addModeration);
        add(POSTS, 8_390).forEach(AffinoSeed::addModeration);
        link(Forums.MODERATORS, Forums.CODE, "8101", "UserCode", AffinoPerson.MODERATOR.code());
    }

    private static void addModeration(ObjectNode stored) {
        stored.set(Family.MODERATION_STATE, ForumThreads.unmoderated());
    }

    /** Adds a kind of record with the rows of a table, and says from which code on new ones are numbered. */
    private List<ObjectNode> add(String table, long next) {
        List<List<String>> rows = table.lines()
                .map(line -> List.of(line.trim().split("\\s*\\|\\s*")))
                .toList();
        List<String> names = rows.get(0);
        records.add(names.get(0), next);
        List<ObjectNode> added = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            ObjectNode values = JsonNodeFactory.instance.objectNode();
            for (int i = 1; i < row.size(); i++) {
                values.put(names.get(i), row.get(i));
            }
            added.add(records.named(names.get(0)).put(AffinoRecords.text(Long.parseLong(row.get(0))), values));
        }
        return added;
    }

    private void link(String path, String ownerCode, String owner, String memberCode, String member) {
        records.links(path)
                .create(JsonNodeFactory.instance
                        .objectNode()
                        .put(ownerCode, owner)
                        .put(memberCode, member));
    }
}
