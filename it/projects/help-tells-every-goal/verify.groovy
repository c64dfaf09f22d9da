def log = new File(basedir, 'build.log').text

for (goal in ['generate', 'describe', 'help']) {
    assert log.contains('mcp-codegen:' + goal)
}
for (parameter in ['skip', 'specsDirectory', 'basePackage', 'requireDocs', 'router', 'urlPatterns']) {
    assert log.contains('User property: mcp.codegen.' + parameter)
}
