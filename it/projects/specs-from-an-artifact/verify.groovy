assert new File(basedir, 'package.log').text =~ /Generated 53 tools from 1 spec/

// The class says which artifact it came from, and no path of this machine.
def tool = new File(basedir, 'target/generated-sources/mcp-codegen/com/example/mcp/affinity/ListPersons.java').text
assert tool.contains('from dev.mcpcodegen:mcp-specs/affinity/openapi.yaml')

// Nothing can be written into a jar, so the lock is the project's.
assert new File(basedir, 'lock.log').text.contains('Locked 53 tools of affinity in src/main/specs/affinity/tools.lock.yaml')
assert new File(basedir, 'src/main/specs/affinity/tools.lock.yaml').exists()
assert new File(basedir, 'again.log').text =~ /Generated 53 tools/
