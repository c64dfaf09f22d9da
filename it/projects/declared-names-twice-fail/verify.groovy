def log = new File(basedir, 'build.log').text

assert log.contains('[ERROR] src/main/specs/crm/openapi.yaml#/paths/~1persons~1{id}/get')
assert log.contains('Two operations are given the name "read_crm": this one and GET /companies/{id}.')
assert log.contains('[ERROR] src/main/specs/crm/openapi.yaml#/paths/~1companies~1{id}/get')
assert log.contains('Two operations are given the name "read_crm": this one and GET /persons/{id}.')
assert log.contains('Change one `x-mcp.name`')
