// The rules would call it get_single_crm_person_by_id; clients know it by the locked name.
def json = new File(basedir, 'target/classes/META-INF/mcp-codegen/crm')
assert json.list() == ['read_person.json']

// Locking anew keeps the name, too, and says what it changed.
def lock = new File(basedir, 'src/main/specs/crm/tools.lock.yaml').text
assert lock.contains('name: read_person')
def log = new File(basedir, 'lock.log').text
assert log.contains('Locked 1 tool of crm in src/main/specs/crm/tools.lock.yaml, 1 change:')
assert log.contains('read_person: is described in other words')
assert new File(basedir, 'package.log').text.contains('Generated 1 tool from 1 spec')
