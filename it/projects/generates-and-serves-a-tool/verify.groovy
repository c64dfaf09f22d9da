import java.util.zip.ZipFile

def war = new ZipFile(new File(basedir, 'target/generates-and-serves-a-tool-1.war'))
def files = war.entries().findAll { !it.directory }.collect { it.name }

assert 'WEB-INF/classes/com/example/mcp/McpRouter.class' in files
assert 'WEB-INF/classes/com/example/mcp/crm/CrmTools.class' in files
assert 'WEB-INF/classes/com/example/mcp/crm/GetPerson.class' in files
assert 'WEB-INF/classes/META-INF/mcp-codegen/crm/get_single_crm_person_by_id.json' in files

def services = war.getEntry('WEB-INF/classes/META-INF/services/dev.mcpcodegen.runtime.servlet.McpServlet')
assert war.getInputStream(services).text.readLines() == ['com.example.mcp.McpRouter']

// Nothing of the generator is served.
def libraries = files.findAll { it.startsWith('WEB-INF/lib/') }
assert libraries.any { it.contains('mcp-runtime') }
assert !libraries.any { it.contains('mcp-codegen') || it.contains('swagger') || it.contains('servlet-api') }
war.close()

def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0')
assert log.contains('Generated 1 tool from 1 spec')
