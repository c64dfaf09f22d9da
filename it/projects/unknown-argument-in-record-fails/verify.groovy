def log = new File(basedir, 'build.log').text

// Line 10 is where the record names an argument that the operation does not have.
assert log.contains('[ERROR] src/main/specs/crm/docs/persons.md (line 10)')
assert log.contains('GET /persons/{id} has no argument "with_notes".')
assert log.contains('Nothing is generated because of an error.')
assert !log.contains('\tat ')
