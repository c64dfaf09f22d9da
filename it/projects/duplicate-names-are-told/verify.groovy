import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/mcp-codegen/report.json'))
assert report.integrations[0].tools*.name == ['crm_delete_person_v1', 'crm_delete_person_v2']

def log = new File(basedir, 'build.log').text
['v1', 'v2'].each {
    assert log.contains("[WARNING] src/main/specs/crm/openapi.yaml#/paths/~1$it~1persons~1{id}/delete".toString())
    assert log.contains("This one is named \"crm_delete_person_$it\"".toString())
}
assert log.contains('"delete_a_crm_person_by_id": DELETE /v1/persons/{id}, DELETE /v2/persons/{id}')
