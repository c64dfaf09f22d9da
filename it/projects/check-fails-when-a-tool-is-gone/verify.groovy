def log = new File(basedir, 'build.log').text

assert log.contains('[ERROR] src/main/specs/crm/tools.lock.yaml')
assert log.contains('delete_a_crm_person_by_id: is gone (DELETE /persons/{id}).')
assert log.contains('mvn mcp-codegen:lock')
// The tool that is still there is no error, and a user's mistake is no fault of the plugin.
assert !log.contains('get_single_crm_person_by_id: is gone')
assert !log.contains('\tat ')
