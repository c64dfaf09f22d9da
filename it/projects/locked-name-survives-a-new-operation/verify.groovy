// What one project locks first is what the other keeps when both operations would have that name.
assert new File(basedir, 'specs/before/crm/tools.lock.yaml').text.contains('name: get_single_crm_person_by_id')

def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/mcp-codegen/report.json'))
def names = report.integrations[0].tools.collectEntries { [it.path, it.name] }
assert names['/v1/persons/{id}'] == 'get_single_crm_person_by_id'
assert names['/v2/persons/{id}'] != 'get_single_crm_person_by_id'
assert names.size() == 2
