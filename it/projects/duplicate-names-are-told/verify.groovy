import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/mcp-codegen/report.json'))
assert report.integrations[0].tools*.name == ['crm_delete_person_v1', 'crm_delete_person_v2']

def log = new File(basedir, 'build.log').text
for (version in ['v1', 'v2']) {
    assert log.contains('[WARNING] src/main/specs/crm/openapi.yaml#/paths/~1' + version + '~1persons~1{id}/delete')
    assert log.contains('This one is named "crm_delete_person_' + version + '".')
}
assert log.contains('"delete_a_crm_person_by_id": DELETE /v1/persons/{id}, DELETE /v2/persons/{id}')
