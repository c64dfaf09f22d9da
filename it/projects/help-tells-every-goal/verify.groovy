def log = new File(basedir, 'build.log').text

for (goal in ['generate', 'lock', 'check', 'diff', 'describe', 'help']) {
    assert log.contains('mcp-codegen:' + goal)
}
for (parameter in ['skip', 'specsDirectory', 'basePackage', 'requireDocs', 'router', 'urlPatterns', 'specs', 'lock', 'tokenBudget', 'from', 'format']) {
    assert log.contains('User property: mcp.codegen.' + parameter)
}
