def folder = new File(basedir, 'no-project')
def log = new File(basedir, 'build.log').text

assert log.contains('CRM: 1 tool from ./crm.openapi.yaml')
assert log =~ /get_single_crm_person_by_id\s+derived\s+GET \/persons\/\{id}/
assert new groovy.json.JsonSlurper().parse(new File(folder, 'crm.json')).integrations[0].tools[0].name == 'get_single_crm_person_by_id'
assert !new File(folder, 'target').exists()
