assert !new File(basedir, 'pom.xml').exists()

def log = new File(basedir, 'build.log').text
assert log =~ /TOOL\s+NAME FROM\s+OPERATION\s+TAGS\s+TOKENS\s+ARGUMENTS/
assert log =~ /get_single_crm_person_by_id\s+rule\s+GET \/persons\/\{id}\s+\d+\s+id\*/
assert log.contains('no tool: DELETE /persons/{id}: no description of at least 10 characters')

// It only shows.
assert !new File(basedir, 'target').exists()
