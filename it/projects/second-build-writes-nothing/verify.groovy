def first = new File(basedir, 'first.log')
def second = new File(basedir, 'second.log')

assert first.text.contains('Generated 1 tool from 1 spec')
assert second.text.contains('The tools are up to date.')
assert second.text.contains('BUILD SUCCESS')

// The first log was closed before the second build began.
def written = []
['generated-sources/mcp-codegen', 'generated-resources/mcp-codegen', 'mcp-codegen', 'classes'].each {
    new File(basedir, "target/$it").eachFileRecurse { if (it.file) written << it }
}
assert written.size() > 8
assert written.findAll { it.lastModified() > first.lastModified() } == []
