def log = new File(basedir, 'build.log').text

assert log.contains('[ERROR] src/main/specs/crm/openapi.yaml')
assert log.contains('The only operation of "crm" does not become a tool')
assert log.contains('DELETE /persons/{id}: no description of at least 10 characters')
assert log.contains('requireDocs=summary')
assert !new File(basedir, 'target/generated-sources').exists()
