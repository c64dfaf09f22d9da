def warning = 'Unknown key "resuorce" in `x-mcp`; nothing reads it.'

def strict = new File(basedir, 'warning.log').text
assert strict.contains(warning)
assert strict.contains('Nothing is generated because of warnings, which failOn says to fail on.')

def usual = new File(basedir, 'error.log').text
assert usual.contains(warning)
assert usual.contains('Generated 1 tool from 1 spec')
