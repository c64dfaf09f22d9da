def folder = new File(basedir, 'no-project')
assert !new File(folder, 'pom.xml').exists()

def log = new File(basedir, 'build.log').text
assert log =~ /TOOL\s+NAME FROM\s+OPERATION\s+TAGS\s+TOKENS\s+PAGING\s+ARGUMENTS/
assert log =~ /get_single_crm_person_by_id\s+derived\s+GET \/persons\/\{id}\s+\d+\s+id\*/
assert log.contains('no tool: DELETE /persons/{id}: no description of at least 10 characters')

assert log.contains('CRM: 1 tool from crm-specs/crm/openapi.yaml')

// It only shows.
assert !new File(folder, 'target').exists()
