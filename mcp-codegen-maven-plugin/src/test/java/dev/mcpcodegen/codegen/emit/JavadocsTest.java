package dev.mcpcodegen.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocsTest {

    @Test
    void escapesWhatJavadocAndTheCompilerWouldRead() {
        assertThat(Javadocs.inline("a */ b & <c> @d \\u002a"))
                .isEqualTo("a *&#47; b &amp; &lt;c&gt; &#64;d &#92;u002a");
    }

    @Test
    void showsBacktickedWordsAsCodeAndFallsBackToAnElement() {
        assertThat(Javadocs.inline("pass `id` or `a<b` or `{x`"))
                .isEqualTo("pass {@code id} or <code>a&lt;b</code> or <code>{x</code>");
        assertThat(Javadocs.code("PUT /cards/{id}")).isEqualTo("{@code PUT /cards/{id}}");
    }

    @Test
    void leavesTheWordsOfTheVendorsMarkup() {
        assertThat(new Javadocs(0)
                        .text(
                                "Get a profile.<br><br>*Limits*:<br>1/s\n\n**Scopes:**\n`a`\n\n[the spec](https://x.example/y)")
                        .code()
                        .toString())
                .isEqualTo("Get a profile.\n\n<p>*Limits*:\n\n<p>1/s\n\n<p>Scopes: {@code a}\n\n<p>the spec\n");
        assertThat(Javadocs.inline("a <script>x</script> List<A>")).contains("&lt;script&gt;", "List&lt;A&gt;");
    }

    @Test
    void wrapsWithinTheWidthWithoutTrailingBlanks() {
        String text = new Javadocs(1)
                .text("word ".repeat(100))
                .tag("@param x", "word ".repeat(100))
                .code()
                .toString();

        assertThat(text.lines()).allMatch(line -> line.length() <= 113 && line.equals(line.stripTrailing()));
        assertThat(text.lines().filter(line -> line.startsWith("    word"))).isNotEmpty();
    }

    @Test
    void keepsCodeOnOneLine() {
        String text = new Javadocs(0).text("`reset_type`, ".repeat(40)).code().toString();

        assertThat(text.lines()).hasSizeGreaterThan(1).allMatch(line -> line.startsWith("{@code reset_type},"));
    }

    @Test
    void marksUpParagraphsAndLists() {
        assertThat(new Javadocs(0)
                        .text("One.\n\nTwo:\n- a\n* b\n\n\nThree.")
                        .code()
                        .toString())
                .isEqualTo("One.\n\n<p>Two:\n<ul>\n  <li>a\n  <li>b\n</ul>\n\n<p>Three.\n");
    }
}
