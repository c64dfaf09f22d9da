def change = 'get_single_crm_person_by_id, argument id: minimum is 1 now'

// The check guards clients, the diff tells the reviewer, and the lock accepts.
assert new File(basedir, 'check.log').text.contains(change)
def diff = new File(basedir, 'target/tools-diff.md').text
assert diff.contains('### Breaks clients')
assert diff.contains('| `get_single_crm_person_by_id` | `id` | minimum is 1 now |')
assert new File(basedir, 'lock.log').text.contains(change)
assert new File(basedir, 'src/main/specs/crm/tools.lock.yaml').text.contains('id: {type: integer, required: true, minimum: 1}')
assert new File(basedir, 'accepted.log').text.contains('Checked 1 tool.')
