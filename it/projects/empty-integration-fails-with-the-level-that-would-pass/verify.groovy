def log = new File(basedir, 'build.log').text

assert log.contains('[ERROR] src/main/specs/crm/openapi.yaml')
assert log.contains('No operation of "crm" becomes a tool. For example DELETE /persons/{id}: no description of at least 10 characters')
assert log.contains('Describe operations in docs/*.md, or configure requireDocs=summary, which lets 1 pass.')
assert !new File(basedir, 'target/generated-sources').exists()
