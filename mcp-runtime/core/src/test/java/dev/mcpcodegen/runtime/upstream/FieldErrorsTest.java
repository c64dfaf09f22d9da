package dev.mcpcodegen.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class FieldErrorsTest {

    private static ToolDescriptor.Builder tool() {
        return Fixture.tool("create_a_affinity_person")
                .sentAs("values", "data", "values")
                .sentAs("parent", "data", "parent_record_id")
                .sentAs("filter_name", "filter[name]")
                .sentAs("id", "person_id");
    }

    private static ToolError refusal(String body) {
        try (RawVendor vendor = RawVendor.answering(RawVendor.json(422, body));
                Fixture fixture = new Fixture(vendor).tool(tool())) {
            ToolResult result = fixture.call();
            return Objects.requireNonNull(result.error());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "body.data.values.name,values.name",
        "data.values.tags[0],values.tags[0]",
        "/data/values/name,values.name",
        "#/data/parent_record_id,parent",
        "parent_record_id,parent",
        "values.name,values.name",
        "query.filter[name],filter_name",
        "filter.name,filter_name",
        "path.person_id,id",
        "person_id,id",
        "$.data.values,values",
        "email,email",
        "body.email,email",
        "items.0.email,items[0].email",
    })
    void aPlaceInTheRequestIsTheArgumentThatWentThere(String path, String argument) {
        assertThat(ArgumentPlaces.of(tool().build()).argument(path)).isEqualTo(argument);
    }

    @Test
    void ofSeveralArgumentsOfOneNameTheOneInTheBodyIsMeant() {
        ToolDescriptor.Builder tool = Fixture.tool("rename")
                .sentAs("query_name", "name")
                .sentAs("body_name", "name")
                .sentAs("value", "");

        assertThat(ArgumentPlaces.of(tool.build()).argument("name")).isEqualTo("body_name");
        assertThat(ArgumentPlaces.of(tool.build()).argument("other")).isEqualTo("other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'message':'Invalid.','errors':{'data.values.name':['is required.','is short.']}} | Invalid. values.name: is required. is short",
                "{'message':'The name is bad. (and 1 more error)','errors':{'name':['The name is bad.'],'person_id':['x']}} | name: The name is bad; id: x",
                "{'errors':{'person_id':'is no number'}} | id: is no number",
                "{'errors':{'data':{'values':{'city':['is unknown']}}}} | values.city: is unknown",
                "{'detail':[{'loc':['body','data','values',0],'msg':'field required','type':'missing'}]} | values[0]: field required",
                "{'errors':[{'message':'one','param':'person_id'},{'message':'two','param':'email'}]} | id: one; email: two",
                "{'errors':[{'detail':'too long','source':{'pointer':'/data/values/name'}}]} | values.name: too long",
                "{'error':{'message':'No such value','param':'filter[name]'}} | filter_name: No such value",
                "{'title':'Bad','detail':'See params','invalid-params':[{'name':'person_id','reason':'negative'}]} | See params. id: negative",
                "{'message':'Bad body.data.values.name, see https://x.test/body.data','validation_errors':[{'path':['data','values'],'message':'m'}]} | Bad values.name, see https://x.test/body.data. values: m",
                "{'message':'m','errors':[{'code':1}]} | m Details: {\"errors\":[{\"code\":1}]}",
                "{'message':'m','errors':{'a':{'b':1}}} | m Details: {\"errors\":{\"a\":{\"b\":1}}}",
            })
    void whatAVendorSaysOfAFieldNamesTheArgument(String body, String message) {
        assertThat(refusal(body.replace('\'', '"')).upstreamMessage()).isEqualTo(message);
    }

    @Test
    void T_E08_manyAndHostileFieldsStayAShortText() {
        StringBuilder errors = new StringBuilder("{\"errors\":{");
        for (int i = 0; i < 500; i++) {
            errors.append("\"f\\u202e").append(i).append("\":[\"bad\\u0000\"],");
        }
        String message = refusal(errors.append("\"last\":\"x\"}}").toString()).upstreamMessage();

        assertThat(message).startsWith("f0: bad").contains("f49: bad").doesNotContain("f50", "\u202e", "\0");
    }
}
