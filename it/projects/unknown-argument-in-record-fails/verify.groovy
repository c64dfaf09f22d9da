def log = new File(basedir, 'build.log').text

// Line 9 is where the record names an argument that the operation does not have.
assert log.contains('[ERROR] src/main/specs/crm/docs/persons.md (line 9)')
assert log.contains('with_notes')
assert log.contains('The specifications have an error.')
assert !log.contains('\tat ')
