import java.util.zip.ZipFile

assert new File(basedir, 'first.log').text.contains('Generated 2 tools from 1 spec')
assert new File(basedir, 'second.log').text.contains('Generated 1 tool from 1 spec')

def names = []
new File(basedir, 'target').eachFileRecurse { if (it.file) names << it.name }
def jar = new ZipFile(new File(basedir, 'target/removed-operation-leaves-nothing-1.jar'))
names += jar.entries().collect { it.name }
jar.close()

assert names.contains('GetPerson.java')
assert names.contains('com/example/mcp/crm/GetPerson.class')
assert names.contains('META-INF/mcp-codegen/crm/get_single_crm_person_by_id.json')
assert names.findAll { it.contains('DeletePerson') || it.contains('delete_a_crm_person') } == []

def index = new File(basedir, 'target/generated-sources/mcp-codegen/com/example/mcp/crm/CrmTools.java').text
assert index.contains('GetPerson')
assert !index.contains('DeletePerson')
