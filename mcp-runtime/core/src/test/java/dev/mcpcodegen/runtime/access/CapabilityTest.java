package dev.mcpcodegen.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilityTest {

    @ParameterizedTest(name = "{0} permits {1}: {2}")
    @CsvSource({
        // filter, method, permitted
        "'',            list,        true",
        "'',            archive,     true",
        "read,          list,        true",
        "read,          get,         true",
        "read,          create,      false",
        "read,          update,      false",
        "read,          delete,      false",
        "read,          search,      false",
        "read,          bulk_update, false",
        "write,         list,        false",
        "write,         get,         false",
        "write,         create,      true",
        "write,         update,      true",
        "write,         delete,      true",
        "write,         upsert,      false",
        "custom,        list,        false",
        "custom,        delete,      false",
        "custom,        search,      true",
        "custom,        bulk_delete, true",
        "search,        search,      true",
        "search,        archive,     false",
        "list,          list,        true",
        "list,          get,         false",
        "READ,          List,        true",
        "Search,        sEaRcH,      true",
        "read+search,   search,      true",
        "read+write,    custom,      false",
        "nonsense,      list,        false",
    })
    void T_C04_filtersByMethod(String filter, String method, boolean isPermitted) {
        Set<String> methods = filter.isEmpty() ? Set.of() : Set.of(filter.split("\\+"));

        assertThat(new Capability(methods, Set.of()).permits(TestTool.of(method).descriptor()))
                .isEqualTo(isPermitted);
    }

    @ParameterizedTest(name = "{0}, {1} permits list of {2}: {3}")
    @CsvSource({
        // methods, tags, tags of the tool, permitted
        "'',    crm,    crm,          true",
        "'',    CRM,    Crm,          true",
        "'',    crm,    notes+crm,    true",
        "'',    crm,    notes,        false",
        "'',    crm,    '',           false",
        "read,  crm,    crm,          true",
        "write, crm,    crm,          false",
        "read,  crm,    notes,        false",
        "'',    '',     '',           true",
    })
    void T_C04_filtersByTag(String methods, String tags, String toolTags, boolean isPermitted) {
        Capability capability = new Capability(
                methods.isEmpty() ? Set.of() : Set.of(methods), tags.isEmpty() ? Set.of() : Set.of(tags));

        TestTool tool = TestTool.of("list", toolTags.isEmpty() ? new String[0] : toolTags.split("\\+"));

        assertThat(capability.permits(tool.descriptor())).isEqualTo(isPermitted);
    }
}
