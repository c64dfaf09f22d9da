package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "OAuthClients, oauth_clients",
        "IPAddresses, ip_addresses",
        "2FA, 2fa",
        "2faEnabled, 2fa_enabled",
        "3DSecure, 3d_secure",
        "3d_secure, 3d_secure",
        "S3, s3",
        "iOS, ios",
        "k8s, k8s",
        "i18n, i18n",
        "SSHKeys, ssh_keys",
        "userIDs, user_ids",
        "URLs, urls",
        "IPv4Address, ipv4_address",
        "GitHubRepos, github_repos",
        "getHTTPResponseCode, get_http_response_code",
        "sha256Hash, sha256_hash",
        "list-entries, list_entries",
        "StartTime<, start_time_lt",
        "Café, cafe",
        "Straße, strasse",
        "Ærø, aero",
        "Łódź, lodz",
        "中文, ''",
    })
    void splitsNamesIntoWords(String name, String words) {
        assertThat(Words.snakeCase(name)).isEqualTo(words);
    }

    @Test
    void writesNamesAsSentences() {
        assertThat(Words.sentence("getDeletionStatus")).isEqualTo("Get deletion status");
        assertThat(Words.sentence("list_API_keys")).isEqualTo("List API keys");
        assertThat(Words.sentence("")).isEmpty();
    }
}
