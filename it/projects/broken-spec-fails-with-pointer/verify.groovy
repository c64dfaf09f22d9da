def log = new File(basedir, 'build.log').text

assert log.contains('[ERROR] src/main/specs/crm/openapi.yaml#/paths/~1persons~1{id}/get/responses/200/content/application~1json/schema')
assert log.contains('#/components/schemas/Persn')
assert log.contains('The specifications have an error.')

// A user's mistake is no fault of the plugin.
assert !log.contains('\tat ')
assert !log.contains('Exception:')
assert !new File(basedir, 'target/generated-sources').exists()
