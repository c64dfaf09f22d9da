def log = new File(basedir, 'build.log').text

assert log.contains('MultiThreadedBuilder')
assert log.count('Generated 1 tool from 1 spec') == 2
assert !log.contains('not marked as') // thread-safe
assert log.contains('Skipped: this project only holds what its modules share.')

assert new File(basedir, 'crm/target/classes/com/example/mcp/crm/GetPerson.class').exists()
assert new File(basedir, 'erp/target/classes/com/example/mcp/erp/GetOrder.class').exists()
