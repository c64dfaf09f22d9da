package dev.mcpcodegen.it.sandbox.attio;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The attributes that Attio defines for its own objects and for all objects. */
final class SystemAttributes {

    // object | slug | title | type | flags: m multiselect, u unique, r required, x not writable | objects that it
    // refers to
    private static final String TABLE = """
            companies  | domains               | Domains            | domain           | mu | -
            companies  | name                  | Name               | text             | -  | -
            companies  | description           | Description        | text             | -  | -
            companies  | team                  | Team               | record-reference | m  | people
            companies  | categories            | Categories         | select           | m  | -
            companies  | primary_location      | Primary location   | location         | -  | -
            companies  | logo_url              | Logo URL           | text             | x  | -
            companies  | angellist             | AngelList          | text             | -  | -
            companies  | facebook              | Facebook           | text             | -  | -
            companies  | instagram             | Instagram          | text             | -  | -
            companies  | linkedin              | LinkedIn           | text             | -  | -
            companies  | twitter               | Twitter            | text             | -  | -
            companies  | associated_deals      | Associated deals   | record-reference | m  | deals
            people     | email_addresses       | Email addresses    | email-address    | mu | -
            people     | name                  | Name               | personal-name    | -  | -
            people     | company               | Company            | record-reference | -  | companies
            people     | description           | Description        | text             | -  | -
            people     | job_title             | Job title          | text             | -  | -
            people     | phone_numbers         | Phone numbers      | phone-number     | m  | -
            people     | primary_location      | Primary location   | location         | -  | -
            people     | avatar_url            | Avatar URL         | text             | x  | -
            people     | linkedin              | LinkedIn           | text             | -  | -
            people     | twitter               | Twitter            | text             | -  | -
            people     | last_interaction      | Last interaction   | interaction      | x  | -
            deals      | name                  | Deal name          | text             | r  | -
            deals      | stage                 | Deal stage         | status           | r  | -
            deals      | owner                 | Deal owner         | actor-reference  | r  | -
            deals      | value                 | Deal value         | currency         | -  | -
            deals      | associated_people     | Associated people  | record-reference | m  | people
            deals      | associated_company    | Associated company | record-reference | -  | companies
            users      | user_id               | User ID            | text             | ur | -
            users      | primary_email_address | Email address      | email-address    | ur | -
            users      | person                | Person             | record-reference | -  | people
            users      | workspace             | Workspace          | record-reference | m  | workspaces
            workspaces | workspace_id          | Workspace ID       | text             | ur | -
            workspaces | name                  | Name               | text             | -  | -
            workspaces | users                 | Users              | record-reference | m  | users
            workspaces | company               | Company            | record-reference | -  | companies
            workspaces | avatar_url            | Avatar URL         | text             | -  | -
            """;

    private SystemAttributes() {}

    /** Adds the attributes of every object that Attio defines; the objects must be there. */
    static void addAll(Workspace workspace) {
        for (List<String> row : rows(TABLE)) {
            Owner object = workspace.requireObject(row.get(0));
            ObjectNode input = definition(row.get(1), row.get(2), row.get(3), row.get(4));
            ObjectNode config = (ObjectNode) input.path("config");
            if (!row.get(5).equals("-")) {
                ArrayNode allowed = config.putObject("record_reference").putArray("allowed_objects");
                allowed.add(row.get(5));
            }
            if (row.get(3).equals("currency")) {
                config.putObject("currency").put("default_currency_code", "USD").put("display_type", "symbol");
            }
            Attributes.add(workspace, object, input, true);
        }
    }

    /** Adds what every new object has. */
    static void addCommon(Workspace workspace, Owner object) {
        Attributes.add(workspace, object, definition("name", "Name", "text", "-"), true);
    }

    /** What a request for a new attribute carries. */
    static ObjectNode definition(String slug, String title, String type, String flags) {
        ObjectNode input = JsonNodeFactory.instance
                .objectNode()
                .put("title", title)
                .putNull("description")
                .put("api_slug", slug)
                .put("type", type)
                .put("is_required", flags.contains("r"))
                .put("is_unique", flags.contains("u"))
                .put("is_multiselect", flags.contains("m"))
                .put("is_writable", !flags.contains("x"));
        input.putObject("config");
        return input;
    }

    /** The cells of a table whose columns are divided by bars. */
    static List<List<String>> rows(String table) {
        return table.lines()
                .map(line -> List.of(line.strip().split("\\s*\\|\\s*")))
                .toList();
    }
}
