def folder = new File(basedir, 'no-project')
assert !new File(folder, 'pom.xml').exists()

def log = new File(basedir, 'build.log').text
assert log.contains('crm_2: 2 changes, 1 of them breaks clients')
assert log.contains('  breaks  get_single_crm_2_person_by_id, argument id: maximum is 99 now')
assert log.contains('  ok      delete_a_crm_2_person_by_id: is new (DELETE /persons/{id})')

def markdown = new File(folder, 'diff.md').text
assert markdown.contains('From `crm-1.yaml` to `crm-2.yaml`: 2 changes, 1 of them breaks clients.')
assert markdown.contains('| `get_single_crm_2_person_by_id` | `id` | maximum is 99 now |')

def json = new groovy.json.JsonSlurper().parse(new File(folder, 'diff.json'))
assert json.integrations[0].breaking == 1
assert json.integrations[0].changes*.kind == ['limits_narrower', 'tool_new']

assert !new File(folder, 'target').exists()
