package dev.mcpcodegen.it.sandbox.affino;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.TestClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AffinoContentTest {

    private static final String STEP = "/articles/5101/steps/5202";
    private static final String FILE = """
            --b
            Content-Disposition: form-data; name="File"; filename="cover.png"
            Content-Type: image/png

            PNG
            --b--
            """;

    private final Sandbox sandbox = Sandbox.start(0);
    private final TestClient affino = TestClient.affino(sandbox, AffinoPerson.EDITOR);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void keepsANewArticleADraft() {
        JsonNode article = affino.post("/articles", "{'Title': 'Knots', 'standardSectionCode': '7001'}")
                .json();
        assertThat(article.path("Live").asBoolean(true)).isFalse();
        assertThat(affino.get("/articles?Live=false&Keyword=knots")
                        .json()
                        .path("TotalCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(affino.post("/articles", "{'Title': 'Knots', 'standardSectionCode': '9'}")
                        .status())
                .isEqualTo(400);
        assertThat(affino.post("/articles", "{'Title': 'Knots'}").status()).isEqualTo(400);
    }

    @Test
    void numbersStepsInTheOrderTheyAreAdded() {
        affino.post("/articles/5102/steps", "{'Title': 'Shoes'}");
        affino.post("/articles/5102/steps", "{'Title': 'Water', 'Body': 'A litre.'}");
        JsonNode steps = affino.get("/articles/5102/steps").json().path("Data");
        assertThat(steps.valueStream().map(step -> step.path("SortOrder").asInt()))
                .containsExactly(1, 2);
        assertThat(steps.path(1).path("StandardItemCode").asString()).isEqualTo("5102");
        assertThat(affino.get("/articles/5101/steps").json().path("TotalCount").asInt())
                .isEqualTo(2);
    }

    @Test
    void doesNotFindAStepUnderAnotherArticle() {
        assertThat(affino.get(STEP).status()).isEqualTo(200);
        assertThat(affino.get("/articles/5102/steps/5202").status()).isEqualTo(404);
        assertThat(affino.post("/articles/5102/steps/5202/media", "{'MediaFileItemCode': '6101'}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void attachesMediaItemsAndNotTheirFiles() {
        JsonNode step =
                affino.post(STEP + "/media", "{'MediaFileItemCode': '6102'}").json();
        assertThat(step.at("/Media/0/Title").asString()).isEqualTo("Ridge at dawn");
        TestClient.Answer refused = affino.post(STEP + "/media", "{'MediaFileItemCode': '6201'}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("Message").asString()).isEqualTo("MediaFileItemCode 6201 does not exist.");
        assertThat(affino.delete(STEP + "/media/6102").status()).isEqualTo(200);
        assertThat(affino.delete(STEP + "/media/6102").status()).isEqualTo(404);
        assertThat(affino.get("/media-items/6102").status()).isEqualTo(200);
    }

    @Test
    void uploadsAFileIntoAnItemThatExists() {
        JsonNode created = affino.post("/media-items", "{'Title': 'Cover'}").json();
        assertThat(created.path("Files")).isEmpty();
        String item = created.path("MediaFileItemCode").asString();
        JsonNode filled =
                affino.multipart("/media-items/" + item + "/files", FILE).json();
        assertThat(filled.at("/Files/0/FileName").asString()).isEqualTo("cover.png");
        assertThat(filled.at("/Files/0/MimeType").asString()).isEqualTo("image/png");
        assertThat(filled.at("/Files/0/Size").asInt()).isEqualTo(3);
        String file = filled.at("/Files/0/FileCode").asString();
        assertThat(affino.delete("/media-items/6101/files/" + file).status()).isEqualTo(404);
        assertThat(affino.delete("/media-items/" + item + "/files/" + file).status())
                .isEqualTo(200);
        assertThat(affino.multipart("/media-items/1/files", FILE).status()).isEqualTo(404);
        assertThat(affino.multipart("/media-items/6101/files", FILE.replace("\"File\"", "\"Upload\""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void takesADeletedItemOutOfTheStepsThatShowedIt() {
        assertThat(affino.get("/articles/5101/steps/5201").json().path("Media")).hasSize(1);
        affino.delete("/media-items/6101");
        assertThat(affino.get("/articles/5101/steps/5201").json().path("Media")).isEmpty();
    }

    @Test
    void deletesTheStepsWithTheirArticle() {
        affino.delete("/articles/5101");
        assertThat(affino.get("/articles/5101/steps").status()).isEqualTo(404);
    }

    @Test
    void putsArticlesIntoCategoriesThatExistOnce() {
        assertThat(affino.post("/articles/5102/categories", "{'CategoryCode': '7201'}")
                        .json()
                        .path("Title")
                        .asString())
                .isEqualTo("Navigation");
        assertThat(affino.post("/articles/5102/categories", "{'CategoryCode': '7201'}")
                        .status())
                .isEqualTo(400);
        assertThat(affino.delete("/articles/5102/categories/7201").status()).isEqualTo(200);
        assertThat(affino.delete("/articles/5102/categories/7201").status()).isEqualTo(404);
    }

    @Test
    void refusesEveryArgumentThatIsNotDeclared() {
        for (TestClient.Answer refused : List.of(
                affino.get("/articles?page=2"),
                affino.get("/articles/5101/steps?Keyword=map"),
                affino.put("/articles/5101", "{'Headline': 'Maps'}"),
                affino.put("/articles/5101", "{'Live': 'yes'}"),
                affino.get("/articles?PageNumber=0"),
                affino.get("/articles?PageSize=101"))) {
            assertThat(refused.status()).isEqualTo(400);
        }
        assertThat(affino.put("/articles/5101", "{'Headline': 'x', 'Live': 1}")
                        .json()
                        .path("Errors"))
                .hasSize(2);
    }
}
