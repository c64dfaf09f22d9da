def crm = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/mcp-codegen/report.json')).integrations[0]

assert crm.tools*.path as Set == ['/cards', '/boards'] as Set
def reasons = crm.notTools.collectEntries { [it.operation, it] }
assert reasons['POST /cards/archive'].reason == 'excluded'
assert reasons['POST /cards/archive'].detail == 'excludes has POST /*/archive'
assert reasons['POST /teams'].detail == 'not in includes'
