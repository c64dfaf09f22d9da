package dev.mcpcodegen.codegen.spec.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9535 by selector: what each selects, what is no query. */
class JsonPathTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String STORE = """
            {"store": {"book": [
               {"category": "r", "author": "Rees", "title": "S", "price": 8.95},
               {"category": "f", "author": "Waugh", "title": "H", "price": 12.99},
               {"category": "f", "author": "Melville", "title": "M", "isbn": "0-553", "price": 8.99},
               {"category": "f", "author": "Tolkien", "title": "L", "isbn": "0-395", "price": 22.99}],
              "bicycle": {"color": "red", "price": 399}}}""";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void selects(String query, String document, String expected) throws Exception {
        assertThat(run(query, document)).isEqualTo(expected);
    }

    static Stream<Arguments> selects() {
        String abc = "[0,1,2,3,4,5,6,7,8,9]";
        return Stream.of(
                // Root and names
                row("$", "{\"a\":1}", "[{\"a\":1}]"),
                row("$.a", "{\"a\":1}", "[1]"),
                row("$.a", "[1]", "[]"),
                row("$.missing", "{\"a\":1}", "[]"),
                row("$['a']", "{\"a\":null}", "[null]"),
                row("$[\"a\"]", "{\"a\":[]}", "[[]]"),
                row("$.a.b", "{\"a\":{\"b\":2}}", "[2]"),
                row("$ .a", "{\"a\":1}", "[1]"),
                row("$\n.a\t['b']", "{\"a\":{\"b\":2}}", "[2]"),
                row("$[ 'a' ]", "{\"a\":1}", "[1]"),
                row("$.ü", "{\"ü\":1}", "[1]"),
                row("$.☺", "{\"☺\":1}", "[1]"),
                row("$._a1", "{\"_a1\":1}", "[1]"),
                row("$['']", "{\"\":1}", "[1]"),
                row("$['x-mcp']", "{\"x-mcp\":1}", "[1]"),
                row("$['/a/{id}'].get", "{\"/a/{id}\":{\"get\":1}}", "[1]"),
                row("$['a\\'b']", "{\"a'b\":1}", "[1]"),
                row("$[\"a\\\"b\"]", "{\"a\\\"b\":1}", "[1]"),
                row("$['a\"b']", "{\"a\\\"b\":1}", "[1]"),
                row("$['\\\\']", "{\"\\\\\":1}", "[1]"),
                row("$['\\/']", "{\"/\":1}", "[1]"),
                row("$['\\n\\t\\r\\b\\f']", "{\"\\n\\t\\r\\b\\f\":1}", "[1]"),
                row("$['\\u263A']", "{\"☺\":1}", "[1]"),
                row("$['\\u263a']", "{\"☺\":1}", "[1]"),
                row("$['\\uD834\\uDD1E']", "{\"\\uD834\\uDD1E\":1}", "[1]"),
                row("$['𝄞']", "{\"𝄞\":1}", "[1]"),
                // Wildcards and several selectors
                row("$.*", "{\"a\":1,\"b\":[2]}", "[1,[2]]"),
                row("$[*]", "[1,2]", "[1,2]"),
                row("$.*", "3", "[]"),
                row("$['a','b']", "{\"a\":1,\"b\":2}", "[1,2]"),
                row("$['b','a','b']", "{\"a\":1,\"b\":2}", "[2,1,2]"),
                row("$[0,0]", "[1,2]", "[1,1]"),
                row("$[1, *, 0:1]", "[1,2]", "[2,1,2,1]"),
                row("$[*,1]", "[1,2]", "[1,2,2]"),
                // Indexes
                row("$[0]", abc, "[0]"),
                row("$[-1]", abc, "[9]"),
                row("$[-10]", abc, "[0]"),
                row("$[-11]", abc, "[]"),
                row("$[10]", abc, "[]"),
                row("$[0]", "{\"0\":1}", "[]"),
                row("$['0']", "[1]", "[]"),
                row("$[9007199254740991]", abc, "[]"),
                row("$[-9007199254740991]", abc, "[]"),
                // Slices
                row("$[1:3]", abc, "[1,2]"),
                row("$[5:]", abc, "[5,6,7,8,9]"),
                row("$[:2]", abc, "[0,1]"),
                row("$[:]", "[1,2]", "[1,2]"),
                row("$[::]", "[1,2]", "[1,2]"),
                row("$[1:5:2]", abc, "[1,3]"),
                row("$[5:1:-2]", abc, "[5,3]"),
                row("$[::-1]", "[1,2,3]", "[3,2,1]"),
                row("$[:2:-1]", "[1,2,3,4,5]", "[5,4]"),
                row("$[3::-1]", "[1,2,3,4,5]", "[4,3,2,1]"),
                row("$[-3:]", abc, "[7,8,9]"),
                row("$[:-8]", abc, "[0,1]"),
                row("$[-1:-3:-1]", abc, "[9,8]"),
                row("$[-100:2]", abc, "[0,1]"),
                row("$[8:100]", abc, "[8,9]"),
                row("$[100:0:-4]", abc, "[9,5,1]"),
                row("$[3:1]", abc, "[]"),
                row("$[1:3:0]", abc, "[]"),
                row("$[ 1 : 5 : 2 ]", abc, "[1,3]"),
                row("$[0:1]", "{\"a\":1}", "[]"),
                row("$[::9007199254740991]", abc, "[0]"),
                row("$[:-200:-1]", "[1,2]", "[2,1]"),
                // Descendants
                row("$..a", "{\"a\":{\"a\":1},\"b\":[{\"a\":2}]}", "[{\"a\":1},1,2]"),
                row("$..[0]", "[[1],[2,[3]]]", "[[1],1,2,3]"),
                row("$..*", "[[1],2]", "[[1],2,1]"),
                row("$..[*]", "{\"a\":[1]}", "[[1],1]"),
                row("$..['a','d']", "{\"a\":1,\"b\":{\"d\":2}}", "[1,2]"),
                row("$..[1:]", "[[1,2],3]", "[3,2]"),
                row("$.store..price", STORE, "[8.95,12.99,8.99,22.99,399]"),
                row("$..book[2].title", STORE, "[\"M\"]"),
                row("$..book[-1].title", STORE, "[\"L\"]"),
                row("$..book[0,1].title", STORE, "[\"S\",\"H\"]"),
                row("$..book[?@.isbn].title", STORE, "[\"M\",\"L\"]"),
                row("$..book[?@.price<10].title", STORE, "[\"S\",\"M\"]"),
                // Filters: existence and logic
                row("$[?@.a]", "[{\"a\":null},{\"b\":1}]", "[{\"a\":null}]"),
                row("$[?!@.a]", "[{\"a\":1},{\"b\":1}]", "[{\"b\":1}]"),
                row("$[?@]", "[1,null]", "[1,null]"),
                row("$[?@.*]", "[1,[],[2],{},{\"a\":3}]", "[[2],{\"a\":3}]"),
                row("$[?@[0]]", "[[],[1]]", "[[1]]"),
                row("$[?@.a && @.b]", "[{\"a\":1,\"b\":1},{\"a\":1}]", "[{\"a\":1,\"b\":1}]"),
                row("$[?@.a||@.b]", "[{\"a\":1},{\"b\":1},{}]", "[{\"a\":1},{\"b\":1}]"),
                row("$[?@.a||@.b&&@.c]", "[{\"a\":1},{\"b\":1},{\"b\":1,\"c\":1}]", "[{\"a\":1},{\"b\":1,\"c\":1}]"),
                row("$[?(@.a||@.b)&&@.c]", "[{\"a\":1},{\"b\":1,\"c\":1}]", "[{\"b\":1,\"c\":1}]"),
                row("$[?!(@.a==1)]", "[{\"a\":1},{\"a\":2},{}]", "[{\"a\":2},{}]"),
                row("$[? ( @.a ) ]", "[{\"a\":1}]", "[{\"a\":1}]"),
                row("$[?! @.a]", "[{\"a\":1},{}]", "[{}]"),
                row("$[?@.a,?@.b]", "[{\"a\":1,\"b\":2}]", "[{\"a\":1,\"b\":2},{\"a\":1,\"b\":2}]"),
                row(
                        "$[?@.get['x-t'][?@=='paged']]",
                        "[{\"get\":{\"x-t\":[\"paged\"]}},{\"get\":{}}]",
                        "[{\"get\":{\"x-t\":[\"paged\"]}}]"),
                row("$[?$.on]", "{\"on\":1}", "[1]"),
                row("$.a[?@.x==$.want]", "{\"want\":2,\"a\":[{\"x\":1},{\"x\":2}]}", "[{\"x\":2}]"),
                row("$[?@.a]", "{\"p\":{\"a\":1},\"q\":2}", "[{\"a\":1}]"),
                // Filters: comparison
                row("$[?@==1]", "[1,1.0,\"1\",true]", "[1,1.0]"),
                row("$[?@==1e0]", "[1,10]", "[1]"),
                row("$[?@==-0]", "[0,1]", "[0]"),
                row("$[?@==1.5E+1]", "[15]", "[15]"),
                row("$[?@==100e-2]", "[1]", "[1]"),
                row("$[?@=='a']", "[\"a\",\"b\"]", "[\"a\"]"),
                row("$[?'a'==@]", "[\"a\",\"b\"]", "[\"a\"]"),
                row("$[?@==\"☺\"]", "[\"☺\"]", "[\"☺\"]"),
                row("$[?@==true]", "[true,false,1,\"true\"]", "[true]"),
                row("$[?@==false]", "[true,false,0]", "[false]"),
                row("$[?@==null]", "[null,0,false]", "[null]"),
                row("$[?@.a==null]", "[{\"a\":null},{}]", "[{\"a\":null}]"),
                row("$[?@.a!=null]", "[{\"a\":null},{}]", "[{}]"),
                row("$[?@.a==@.b]", "[{},{\"a\":1},{\"a\":1,\"b\":1}]", "[{},{\"a\":1,\"b\":1}]"),
                row(
                        "$[?@.a==@.b]",
                        "[{\"a\":[1,{\"x\":2}],\"b\":[1.0,{\"x\":2.0}]}]",
                        "[{\"a\":[1,{\"x\":2}],\"b\":[1.0,{\"x\":2.0}]}]"),
                row("$[?@.a==@.b]", "[{\"a\":{\"x\":1},\"b\":{\"x\":1,\"y\":1}}]", "[]"),
                row("$[?@<2]", "[1,2,\"1\",true,null]", "[1]"),
                row("$[?@<=2]", "[1,2,3]", "[1,2]"),
                row("$[?@>2]", "[1,3]", "[3]"),
                row("$[?@>=2]", "[1,2]", "[2]"),
                row("$[?@<'b']", "[\"a\",\"b\",1]", "[\"a\"]"),
                row("$[?@<='ab']", "[\"a\",\"ab\",\"abc\"]", "[\"a\",\"ab\"]"),
                row("$[?@>'\\uFFFF']", "[\"\\uD83D\\uDE00\",\"a\"]", "[\"😀\"]"),
                row("$[?@<=true]", "[true,false]", "[true]"),
                row("$[?@<true]", "[true,false]", "[]"),
                row("$[?@.a<=@.b]", "[{},{\"a\":1}]", "[{}]"),
                row("$[?@.a>@.b]", "[{}]", "[]"),
                row("$[?1==1]", "[7]", "[7]"),
                row("$[?@.nullable==1]", "[{\"nullable\":1}]", "[{\"nullable\":1}]"),
                // Functions
                row("$[?length(@)==2]", "[\"ab\",[1,2],{\"a\":1,\"b\":2},2,\"a\"]", "[\"ab\",[1,2],{\"a\":1,\"b\":2}]"),
                row("$[?length(@)==1]", "[\"😀\"]", "[\"😀\"]"),
                row("$[?length(@.a)==length(@.b)]", "[{\"a\":1,\"b\":2},{\"a\":\"x\",\"b\":2}]", "[{\"a\":1,\"b\":2}]"),
                row("$[?length('abc')==3]", "[1]", "[1]"),
                row("$[?count(@.*)==2]", "[[1,2],[1],{\"a\":1,\"b\":1},3]", "[[1,2],{\"a\":1,\"b\":1}]"),
                row("$[?count(@..a)>1]", "[{\"a\":{\"a\":1}},{\"a\":1}]", "[{\"a\":{\"a\":1}}]"),
                row("$[?count(@['a','a'])>1]", "[{\"a\":1}]", "[{\"a\":1}]"),
                row("$[?value(@..a)==1]", "[{\"a\":1},{\"a\":1,\"b\":{\"a\":1}}]", "[{\"a\":1}]"),
                row("$[?length(value(@.*))==2]", "[[\"ab\"],[\"ab\",\"cd\"]]", "[[\"ab\"]]"),
                row("$[?match(@,'a.c')]", "[\"abc\",\"abcd\",\"a\\nc\",1]", "[\"abc\"]"),
                row("$[?match(@,'a|bc')]", "[\"a\",\"bc\",\"abc\"]", "[\"a\",\"bc\"]"),
                row("$[?!match(@,'a')]", "[\"a\",\"b\",1]", "[\"b\",1]"),
                row("$[?match(@,'[.x]')]", "[\".\",\"x\",\"y\"]", "[\".\",\"x\"]"),
                row("$[?match(@,'\\\\p{Lu}.*')]", "[\"Ab\",\"ab\"]", "[\"Ab\"]"),
                row("$[?match(@,'a\\\\.c')]", "[\"abc\",\"a.c\"]", "[\"a.c\"]"),
                row("$[?match(@,'\\\\d')]", "[\"1\"]", "[]"),
                row("$[?match(@,'(')]", "[\"(\"]", "[]"),
                row("$[?match(@,1)]", "[\"1\"]", "[]"),
                row("$.a[?match(@,$.p)]", "{\"p\":\"x+\",\"a\":[\"xx\",\"y\"]}", "[\"xx\"]"),
                row("$[?search(@,'b')]", "[\"abc\",\"ac\"]", "[\"abc\"]"),
                row("$[?search(@,'^a|c$')]", "[\"ab\",\"bc\",\"bab\"]", "[\"ab\",\"bc\"]"),
                row("$[? match( @ , 'a' ) ]", "[\"a\"]", "[\"a\"]"),
                row("$[?search(@.a, 'x')&&@.b]", "[{\"a\":\"x\",\"b\":1},{\"a\":\"x\"}]", "[{\"a\":\"x\",\"b\":1}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@",
                "@.a",
                " $",
                "$ ",
                "$.a ",
                "$.",
                "$..",
                "$. a",
                "$.. a",
                "$.1",
                "$.a-b",
                "$.'a'",
                "$a",
                "$$",
                "$.&",
                "$.a.",
                "$[",
                "$[]",
                "$['a'",
                "$[a]",
                "$['a',]",
                "$[,1]",
                "$['a' 'b']",
                "$['a\"]",
                "$[\"a']",
                "$['\\\"']",
                "$[\"\\'\"]",
                "$['\\x']",
                "$['\\u12']",
                "$['\\u+123']",
                "$['\\uD800']",
                "$['\\uDC00']",
                "$['\\uD800\\uD800']",
                "$['\\uD800x']",
                "$['\t']",
                "$['\n']",
                "$[01]",
                "$[-0]",
                "$[-01]",
                "$[+1]",
                "$[1.0]",
                "$[1e1]",
                "$[- 1]",
                "$[-]",
                "$[9007199254740992]",
                "$[-9007199254740992]",
                "$[99999999999999999999]",
                "$[1:2:3:4]",
                "$[01:]",
                "$[-0:]",
                "$[:-0]",
                "$[::-0]",
                "$[::9007199254740992]",
                "$[1:2:a]",
                "$[?]",
                "$[?()]",
                "$[?@.a=1]",
                "$[?@.a===1]",
                "$[?@.a<>1]",
                "$[?@.a &| @.b]",
                "$[?@.a && ]",
                "$[?&&@.a]",
                "$[?@.a==]",
                "$[?==1]",
                "$[?1]",
                "$[?'a']",
                "$[?true]",
                "$[?null]",
                "$[?true&&@.a]",
                "$[?@.a && false]",
                "$[?(@.a]",
                "$[?@.a)]",
                "$[?!!@.a]",
                "$[?!1]",
                "$[?@.a==1==1]",
                "$[?(@.a==1)==true]",
                "$[?@.*==1]",
                "$[?@..a==1]",
                "$[?@[0,1]==1]",
                "$[?@[0:1]==1]",
                "$[?1==@.*]",
                "$[?@.a==(1)]",
                "$[?@.a==[1]]",
                "$[?@.a=={}]",
                "$[?@.a==True]",
                "$[?@.a==NULL]",
                "$[?@==01]",
                "$[?@==1.]",
                "$[?@==.1]",
                "$[?@==1e]",
                "$[?@==+1]",
                "$[?@==--1]",
                "$[?a]",
                "$[?@.a in [1]]",
                "$[?length(@)]",
                "$[?count(@.*)]",
                "$[?value(@.a)]",
                "$[?match(@,'a')==true]",
                "$[?length(@.*)==1]",
                "$[?length()==1]",
                "$[?length(@,@)==1]",
                "$[?count(1)==1]",
                "$[?count()==1]",
                "$[?count(@.a,@.b)==1]",
                "$[?value('a')==1]",
                "$[?match(@)]",
                "$[?match(@,'a','b')]",
                "$[?match(@.*,'a')]",
                "$[?match (@,'a')]",
                "$[?Length(@)==1]",
                "$[?foo(@)]",
                "$[?length(match(@,'a'))==1]",
                "$[?length(@.a==1)==1]",
                "$(@.a)",
                "$[(@.length-1)]",
                "$.a[?@.b",
                "$...a",
                "$.**",
                "$[**]",
                "$[?@.a == 'x]",
                "$[?@.length()>1]",
                "$.\u0000",
                "$['a']b"
            })
    void refuses(String query) {
        assertThatThrownBy(() -> JsonPath.parse(query)).isInstanceOf(JsonPathException.class);
    }

    @Test
    void saysWhereTheFaultIs() {
        assertThatThrownBy(() -> JsonPath.parse("$.paths.[0]"))
                .hasMessage("A name is missing at position 9 of `$.paths.[0]`.");
    }

    @Test
    void knowsThePlaceOfEachNode() throws Exception {
        JsonNode document = JSON.readTree("{\"paths\":{\"/a~b\":{\"get\":[5]}}}");
        assertThat(JsonPath.parse("$..[0]").select(document))
                .singleElement()
                .satisfies(node -> assertThat(node.pointer()).isEqualTo("/paths/~1a~0b/get/0"));
    }

    @Test
    void T_A08_refusesDeepFilters() {
        assertThatThrownBy(() -> JsonPath.parse("$[?" + "(".repeat(10_000) + "@" + ")".repeat(10_000) + "]"))
                .isInstanceOf(JsonPathException.class);
        assertThatThrownBy(() -> JsonPath.parse("$" + "[?@".repeat(10_000) + "]".repeat(10_000)))
                .isInstanceOf(JsonPathException.class);
    }

    @Test
    void T_A08_givesUpOnQueriesThatExplode() throws Exception {
        JsonNode document = JSON.readTree("[".repeat(90) + "1" + "]".repeat(90));
        JsonPath query = JsonPath.parse("$" + "..*".repeat(12));
        assertThatThrownBy(() -> query.select(document)).isInstanceOf(JsonPathException.class);
    }

    @Test
    void T_A09_patternsTakeLinearTime() {
        String document = "[\"" + "a".repeat(50_000) + "!\"]";
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(run("$[?match(@,'(a+)+')]", document)).isEqualTo("[]"));
    }

    private static String run(String query, String document) throws Exception {
        return JsonPath.parse(query).select(JSON.readTree(document)).stream()
                .map(node -> node.value().toString())
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Arguments row(String query, String document, String expected) {
        return Arguments.of(query, document, expected);
    }
}
