import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/mcp-codegen/report.json'))
def crm = report.integrations[0]
assert crm.tools*.name == ['get_single_crm_person_by_id']
assert crm.notTools.size() == 1
assert crm.notTools[0].operation == 'DELETE /persons/{id}'
assert crm.notTools[0].pointer == '/paths/~1persons~1{id}/delete'
assert crm.notTools[0].reason == 'undocumented'
assert crm.notTools[0].detail.startsWith('no description of at least 10 characters')

def classes = new File(basedir, 'target/classes')
assert new File(classes, 'com/example/mcp/crm/GetPerson.class').exists()
assert !new File(classes, 'com/example/mcp/crm/DeletePerson.class').exists()
assert new File(classes, 'META-INF/mcp-codegen/crm').list() as List == ['get_single_crm_person_by_id.json']
