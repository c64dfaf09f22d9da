package dev.mcpcodegen.runtime.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.tool.ToolJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'{value}' | 12.50 | 12.50",
                "'{value}' | null | null",
                "{'id':'{value}','of':'{key}'} | 'x' | {'id':'x','of':'stage'}",
                "{'a':'{value/a}','b':'{value/b}'} | {'a':[1]} | {'a':[1],'b':null}",
                "'{value/first} {value/last}' | {'first':'Ada'} | 'Ada'",
                "'{value}: {key} {other}' | '$1{key}' | '$1{key}: stage {other}'",
                "[true,'{value}'] | 'x' | [true,'x']",
            })
    void placesAreFilledWithWhatTheCallerGave(String template, String value, String filled) {
        assertThat(new ValueTemplate(ToolJson.MAPPER.readTree(template.replace('\'', '"')))
                        .fill("stage", ToolJson.MAPPER.readTree(value.replace('\'', '"')))
                        .toString())
                .isEqualTo(filled.replace('\'', '"'));
    }
}
