package dev.mcpcodegen.codegen.emit;

import static dev.mcpcodegen.codegen.emit.Models.FILE;
import static dev.mcpcodegen.codegen.emit.Models.INTEGER;
import static dev.mcpcodegen.codegen.emit.Models.TEXT;
import static dev.mcpcodegen.codegen.emit.Models.body;
import static dev.mcpcodegen.codegen.emit.Models.choice;
import static dev.mcpcodegen.codegen.emit.Models.list;
import static dev.mcpcodegen.codegen.emit.Models.nullable;
import static dev.mcpcodegen.codegen.emit.Models.object;
import static dev.mcpcodegen.codegen.emit.Models.optional;
import static dev.mcpcodegen.codegen.emit.Models.query;
import static dev.mcpcodegen.codegen.emit.Models.ref;
import static dev.mcpcodegen.codegen.emit.Models.required;
import static dev.mcpcodegen.codegen.emit.Models.tool;

import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import dev.mcpcodegen.codegen.model.BodyModel;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;

/** A small part of a CRM, with one tool of each important kind. */
final class Examples {

    private Examples() {}

    static ToolCatalog catalog() {
        IntegrationModel plain = Models.integration(types(), listPersons(), createReminder(), uploadFiles());
        return new ToolCatalog(List.of(new IntegrationModel(
                plain.name(),
                plain.javaName(),
                plain.displayName(),
                plain.specFile(),
                plain.apiVersion(),
                plain.baseUrl(),
                plain.servers(),
                plain.securitySchemes(),
                plain.security(),
                """
                Persons belong to organizations; \"lists\" hold both.

                  Start with `list_all_affinity_persons`.
                """,
                false,
                null,
                new IntegrationModel.ErrorModel(List.of("/0", "/message"), List.of()),
                new IntegrationModel.RateLimitModel(
                        "X-Ratelimit-Limit-User",
                        "X-Ratelimit-Limit-User-Remaining",
                        "X-Ratelimit-Limit-User-Reset",
                        "seconds"),
                plain.tools(),
                plain.types(),
                List.of())));
    }

    private static List<TypeDeclaration> types() {
        return List.of(
                object(
                        "PersonSummary",
                        null,
                        required("id", "id", INTEGER),
                        optional("first_name", "firstName", TEXT),
                        optional("emails", "emails", list(TEXT))),
                choice("ReminderType", "CreateReminder", true, "one-time", "recurring"));
    }

    private static ToolModel listPersons() {
        ArgumentModel term = new ArgumentModel(
                optional("query", "query", TEXT).withDescription("search text: a name or an address"),
                Location.QUERY,
                "term",
                Style.EXPLODED);
        return tool("ListPersons", "GET", "/persons")
                .named("list_all_affinity_persons")
                .described(
                        "Lists persons, page by page. Without `query` it lists everybody who is <known> to the team.")
                .of("persons", "list", "crm", "contacts")
                .arguments(
                        term,
                        query(optional("with_interaction_dates", "withInteractionDates", new TypeModel.BooleanType())
                                .withDescription("adds the dates of first and last contact")))
                .paged(new PagingModel.Cursor(
                        "page_token", "/next_page_token", Models.pages("page_size", 500, null, "/persons")))
                .answering(ref("PersonSummary"))
                .build();
    }

    private static ToolModel createReminder() {
        TypeModel dateTime = new TypeModel.StringType("date-time", null, null, null);
        return tool("CreateReminder", "POST", "/reminders")
                .named("create_a_affinity_reminder")
                .described(
                        "Creates a reminder for a person of the team. Needs exactly one of `person_id` and `organization_id`."
                                + "\n\nReturns:\n- the reminder with its `id`\n- its status")
                .of("reminders", "create")
                .sending(new BodyModel.JsonObject())
                .arguments(
                        body(required("owner_id", "ownerId", INTEGER).withDescription("who is reminded")),
                        body(required("type", "type", ref("ReminderType"))),
                        body(optional("due_date", "dueDate", dateTime)
                                .withDescription("when; for a one-time reminder")),
                        body(optional("content", "content", nullable(TEXT)).withDescription("what to do")))
                .build();
    }

    private static ToolModel uploadFiles() {
        return tool("UploadFiles", "POST", "/entity-files")
                .named("affinity_entity_files_upload")
                .described("Uploads files to a person's profile.")
                .of("entity_files", "upload", "files")
                .sending(new BodyModel.Multipart())
                .arguments(
                        new ArgumentModel(
                                required("files", "files", list(FILE)), Location.BODY, "files[]", Style.PLAIN),
                        body(optional("person_id", "personId", INTEGER).withDescription("whose profile")))
                .build();
    }
}
