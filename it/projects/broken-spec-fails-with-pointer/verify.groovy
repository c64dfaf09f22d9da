def log = new File(basedir, 'build.log').text

assert log.contains('[WARNING] src/main/specs/crm/openapi.yaml#/paths/~1persons~1{id}/get/parameters/0/$ref (line 9)')
assert log.contains('The reference "#/components/parameters/PersonId" points at nothing in the document; what it stands for is missing.')
assert log.contains('Add what is missing in the overlay.')
assert log.contains('Nothing is generated because of warnings, which failOn says to fail on.')

// A user's mistake is no fault of the plugin.
assert !log.contains('\tat ')
assert !log.contains('Exception:')
assert !new File(basedir, 'target/generated-sources').exists()
