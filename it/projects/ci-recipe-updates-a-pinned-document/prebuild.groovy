import java.security.MessageDigest

// Upstream has changed. The document is replaced by what was reviewed, and by nothing else.
def upstream = new File(basedir, 'upstream/openapi.yaml')
def document = new File(basedir, 'src/main/specs/crm/openapi.yaml')
def before = document.text

def update = { String sha256 ->
    def process = ['sh', 'update-spec.sh', 'src/main/specs/crm/openapi.yaml', upstream.toURI().toURL().toString().replace('file:/', 'file:///'), sha256]
            .execute(null, basedir)
    def errors = new StringBuilder()
    process.waitForProcessOutput(new StringBuilder(), errors)
    [process.exitValue(), errors.toString()]
}
def sha256 = MessageDigest.getInstance('SHA-256').digest(upstream.bytes).encodeHex().toString()

def (refused, why) = update('0' * 64)
assert refused == 1
assert why.contains('is not the document that was reviewed: its SHA-256 is ' + sha256)
assert document.text == before

def (accepted, nothing) = update(sha256)
assert accepted == 0 : nothing
assert document.bytes == upstream.bytes
assert document.parentFile.list().sort() == ['openapi.yaml', 'tools.lock.yaml']
