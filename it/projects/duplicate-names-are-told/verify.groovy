import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/mcp-codegen/report.json'))
assert report.integrations[0].tools*.name == ['crm_delete_person_v1', 'crm_delete_person_v2']

def log = new File(basedir, 'build.log').text
assert log.contains('A name fits several operations, which are named apart: "delete_a_crm_person_by_id"' +
        ' (DELETE /v1/persons/{id}: crm_delete_person_v1, DELETE /v2/persons/{id}: crm_delete_person_v2).')
assert log.contains('an `x-mcp` with a `resource`, `method` or `name` of their own in an overlay')
assert !log.contains('[WARNING] src/main/specs')
