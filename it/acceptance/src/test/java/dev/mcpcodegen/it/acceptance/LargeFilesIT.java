package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files of 50 MB through a server that holds none of them: to a vendor, from a vendor, and from one to another. */
final class LargeFilesIT {

    private static final int FILE_MIB = 50;
    private static final int MAX_GROWTH_MIB = 40;

    @TempDir
    private Path folder;

    @Test
    void T_E03_aFileOf50MegabytesGoesThroughALittleMemory() {
        LargeFile file = LargeFile.of(folder.resolve("film.bin"), FILE_MIB);
        String sha256 = file.sha256();
        Heap heap = new Heap(Artifacts.target().resolve("measured-tomcat/gc.log"));
        try (Deployment deployment = Deployment.onMeasuredTomcat(heap);
                SdkClient affinity = SdkClient.of(deployment, TestGrant.FULL);
                SdkClient affino = SdkClient.of(deployment, TestGrant.AFFINO_EDITOR)) {
            Vendor vendor = deployment.resetVendor();
            String item = affino.answer("create_a_affino_media_item", "{\"Title\": \"Film\"}")
                    .path("MediaFileItemCode")
                    .asString();
            affinity.answer("list_all_affinity_files", "{}");
            int before = heap.alive();
            int collections = heap.count();
            vendor.forgetRequests();

            put(affinity, file, "affinity_files_upload", """
                    {"organization_id": 98765, "file": {"filename": "film.bin"}}""");
            assertArrived(vendor, sha256);
            put(affino, file, "affino_media_item_files_upload", """
                    {"MediaFileItemCode": "%s", "File": {"filename": "film.bin"}}""".formatted(item));
            assertArrived(vendor, sha256);

            JsonNode stored = vendor.stored("/entity-files")
                    .path("entity_files")
                    .valueStream()
                    .filter(known -> known.path("name").asString("").equals("film.bin"))
                    .findFirst()
                    .orElseThrow();
            String link =
                    FilesIT.link(affinity.call("affinity_files_download", "{\"id\": %s}".formatted(stored.path("id"))));
            LargeFile.Fetched fetched = LargeFile.fetch(link);
            assertThat(fetched.size()).isEqualTo(file.size());
            assertThat(fetched.sha256()).isEqualTo(sha256);

            JsonNode copied = affino.answer("affino_media_item_files_upload", """
                    {"MediaFileItemCode": "%s", "File": {"filename": "copy.bin", "resource_uri": "%s"}}""".formatted(item, link));
            assertThat(copied.path("Files").size()).isEqualTo(2);
            assertArrived(vendor, sha256);

            assertThat(heap.peakSince(collections) - before)
                    .as("MiB that the heap grew by, from %s MiB", before)
                    .isLessThan(MAX_GROWTH_MIB);
        }
    }

    private static void put(SdkClient client, LargeFile file, String tool, String arguments) {
        Http.Answer answer =
                file.put(client.answer(tool, arguments).path("upload_url").asString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** The last request brought the file; the log is emptied, because it holds it. */
    private static void assertArrived(Vendor vendor, String sha256) {
        List<RecordedRequest> requests = vendor.requests();
        RecordedRequest last = requests.get(requests.size() - 1);
        assertThat(FilesIT.sent(((ReceivedBody.Multipart) last.body()).parts()).sha256())
                .isEqualTo(sha256);
        vendor.forgetRequests();
    }
}
