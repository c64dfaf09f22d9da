def log = new File(basedir, 'build.log').text

assert log =~ /The tool "get_single_crm_person_by_id" costs about \d+ tokens when it is listed; a tool may cost 30\./
assert log =~ /The 1 tools of crm cost about \d+ tokens when they are listed; they may cost 40\./
assert log.contains('src/main/specs/crm/openapi.yaml#/paths/~1persons~1{id}/get')
