import groovy.json.JsonSlurper

def first = new File(basedir, 'first.log')
assert first.text.count('Generated 1 tool from 1 spec') == 2
assert new File(basedir, 'second.log').text.count('The tools are up to date.') == 2

def classes = new File(basedir, 'target/classes')
assert new File(classes, 'com/example/mcp/crm/GetPerson.class').exists()
assert new File(classes, 'com/example/other/erp/GetOrder.class').exists()

def services = new File(classes, 'META-INF/services/dev.mcpcodegen.runtime.servlet.McpServlet')
assert services.readLines() == ['com.example.mcp.McpRouter', 'com.example.other.McpRouter']

for (execution in ['crm', 'erp']) {
    def report = new JsonSlurper().parse(new File(basedir, 'target/mcp-codegen/' + execution + '/report.json'))
    assert report.integrations*.name == [execution]
}

// The first log was closed before the second build began.
def generated = []
new File(basedir, 'target/generated-sources').eachFileRecurse { if (it.file) generated << it }
assert generated.size() == 10
assert generated.findAll { it.lastModified() > first.lastModified() } == []
