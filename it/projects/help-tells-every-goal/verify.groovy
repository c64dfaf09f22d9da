def log = new File(basedir, 'build.log').text

['generate', 'describe', 'help'].each { assert log.contains("mcp-codegen:$it".toString()) }
['specsDirectory', 'basePackage', 'requireDocs', 'router', 'urlPatterns'].each {
    assert log.contains("User property: mcp.codegen.$it".toString())
}
