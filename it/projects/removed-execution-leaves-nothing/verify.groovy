import java.util.zip.ZipFile

assert new File(basedir, 'first.log').text.count('Generated 1 tool from 1 spec') == 2

def jar = new ZipFile(new File(basedir, 'target/removed-execution-leaves-nothing-1.jar'))
def names = jar.entries().findAll { !it.directory }.collect { it.name }
def services = jar.getEntry('META-INF/services/dev.mcpcodegen.runtime.servlet.McpServlet')
def routers = jar.getInputStream(services).readLines()
jar.close()

assert names.contains('com/example/mcp/crm/GetPerson.class')
assert names.contains('META-INF/mcp-codegen/crm/get_single_crm_person_by_id.json')
assert names.findAll { it.contains('erp') || it.contains('other') } == []
assert routers == ['com.example.mcp.McpRouter']
assert !new File(basedir, 'target/mcp-codegen/erp').exists()
