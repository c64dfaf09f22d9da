def log = new File(basedir, 'build.log').text

assert log.contains('[ERROR] src/main/specs/crm/openapi.yaml#/paths/~1persons~1{id}/get/parameters/0/$ref (line 9)')
assert log.contains('The reference "#/components/parameters/PersonId" points at nothing in the document.')
assert log.contains('Correct it in the overlay.')
assert log.contains('Nothing is generated because of an error.')

// A user's mistake is no fault of the plugin.
assert !log.contains('\tat ')
assert !log.contains('Exception:')
assert !new File(basedir, 'target/generated-sources').exists()
