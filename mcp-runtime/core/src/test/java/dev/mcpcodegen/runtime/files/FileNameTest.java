package dev.mcpcodegen.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "attachment; filename=report.pdf|report.pdf",
                "inline; filename=\"a b.pdf\"|a b.pdf",
                "attachment; filename=\"a\\\"b.pdf\"|a_b.pdf",
                "attachment; filename=x.pdf; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf|résumé.pdf",
                "attachment; FILENAME*=iso-8859-1'en'%A3.txt|£.txt",
                "attachment; filename=\"../../etc/passwd\"|passwd",
                "attachment; filename=\"C:\\\\temp\\\\a.txt\"|a.txt",
                "attachment; filename=.bashrc|bashrc",
            })
    void readsTheNameAndMakesItSafe(String header, String name) {
        assertThat(FileName.in(header)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"attachment|", "inline; filename=\"\"|", "attachment; filename=\"..\"|"})
    void aHeaderWithoutANameHasNone(String header, String nothing) {
        assertThat(nothing).isNull();
        assertThat(FileName.in(header)).isEmpty();
    }

    @Test
    void leavesOutWhatAReaderCannotSee() {
        assertThat(FileName.safe("a\u202Efdp.exe\r\n\u200B")).isEqualTo("afdp.exe");
        assertThat(FileName.safe("x".repeat(500) + ".tar.gz")).hasSize(120).endsWith("x.gz");
    }

    @Test
    void writesWhatBothOldAndNewClientsRead() {
        assertThat(FileName.attachment("report.pdf")).isEqualTo("attachment; filename=\"report.pdf\"");
        assertThat(FileName.attachment("re\"p%ort.pdf"))
                .isEqualTo("attachment; filename=\"re_p_ort.pdf\"; filename*=UTF-8''re%22p%25ort.pdf");
        assertThat(FileName.attachment("a\r\nX-Evil: 1")).doesNotContain("\r").doesNotContain("\n");
        assertThat(FileName.attachment("日本 *.txt"))
                .isEqualTo("attachment; filename=\"__ *.txt\"; filename*=UTF-8''%E6%97%A5%E6%9C%AC%20%2A.txt");
    }
}
