def change = 'get_single_crm_person_by_id, argument region: is required now.'

assert new File(basedir, 'fails.log').text.contains(change)
assert new File(basedir, 'fails.log').text.contains('The check of the tools failed')
assert new File(basedir, 'warns.log').text.contains(change)
assert new File(basedir, 'warns.log').text.contains('Checked 1 tool.')
